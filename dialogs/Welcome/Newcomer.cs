using System.Text.Json.Nodes;
using MentorBot.BotFramework;

namespace MentorBot.Dialogs.Welcome;

/// <summary>Somebody whom we have not told who we are, or so long ago that her phone may have another owner.</summary>
internal static class Newcomer
{
    /// <summary>The words that say who we are.</summary>
    public const string Welcome = "Welcome.first";

    /// <summary>In the channel data of what comes from our own page: the language in which the welcome was shown there.</summary>
    private const string WelcomeShown = "welcomeShown";

    /// <summary>The same for somebody who begins with what we do not understand. It may be a cry for help, so it says first who answers one.</summary>
    public const string Stranger = "Welcome.stranger";

    private static readonly string[] Greetings = ["hello", "start", "menu", "cymraeg", "english", "thanks", "okay", "polite", "bye"];

    /// <summary>The language in which she has read the welcome before she wrote: our own page shows it to whoever opens it. Null if she has not.</summary>
    public static string? WelcomedIn(Activity activity) =>
        (activity.ChannelData as JsonObject)?[WelcomeShown] is JsonValue value && value.TryGetValue<string>(out var language) && language is ("en" or "cy") ? language : null;

    /// <summary>The words that answer what she began with; null for a command that asks for something, which is given at once.</summary>
    public static string? WelcomeTo(string? command, bool isUnderstood) =>
        !isUnderstood ? Stranger : command is null || Greetings.Contains(command) ? Welcome : null;
}
