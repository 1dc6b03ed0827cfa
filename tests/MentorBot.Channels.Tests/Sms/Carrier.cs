using MentorBot.BotFramework;
using MentorBot.Channels.Sms;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.Sms;

/// <summary>The account, the settings and the messages that these tests share.</summary>
internal static class Carrier
{
    public const string PublicUrl = "https://bot.example.org";
    public const string Token = "fake-auth-token";
    public const string FormType = "application/x-www-form-urlencoded; charset=utf-8";

    public static readonly string Account = "AC" + new string('a', 32);

    public static TwilioClientSigner Signer => new(PublicUrl, Account, Token);

    public static SmsSettings Settings(string? apiBaseUrl = null) => new()
    {
        AccountSid = Account,
        AuthToken = Token,
        From = Cast.OurNumber,
        PublicUrl = PublicUrl,
        ApiBaseUrl = apiBaseUrl ?? "https://api.twilio.com",
    };

    public static OutgoingMessage Message(string text, DateTimeOffset firstTriedAt = default, string? ourAddress = null) =>
        new(Guid.NewGuid(), Cast.Amina.Mobile, ourAddress, MessageFactory.Text(text), firstTriedAt);

    public static TwilioRequest Request(byte[] body, string? signature, string target = TwilioWebhook.Path, string? contentType = FormType) =>
        new() { PathAndQuery = target, ContentType = contentType, Signature = signature, Body = body };

    public static TwilioRequest Signed(IDictionary<string, string> fields, string target = TwilioWebhook.Path) =>
        Request(TwilioClientSigner.Encode(fields), Signer.Sign(target, fields), target);
}
