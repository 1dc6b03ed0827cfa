using System.Globalization;
using MentorBot.BotFramework;

namespace MentorBot.Channels.Sms;

/// <summary>Reads the pictures and files of a picture message (<c>MediaUrl0</c>, <c>MediaContentType0</c> and so on).</summary>
internal static class TwilioMedia
{
    // Twilio's own limit.
    private const int Most = 10;

    /// <summary>The attachments; null if there are none.</summary>
    public static IList<Attachment>? Read(TwilioForm form)
    {
        if (!int.TryParse(form.Find("NumMedia"), NumberStyles.None, null, out var count) || count == 0)
            return null;
        var attachments = new List<Attachment>();
        for (var i = 0; i < Math.Min(count, Most); i++)
        {
            if (SafeUrl(form.Find($"MediaUrl{i}")) is { } url)
                attachments.Add(new() { ContentUrl = url, ContentType = form.Find($"MediaContentType{i}") });
        }
        return attachments.Count == 0 ? null : attachments;
    }

    // Twilio's media ask for our credentials when fetched. None may travel on in the URL itself.
    private static string? SafeUrl(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
            return null;
        return url.GetComponents(UriComponents.SchemeAndServer | UriComponents.PathAndQuery, UriFormat.UriEscaped);
    }
}
