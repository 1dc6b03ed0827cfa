using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Checks;

/// <summary>Whatever MentorBot can say in English it can say in every language, and the other way round.</summary>
internal sealed class SameKeys : Check
{
    public override IEnumerable<ContentProblem> Problems(Material material)
    {
        var byLocale = material.Words.Phrases.ToLookup(phrase => phrase.Locale);
        var english = byLocale[Language.English].ToList();
        return byLocale.Where(others => others.Key != Language.English)
            .SelectMany(others => Missing(english, [.. others], others.Key).Concat(Extra(english, [.. others])));
    }

    private static IEnumerable<ContentProblem> Missing(List<Phrase> english, List<Phrase> others, string locale) =>
        english.ExceptBy(others.Select(phrase => phrase.Key), phrase => phrase.Key).Select(phrase => new ContentProblem(
            $"dialogs/{phrase.Conversation}/words.{locale}.yaml",
            1,
            $"`{phrase.Name}` is missing.",
            $"Write it here in this language; {phrase.Place.File} has it on line {phrase.Place.Line}."));

    private static IEnumerable<ContentProblem> Extra(List<Phrase> english, List<Phrase> others) =>
        others.ExceptBy(english.Select(phrase => phrase.Key), phrase => phrase.Key).Select(phrase => phrase.Place.Problem(
            $"`{phrase.Name}` is not in the English words.",
            "Check how it is spelt, write it in words.en.yaml too, or take it out here."));
}
