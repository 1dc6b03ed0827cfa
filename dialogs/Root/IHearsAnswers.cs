using MentorBot.BotFramework;

namespace MentorBot.Dialogs.Root;

/// <summary>A dialog whose question may be answered in words that are a command at any other time, such as "yes" or "help".</summary>
internal interface IHearsAnswers
{
    /// <summary>Whether a message answers its question.</summary>
    /// <param name="activity">The message.</param>
    /// <param name="command">The command that it would be elsewhere, or null.</param>
    bool IsAnswer(Activity activity, string? command);
}
