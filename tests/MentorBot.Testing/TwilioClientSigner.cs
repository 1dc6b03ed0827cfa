using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace MentorBot.Testing;

/// <summary>Makes the requests that Twilio makes, signed as it signs them. Written apart from our own check, to be a second opinion on it.</summary>
/// <param name="publicUrl">What comes before the path in the URLs called.</param>
/// <param name="accountSid">The account spoken for.</param>
/// <param name="authToken">The token signed with.</param>
public sealed class TwilioClientSigner(string publicUrl, string accountSid, string authToken)
{
    private const string FormType = "application/x-www-form-urlencoded";

    private int _sids;

    /// <summary>A fresh message id.</summary>
    public string NewSid() => $"SM{Interlocked.Increment(ref _sids):x32}";

    /// <summary>The fields of a text message as Twilio posts them.</summary>
    public IDictionary<string, string> TextFields(string from, string to, string body, string? sid = null)
    {
        sid ??= NewSid();
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ToCountry"] = "GB", ["ToState"] = "", ["ToCity"] = "", ["ToZip"] = "", ["To"] = to,
            ["FromCountry"] = "GB", ["FromState"] = "", ["FromCity"] = "", ["FromZip"] = "", ["From"] = from,
            ["SmsMessageSid"] = sid, ["SmsSid"] = sid, ["MessageSid"] = sid, ["SmsStatus"] = "received",
            ["NumMedia"] = "0", ["NumSegments"] = "1", ["Body"] = body, ["AccountSid"] = accountSid, ["ApiVersion"] = "2010-04-01",
        };
    }

    /// <summary>A signed POST of a text message.</summary>
    public HttpRequestMessage Text(string from, string to, string body, string? sid = null) =>
        Post("/channels/sms/inbound", TextFields(from, to, body, sid));

    /// <summary>A signed POST of any fields.</summary>
    /// <param name="pathAndQuery">What comes after the public URL.</param>
    /// <param name="fields">The form, in the order to be sent.</param>
    public HttpRequestMessage Post(string pathAndQuery, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var content = new ByteArrayContent(Encode(fields));
        content.Headers.ContentType = new MediaTypeHeaderValue(FormType) { CharSet = "utf-8" };
        var request = new HttpRequestMessage(HttpMethod.Post, publicUrl + pathAndQuery) { Content = content };
        request.Headers.Add("X-Twilio-Signature", Sign(pathAndQuery, fields));
        return request;
    }

    /// <summary>The fields as a body.</summary>
    public static byte[] Encode(IEnumerable<KeyValuePair<string, string>> fields) => Encoding.ASCII.GetBytes(string.Join('&',
        fields.Select(f => $"{Escape(f.Key)}={Escape(f.Value)}")));

    /// <summary>The signature's header value.</summary>
    public string Sign(string pathAndQuery, IEnumerable<KeyValuePair<string, string>> fields) =>
        SignBytes(pathAndQuery, fields.Select(f => KeyValuePair.Create(f.Key, Encoding.UTF8.GetBytes(f.Value))));

    /// <summary>The signature of a form whose values may be bytes that are no text.</summary>
    public string SignBytes(string pathAndQuery, IEnumerable<KeyValuePair<string, byte[]>> fields)
    {
        var pairs = fields.OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => Encoding.UTF8.GetBytes(f.Key).Concat(f.Value));
        byte[] signed = [.. Encoding.UTF8.GetBytes(publicUrl + pathAndQuery), .. pairs];
#pragma warning disable CA5350 // Twilio's rule, not ours
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), signed));
#pragma warning restore CA5350
    }

    private static string Escape(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
