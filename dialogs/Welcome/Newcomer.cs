using System.Text.Json.Nodes;
using MentorBot.BotFramework;

namespace MentorBot.Dialogs.Welcome;

/// <summary>Somebody whom we have not told who we are, or so long ago that her phone may have another owner.</summary>
internal static class Newcomer
{
    /// <summary>The words that say who we are.</summary>
    public const string Welcome = "Welcome.first";

    /// <summary>In the channel data of what comes from our own page: the welcome was shown there.</summary>
    private const string WelcomeShown = "welcomeShown";

    private static readonly string[] Greetings = ["hello", "start", "menu", "cymraeg", "english", "thanks", "okay", "polite", "bye"];

    /// <summary>Whether she has read the welcome before she wrote: our own page shows it to whoever opens it.</summary>
    public static bool IsWelcomed(Activity activity) =>
        (activity.ChannelData as JsonObject)?[WelcomeShown] is JsonValue value && value.TryGetValue<bool>(out var shown) && shown;

    /// <summary>Whether what she began with is answered by the welcome: all but a command that asks for something, which is given at once.</summary>
    public static bool IsGreeting(string? command) => command is null || Greetings.Contains(command);
}
