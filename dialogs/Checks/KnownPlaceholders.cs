using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Checks;

/// <summary>Every gap is one we can fill, and every brace belongs to a gap.</summary>
internal sealed class KnownPlaceholders : Check
{
    public override IEnumerable<ContentProblem> Problems(Material material) =>
        material.Passages.SelectMany(passage => LooseBraces(passage).Concat(Unknown(passage, material.LongestValues)));

    private static IEnumerable<ContentProblem> LooseBraces(Passage passage)
    {
        if (Placeholders.HasLooseBrace(passage.Text))
            yield return passage.Place.Problem(
                "There is a brace, { or }, that is not around a name.", "Write a gap as `{name}`: one word, letters only, the first one small.");
    }

    private static IEnumerable<ContentProblem> Unknown(Passage passage, IReadOnlyDictionary<string, string> known) =>
        Placeholders.In(passage.Text).Where(name => !known.ContainsKey(name)).Select(name => passage.Place.Problem(
            $"`{{{name}}}` is not a gap we know.", "Check how it is spelt, or add it to dialogs/placeholders.yaml with the longest thing that can fill it."));
}
