using System.Text.RegularExpressions;

namespace MentorBot.Dialogs.Checks;

/// <summary>Text as sentences and words.</summary>
internal static partial class Prose
{
    /// <summary>The sentences. The end of a line ends a sentence too: choices and greetings stand on lines of their own.</summary>
    public static IReadOnlyList<string> Sentences(string text) =>
        [.. SentenceEnd().Split(text).Select(part => part.Trim()).Where(part => Words(part).Count > 0)];

    /// <summary>The words: whatever has letters. Numbers and signs are not counted, nor the gaps that are filled later.</summary>
    public static IReadOnlyList<string> Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"[.!?]+(?=\s|$)|\n+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"(?<!\{)\b\p{L}[\p{L}']*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
