using System.Text;
using MentorBot.BotFramework;

namespace MentorBot.Channels.Sms;

/// <summary>Turns a reply into text messages.</summary>
/// <remarks>
/// Only messages are carried: typing, delays and traces have no form here. Cards have none either, so a dialog writes words for channels that show no
/// cards. Text goes as it stands, markdown too.
/// </remarks>
public static class SmsRendering
{
    /// <summary>One element for each text message, in order.</summary>
    public static IReadOnlyList<Activity> Render(Activity reply)
    {
        if (!reply.IsType(ActivityTypes.Message))
            return [];
        var text = SmsText.Fold(WithAnswers(reply)).Trim();
        var media = reply.Attachments?.Where(IsMedia).ToList() ?? [];
        if (text.Length == 0 && media.Count == 0)
            return [];
        return [.. SmsText.Split(text).Select((part, index) => Part(reply, part, index == 0 ? media : []))];
    }

    /// <summary>Whether it is a file that the network can fetch. UK networks turn it into a link.</summary>
    public static bool IsMedia(Attachment attachment) =>
        Uri.TryCreate(attachment.ContentUrl, UriKind.Absolute, out var url) && url.Scheme is "https" or "http";

    // A phone has no buttons. Answers that the words do not name already are listed below them, each with the number to reply with.
    private static string WithAnswers(Activity reply)
    {
        var text = reply.Text ?? "";
        var titles = reply.SuggestedActions?.Actions?.Select(a => a.Title).OfType<string>().ToList() ?? [];
        if (titles.TrueForAll(title => Names(text, title)))
            return text;
        var listed = new StringBuilder(text.TrimEnd());
        for (var i = 0; i < titles.Count; i++)
            listed.Append(listed.Length == 0 ? "" : "\n").Append(i + 1).Append(' ').Append(titles[i]);
        return listed.ToString();
    }

    // As a whole word: "now" does not name the answer "No".
    private static bool Names(string text, string title)
    {
        for (var at = text.IndexOf(title, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(title, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + title.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return true;
            if (end >= text.Length)
                return false;
        }
        return false;
    }

    private static Activity Part(Activity reply, string text, List<Attachment> media)
    {
        var part = reply.Copy();
        part.Text = text;
        part.TextFormat = TextFormatTypes.Plain;
        part.SuggestedActions = null;
        part.Attachments = media.Count == 0 ? null : media;
        return part;
    }
}
