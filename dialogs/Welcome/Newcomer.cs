namespace MentorBot.Dialogs.Welcome;

/// <summary>Somebody whom we have not told who we are, or so long ago that her phone may have another owner.</summary>
internal static class Newcomer
{
    /// <summary>The words that say who we are.</summary>
    public const string Welcome = "Welcome.first";

    private static readonly string[] Greetings = ["hello", "start", "menu", "cymraeg", "english", "thanks", "okay", "polite", "bye"];

    /// <summary>Whether what she began with is answered by the welcome: all but a command that asks for something, which is given at once.</summary>
    public static bool IsGreeting(string? command) => command is null || Greetings.Contains(command);
}
