using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Handoffs;
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

    /// <summary>Tells one who was asked what became of it, where he hears of offers by phone.</summary>
    public static void TellAsked(this Turn turn, Words words, Mentor mentor, string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        if (mentor.HearsByPhone) turn.Tell(words, mentor, key, values);
    }

    /// <summary>Tells whoever holds it what became of it, where he talks to her by phone; the desk shows it by itself.</summary>
    public static void TellHolder(this Turn turn, Words words, Handoff handoff, string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        if (!handoff.IsAtDesk) turn.Tell(words, handoff.Mentor!, key, values);
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
