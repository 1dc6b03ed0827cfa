using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.CommandLists;

/// <summary>The commands that an app lists for people to pick from, such as Telegram in its menu.</summary>
public static class CommandList
{
    private const string Group = "CommandLists";

    private static readonly string[] Listed = ["menu", "more", "help", "person", "book", "language", "pause", "stop"];

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. Listed.Select(command => $"{Group}.{command}")];

    /// <summary>The commands in a language: the word to send, in small letters, and what it does.</summary>
    /// <param name="content">The words.</param>
    /// <param name="channel">The channel that lists them.</param>
    /// <param name="locale">One of the <see cref="Words.Locales"/>.</param>
    public static IReadOnlyList<(string Word, string Description)> In(Content content, string channel, string locale)
    {
        ArgumentNullException.ThrowIfNull(content);
        var named = content.Commands.Words.Where(word => word.IsNamed && word.Locale == locale).ToDictionary(word => word.Command, word => word.Text.ToLowerInvariant());
        return [.. Listed.Where(named.ContainsKey).Select(command => (named[command], content.Words.For(locale, channel, $"{Group}.{command}")))];
    }
}
