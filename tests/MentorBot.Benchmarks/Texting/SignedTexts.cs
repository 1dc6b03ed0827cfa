using System.Text;
using MentorBot.Benchmarks.Running;
using MentorBot.Testing;

namespace MentorBot.Benchmarks.Texting;

/// <summary>Makes texts as the bytes of whole requests, so that signing them is no part of what is measured.</summary>
internal sealed class SignedTexts(Workplace place)
{
    private const string Path = "/channels/sms/inbound";

    private readonly TwilioClientSigner _signer = new(place.PublicUrl, place.Carrier.AccountSid, place.Carrier.AuthToken);

    /// <summary>The whole script of each mentee.</summary>
    public byte[][][] ScriptsOf(IEnumerable<Mentee> mentees) =>
        [.. mentees.Select(mentee => Script.Texts.Select(text => Make(mentee, text)).ToArray())];

    /// <summary>One text with an id of its own. The same bytes posted again are the same text repeated.</summary>
    public byte[] Make(Mentee mentee, string text)
    {
        var fields = _signer.TextFields(mentee.Number, mentee.OurNumber, text);
        var body = TwilioClientSigner.Encode(fields);
        var head = $"POST {Path} HTTP/1.1\r\nHost: 127.0.0.1:{place.Port}\r\nUser-Agent: TwilioProxy/1.1\r\nAccept: */*\r\n"
            + "Content-Type: application/x-www-form-urlencoded; charset=utf-8\r\n"
            + $"X-Twilio-Signature: {_signer.Sign(Path, fields)}\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
