namespace MentorBot.Dialogs.Tests.Transcripts;

/// <summary>Who writes, and how: <c>@ telegram</c> is the transcript's own person on Telegram, <c>@ Tomas</c> somebody else of the cast by text, <c>@ Tomas by telegram</c> he on Telegram.</summary>
/// <param name="Person">The name in the cast; null for the transcript's own person.</param>
/// <param name="Channel">The channel.</param>
internal sealed record Speaker(string? Person, string Channel)
{
    public static Speaker Of(string label) => label.Split(" by ") switch
    {
        [var person, var channel] => new Speaker(person, channel),
        [var person] when char.IsAsciiLetterUpper(person[0]) => new Speaker(person, BotFramework.Channels.Sms),
        _ => new Speaker(null, label),
    };
}
