using System.Text.RegularExpressions;

namespace MentorBot.Channels.Telegram;

/// <summary>Turns Telegram's commands into the words that dialogs know.</summary>
internal static partial class TelegramCommandText
{
    private const string Start = "START";

    /// <summary><c>/more</c> and <c>/more@our_bot</c> say "more"; <c>/start PAYLOAD</c> says START, and whoever made the link finds its payload.</summary>
    /// <returns>The words, and the payload of a link or null.</returns>
    public static (string Text, string? Payload) Read(string text)
    {
        if (Command().Match(text) is not { Success: true } command)
            return (text, null);
        var (word, rest) = (command.Groups["word"].Value.Replace('_', ' '), command.Groups["rest"].Value.Trim());
        if (word.Equals(Start, StringComparison.OrdinalIgnoreCase))
            return (Start, rest.Length == 0 ? null : rest);
        return (rest.Length == 0 ? word : $"{word} {rest}", null);
    }

    // https://core.telegram.org/bots/features#commands
    [GeneratedRegex(@"^/(?<word>[A-Za-z0-9_]{1,32})(@[A-Za-z0-9_]+)?(?<rest>\s.*)?$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();
}
