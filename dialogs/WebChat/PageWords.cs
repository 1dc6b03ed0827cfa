using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Menu;
using MentorBot.Dialogs.Welcome;

namespace MentorBot.Dialogs.WebChat;

/// <summary>The words on our own chat page, in one language.</summary>
/// <param name="words">All words.</param>
/// <param name="language">The language: <c>en</c>, <c>cy</c>.</param>
public sealed class PageWords(Words words, string language)
{
    /// <summary>The folder that they are in.</summary>
    public const string Folder = "WebChat";

    private static readonly string[] Names =
    [
        "title", "about", "skip", "log", "you", "bot", "writing", "exit", "exitHow", "exitKeys", "exitTrace",
        "write", "send", "earlier", "latest", "sending", "sent", "unsent", "again", "refused", "offline", "empty", "tooLong", "failed", "busy", "tooOften", "emptied",
        "alias", "nobody", "kept", "comeBack", "codeAdvice", "codeCare", "copy", "copied", "haveCode", "codeLabel", "open", "notFound", "tooMany",
        "afresh", "afreshAdvice", "texting", "simulator", "other",
    ];

    /// <summary>The keys of all that the page says.</summary>
    internal static IReadOnlyList<string> Keys => [.. Names.Select(name => $"{Folder}.{name}")];

    /// <summary>The language.</summary>
    public string Language => language;

    /// <summary>The language that the page offers instead.</summary>
    public string OtherLanguage => language == "cy" ? "en" : "cy";

    /// <summary>What the bot says to somebody who has not written yet.</summary>
    public string Welcome => words.For(language, Channels.WebChat, Newcomer.Welcome);

    /// <summary>The answers that it offers with that.</summary>
    public IReadOnlyList<string> Choices => [.. MenuDialog.Choices.Select(key => words.For(language, Channels.WebChat, key))];

    /// <summary>The words of this name.</summary>
    /// <exception cref="KeyNotFoundException">There are none.</exception>
    public string this[string name] => words.For(language, Channels.WebChat, $"{Folder}.{name}");

    /// <summary>The words of this name, with a gap filled.</summary>
    public string With(string name, string gap, string value) => words.For(language, Channels.WebChat, $"{Folder}.{name}", (gap, value));
}
