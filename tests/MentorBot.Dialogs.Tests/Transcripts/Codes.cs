using System.Globalization;
using System.Text.RegularExpressions;

namespace MentorBot.Dialogs.Tests.Transcripts;

/// <summary>Codes are drawn by lot, so a transcript shows the first as 111111, the second as 222222, and means these when she sends them.</summary>
internal sealed partial class Codes
{
    private readonly List<string> _drawn = [];

    /// <summary>What was said, as a transcript shows it.</summary>
    public string Shown(string text) => Code().Replace(Room().Replace(text, "${service}[room]"), match => new string((char)('0' + NumberOf(match.Value)), match.Length));

    /// <summary>What she sends in truth.</summary>
    public string Real(string text) => Stand().Replace(text, match =>
    {
        var number = int.Parse(match.Groups["digit"].Value, CultureInfo.InvariantCulture);
        if (number == 0 || number > _drawn.Count) return match.Value;
        return match.Value.Contains(' ', StringComparison.Ordinal) ? _drawn[number - 1].Insert(3, " ") : _drawn[number - 1];
    });

    private int NumberOf(string code)
    {
        if (!_drawn.Contains(code)) _drawn.Add(code);
        return _drawn.IndexOf(code) + 1;
    }

    // Nobody can guess a room.
    [GeneratedRegex(@"(?<service>https://meet\.example/)[0-9a-f]{32}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Room();

    [GeneratedRegex(@"\b[0-9]{6}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<digit>[0-9])\k<digit>{2} ?\k<digit>{3}\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stand();
}
