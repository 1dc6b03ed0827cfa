using System.Text;
using MentorBot.BotFramework;
using MentorBot.Channels.Sms;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.Sms;

/// <summary>A table of what may be posted to the inbound address, and one runner.</summary>
public sealed class TwilioWebhookTests
{
    private static readonly WebhookRow[] Rows =
    [
        new("a plain message", Text: "hi"),
        new("an empty message", f => f["Body"] = "", Text: ""),
        new("white space and line ends kept", f => f["Body"] = " a\r\nb ", Text: " a\r\nb "),
        new("faces kept", f => f["Body"] = "👨\u200D👩\u200D👧 🇬🇧", Text: "👨\u200D👩\u200D👧 🇬🇧"),
        new("right to left kept", f => f["Body"] = "سلام \u200Fدنیا", Text: "سلام \u200Fدنیا"),
        new("Welsh kept", f => f["Body"] = "Dŵr a tŷ", Text: "Dŵr a tŷ"),
        new("the longest message", f => f["Body"] = new string('é', 1600), Text: new string('é', 1600)),
        new("NUL taken out", f => f["Body"] = "a\0b", Text: "ab"),
        new("fields nobody has heard of", f => f["NewThing"] = "1", Text: "hi"),
        new("a picture without words", f => WithPicture(f).Remove("Body"), Text: ""),
        new("an id in another carrier's form", f => f["MessageSid"] = "0b8a3f0e-9f4b-4a44-8f0e-2f3a0b1c9d00", Text: "hi"),

        new("signed with another token", Sign: f => SignAs(Carrier.PublicUrl, "wrong", f), Reason: RefusalReason.BadSignature),
        new("signed for another host", Sign: f => SignAs("https://evil.example", Carrier.Token, f), Reason: RefusalReason.BadSignature),
        new("signed for another path", Sign: f => Carrier.Signer.Sign("/channels/sms/status", f), Reason: RefusalReason.BadSignature),
        new("not signed", Sign: _ => null, Reason: RefusalReason.BadSignature),
        new("another account", f => f["AccountSid"] = "AC" + new string('b', 32), Reason: RefusalReason.UnknownAccount),
        new("no account", f => f.Remove("AccountSid"), Reason: RefusalReason.MissingFields, Detail: "AccountSid"),
        new("no id and no sender", f => Without(f, "MessageSid", "From"), Reason: RefusalReason.MissingFields, Detail: "MessageSid, From"),
        new("no words and no picture", f => f.Remove("Body"), Reason: RefusalReason.MissingFields, Detail: "Body"),
        new("an id that is no id", f => f["MessageSid"] = "SM1; drop", Reason: RefusalReason.Malformed, Detail: "MessageSid"),
        new("from WhatsApp", f => f["From"] = "whatsapp:+447700900101", Reason: RefusalReason.Malformed, Detail: "From"),
        new("from a short code", f => f["From"] = "60006", Reason: RefusalReason.Malformed, Detail: "From"),
        new("from a name", f => f["From"] = "PARCELS", Reason: RefusalReason.Malformed, Detail: "From"),
        new("an oversized body", f => f["Body"] = new string('a', TwilioForm.MaxBytes), Reason: RefusalReason.Malformed, Detail: "TooLarge"),
    ];

    private static readonly TwilioWebhook Webhook = new(Carrier.Settings());

    public static TheoryData<string> Labels => [.. Rows.Select(r => r.Label)];

    [Theory]
    [MemberData(nameof(Labels))]
    public void Each_row_ends_as_the_table_says(string label)
    {
        var row = Rows.Single(r => r.Label == label);
        var fields = Carrier.Signer.TextFields(Cast.Amina.Mobile, Cast.OurNumber, "hi");
        row.Change?.Invoke(fields);
        var signature = row.Sign is null ? Carrier.Signer.Sign(TwilioWebhook.Path, fields) : row.Sign(fields);

        var reading = Webhook.Read(Carrier.Request(TwilioClientSigner.Encode(fields), signature));

        Assert.Equal(row.Reason, reading.Refusal?.Reason);
        Assert.Equal(row.Detail, reading.Refusal?.Detail);
        Assert.Equal(row.Text, reading.Accepted?.Activity.Text);
    }

    [Theory]
    [InlineData("Body=%ZZ", "BadEscape")]
    [InlineData("Body=%FF", "InvalidUtf8")]
    [InlineData("Body", "MissingEquals")]
    public void A_body_that_is_no_form_is_malformed(string body, string detail)
    {
        var reading = Webhook.Read(Carrier.Request(Encoding.ASCII.GetBytes(body), "x"));

        Assert.Equal(new Refusal(RefusalReason.Malformed, detail), reading.Refusal);
    }

    [Fact]
    public void Another_content_type_is_malformed() =>
        Assert.Equal("WrongContentType", Webhook.Read(Carrier.Request("{}"u8.ToArray(), "x", contentType: "application/json")).Refusal?.Detail);

    [Fact]
    public void A_message_cut_in_the_middle_of_a_face_is_still_taken()
    {
        var fields = Carrier.Signer.TextFields(Cast.Amina.Mobile, Cast.OurNumber, "hi");
        fields.Remove("Body");
        var body = Encoding.Latin1.GetString(TwilioClientSigner.Encode(fields)) + "&Body=hi+%ED%A0%BD";

        var reading = Webhook.Read(Carrier.Request(Encoding.ASCII.GetBytes(body), SignRaw(fields, "hi \u00ED\u00A0\u00BD")));

        Assert.Equal("hi \uFFFD", reading.Accepted?.Activity.Text);
    }

