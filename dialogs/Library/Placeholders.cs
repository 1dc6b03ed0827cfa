using System.Text.RegularExpressions;

namespace MentorBot.Dialogs.Library;

/// <summary>The gaps in a text, <c>{number}</c>, that are filled when it is said.</summary>
internal static partial class Placeholders
{
    /// <summary>The names of the gaps, each once.</summary>
    public static IReadOnlySet<string> In(string text) => Gap().Matches(text).Select(NameOf).ToHashSet(StringComparer.Ordinal);

    /// <summary>The text with every gap filled. What is filled in is never searched for gaps itself.</summary>
    public static string Fill(string text, Func<string, string> value) => Gap().Replace(text, gap => value(NameOf(gap)));

    /// <summary>Whether a brace is left that does not belong to a gap.</summary>
    public static bool HasLooseBrace(string text) => Fill(text, _ => "").AsSpan().ContainsAny('{', '}');

    private static string NameOf(Match gap) => gap.Groups["name"].Value;

    [GeneratedRegex(@"\{(?<name>[a-z][A-Za-z]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();
}
