using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace MentorBot.Testing;

/// <summary>Writes messages as Twilio's API does.</summary>
internal static class FakeTwilioJson
{
    public static byte[] Write(SentText sent, string account) => Write(json => WriteMessage(json, sent, account));

    public static byte[] Write(IEnumerable<SentText> page, string? next, string account) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("messages");
        foreach (var sent in page)
            WriteMessage(json, sent, account);
        json.WriteEndArray();
        json.WriteString("next_page_uri", next);
        json.WriteEndObject();
    });

    private static byte[] Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
            content(json);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteMessage(Utf8JsonWriter json, SentText sent, string account)
    {
        var date = sent.At.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
        json.WriteStartObject();
        json.WriteString("account_sid", account);
        json.WriteString("api_version", "2010-04-01");
        json.WriteString("body", sent.Body);
        json.WriteString("date_created", date);
        json.WriteNull("date_sent");
        json.WriteString("date_updated", date);
        json.WriteString("direction", "outbound-api");
        json.WriteNull("error_code");
        json.WriteNull("error_message");
        json.WriteString("from", sent.From);
        json.WriteString("messaging_service_sid", sent.MessagingServiceSid);
        json.WriteString("num_media", sent.MediaUrls.Count.ToString());
        json.WriteString("num_segments", sent.MessagingServiceSid is null ? "1" : "0");
        json.WriteNull("price");
        json.WriteNull("price_unit");
        json.WriteString("sid", sent.Sid);
        json.WriteString("status", sent.MessagingServiceSid is null ? "queued" : "accepted");
        json.WriteStartObject("subresource_uris");
        json.WriteString("media", $"/2010-04-01/Accounts/{account}/Messages/{sent.Sid}/Media.json");
        json.WriteEndObject();
        json.WriteString("to", sent.To);
        json.WriteString("uri", $"/2010-04-01/Accounts/{account}/Messages/{sent.Sid}.json");
        json.WriteEndObject();
    }
}
