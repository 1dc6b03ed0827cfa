using System.Text.RegularExpressions;
using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Checks;

/// <summary>Capitals are for commands, and each command goes by one name in each language.</summary>
internal sealed partial class NamedCommands : Check
{
    public override IEnumerable<ContentProblem> Problems(Material material)
    {
        var named = material.Commands.Words.Concat(material.Commands.MentorWords).Where(word => word.IsNamed).ToLookup(word => word.Locale, word => word.Text);
        return from passage in material.Passages
               from capitals in Capitals().Matches(passage.Text).Select(match => match.Value).Distinct()
               where !named[passage.Locale].Contains(capitals) && !CarrierWords.AskedFor([capitals]).Any()
               select passage.Place.Problem(
                   $"{capitals} is not a word that people can send us.",
                   $"Write it in small letters, or use one of {string.Join(", ", named[passage.Locale])}.");
    }

    [GeneratedRegex(@"\b\p{Lu}{2,}(?:'\p{Lu}+)?\b(?: \p{Lu}{2,}(?:'\p{Lu}+)?\b)*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capitals();
}