    [Fact]
    public void A_repeated_message_has_the_same_id_each_time()
    {
        var fields = Carrier.Signer.TextFields(Cast.Amina.Mobile, Cast.OurNumber, "hi", "SM" + new string('1', 32));

        Assert.Equal("SM" + new string('1', 32), Webhook.Read(Carrier.Signed(fields)).Accepted!.ProviderMessageId);
        Assert.Equal("SM" + new string('1', 32), Webhook.Read(Carrier.Signed(fields)).Accepted!.ProviderMessageId);
    }

    [Fact]
    public void The_message_says_who_wrote_to_which_number()
    {
        var message = Read(_ => { });

        Assert.Equal(("sms", Cast.Amina.Mobile, Cast.OurNumber), (message.Channel, message.Address, message.OurAddress));
        Assert.Equal(("message", "sms", message.ProviderMessageId), (message.Activity.Type, message.Activity.ChannelId, message.Activity.Id));
    }

    [Fact]
    public void Nothing_in_the_activity_could_call_the_person()
    {
        var message = Read(f =>
        {
            f["WaId"] = "447700900101";
            f["Author"] = Cast.Amina.Mobile;
            f["ProfileName"] = Cast.Amina.Name;
            f["FromCity"] = "LEEDS";
            f["SomethingNew"] = "sms:447700900101@carrier";
            f["OptOutType"] = "STOP";
        });

        var json = ActivityJson.Serialize(message.Activity);
        Assert.False(Cast.GivesAwayANumber(json), json);
        Assert.DoesNotContain(Cast.Amina.Name, json, StringComparison.Ordinal);
        Assert.DoesNotContain("LEEDS", json, StringComparison.Ordinal);
        Assert.Equal("STOP", (string?)message.Activity.ChannelData!["OptOutType"]);
        Assert.Equal("1", (string?)message.Activity.ChannelData["NumSegments"]);
    }

    [Fact]
    public void A_message_printed_shows_no_number_and_no_words()
    {
        var message = Read(f => f["Body"] = "my secret");

        Assert.False(Cast.GivesAwayANumber(message.ToString()));
        Assert.DoesNotContain("secret", message.ToString(), StringComparison.Ordinal);
        Assert.Contains(message.ProviderMessageId, message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_become_attachments_without_credentials_in_their_addresses()
    {
        var message = Read(f =>
        {
            WithPicture(f)["NumMedia"] = "3";
            f["MediaUrl1"] = "https://user:secret@api.twilio.com/Media/ME2";
            f["MediaContentType1"] = "image/png";
            f["MediaUrl2"] = "file:///etc/passwd";
        });

        Assert.Equal(
            [("https://api.twilio.com/Media/ME1", "image/jpeg"), ("https://api.twilio.com/Media/ME2", "image/png")],
            message.Activity.Attachments!.Select(a => (a.ContentUrl!, a.ContentType!)));
    }

    [Fact]
    public void The_answer_is_TwiML_that_does_nothing() => Assert.Equal("<Response/>", Encoding.ASCII.GetString(TwilioWebhook.EmptyTwiml.Span));

    private static IncomingMessage Read(Action<IDictionary<string, string>> change)
    {
        var fields = Carrier.Signer.TextFields(Cast.Amina.Mobile, Cast.OurNumber, "hi");
        change(fields);
        return Webhook.Read(Carrier.Signed(fields)).Accepted!;
    }

    private static IDictionary<string, string> WithPicture(IDictionary<string, string> fields)
    {
        fields["NumMedia"] = "1";
        fields["MediaUrl0"] = "https://api.twilio.com/Media/ME1";
        fields["MediaContentType0"] = "image/jpeg";
        return fields;
    }

    private static void Without(IDictionary<string, string> fields, params string[] names)
    {
        foreach (var name in names)
            fields.Remove(name);
    }

    private static string SignAs(string publicUrl, string token, IDictionary<string, string> fields) =>
        new TwilioClientSigner(publicUrl, Carrier.Account, token).Sign(TwilioWebhook.Path, fields);

    // Half a character has no UTF-8, so the text signed is put together as bytes.
    private static string SignRaw(IDictionary<string, string> fields, string bodyAsLatin1)
    {
        var signed = string.Concat(fields.Append(new("Body", bodyAsLatin1)).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Key + f.Value));
        var bytes = Encoding.Latin1.GetBytes(Carrier.PublicUrl + TwilioWebhook.Path + signed);
#pragma warning disable CA5350 // Twilio's rule, not ours
        return Convert.ToBase64String(System.Security.Cryptography.HMACSHA1.HashData(Encoding.ASCII.GetBytes(Carrier.Token), bytes));
#pragma warning restore CA5350
    }

    private sealed record WebhookRow(
        string Label,
        Action<IDictionary<string, string>>? Change = null,
        Func<IDictionary<string, string>, string?>? Sign = null,
        string? Text = null,
        RefusalReason? Reason = null,
        string? Detail = null);
}
