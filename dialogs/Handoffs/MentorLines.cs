using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Handoffs;

/// <summary>Says something on a mentor's own phone.</summary>
internal static class MentorLines
{
    /// <summary>Tells him these words.</summary>
    public static void Tell(this Turn turn, Words words, Mentor mentor, string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        if (mentor.Phone is { } phone) turn.Tell(mentor, words.MessageIn(phone, key, values));
    }

    /// <summary>Tells him this.</summary>
    public static void Tell(this Turn turn, Mentor mentor, Activity message)
    {
        // He may be talking to a mentor himself there, and must hear of his mentee all the same.
        if (mentor.Phone is { } phone) turn.SayIn(phone, message, Speaker.Mentor);
    }

    /// <summary>A message of somebody's own words.</summary>
    public static Activity Plain(string text)
    {
        var message = MessageFactory.Text(text);
        message.TextFormat = TextFormatTypes.Plain;
        return message;
    }
}
