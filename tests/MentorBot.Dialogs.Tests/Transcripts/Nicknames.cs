using System.Text.RegularExpressions;

namespace MentorBot.Dialogs.Tests.Transcripts;

/// <summary>Aliases are drawn with the keys, so a transcript shows the first person's as Blue Heron, the second one's as Red Kite.</summary>
internal sealed class Nicknames
{
    private static readonly string[] Stand = ["Blue Heron", "Red Kite", "Green Finch", "White Swan"];

    private readonly List<string> _drawn = [];

    /// <summary>Learns what somebody is called.</summary>
    public void Meet(string? alias)
    {
        if (alias is not null && !_drawn.Contains(alias)) _drawn.Add(alias);
    }

    /// <summary>What was said, as a transcript shows it.</summary>
    // All in one pass: the second person may really be called Blue Heron. And the longest first: a name that is taken gets a number behind it.
    public string Shown(string text) => _drawn.Count == 0 ? text : Regex.Replace(
        text, string.Join('|', _drawn.OrderByDescending(alias => alias.Length).Select(Regex.Escape)), alias => Stand[_drawn.IndexOf(alias.Value)], RegexOptions.None, TimeSpan.FromSeconds(1));
}
