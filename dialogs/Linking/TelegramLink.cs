using System.Text.RegularExpressions;

namespace MentorBot.Dialogs.Linking;

/// <summary>A link that opens our bot on Telegram with somebody's code in it, so that she need not type it there. It proves no more than the code does.</summary>
public sealed partial class TelegramLink
{
    private volatile string? _botName;

    /// <summary>What our bot is called on Telegram, without the @; null until Telegram has told us, and where we have none. What cannot be such a name is not taken.</summary>
    public string? BotName
    {
        get => _botName;
        set => _botName = value is not null && Name().IsMatch(value) ? value : null;
    }

    /// <summary>The link with a code (https://core.telegram.org/bots/features#deep-linking); null while the bot has no name.</summary>
    internal string? With(string code) => BotName is { } name ? $"https://t.me/{name}?start={LinkCode.DeepLink}{code}" : null;

    // https://core.telegram.org/bots/features#creating-a-new-bot
    [GeneratedRegex("^[A-Za-z0-9_]{5,32}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
