namespace MentorBot.Chat;

/// <summary>Shows a talk in the terminal. What nobody says, such as costs and events, is dim where the terminal can show that.</summary>
/// <param name="output">Where to.</param>
/// <param name="isTerminal">Whether somebody watches, instead of a file or another program.</param>
internal sealed class ChatScreen(TextWriter output, bool isTerminal)
{
    private const string Dim = "\e[2m";
    private const string Plain = "\e[0m";

    // https://no-color.org
    private readonly bool _dims = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Shows what was sent, and how many SMS segments it cost, if it cost any.</summary>
    public void Say(string words, int? segments)
    {
        output.WriteLine(words);
        if (segments is { } count) Remark(count == 1 ? "1 segment" : $"{count} segments");
    }

    /// <summary>Shows something that nobody says.</summary>
    public void Remark(string words) => output.WriteLine(_dims ? $"{Dim}{words}{Plain}" : $"  ({words})");
}
