using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Checks;

/// <summary>A phrase has the same gaps in every language. A short form may leave some out, but has none of its own.</summary>
internal sealed class SamePlaceholders : Check
{
    public override IEnumerable<ContentProblem> Problems(Material material) =>
        material.Words.Phrases.SelectMany(phrase => AgainstEnglish(phrase, material.Words).Concat(ShortForms(phrase)));

    private static IEnumerable<ContentProblem> AgainstEnglish(Phrase phrase, Words words)
    {
        var english = words.Find(Language.English, phrase.Key);
        if (english is null) return [];
        var wanted = Placeholders.In(english.Wordings[0].Text);
        var written = Placeholders.In(phrase.Wordings[0].Text);
        return wanted.Except(written).Select(name => phrase.Wordings[0].Place.Problem(
                $"`{{{name}}}` is in the English words and not here.", $"Put `{{{name}}}` where it belongs in this sentence."))
            .Concat(written.Except(wanted).Select(name => phrase.Wordings[0].Place.Problem(
                $"`{{{name}}}` is not in the English words.", "Take it out, or put it into words.en.yaml too.")));
    }

    private static IEnumerable<ContentProblem> ShortForms(Phrase phrase) =>
        from wording in phrase.Wordings.Skip(1)
        from name in Placeholders.In(wording.Text).Except(Placeholders.In(phrase.Wordings[0].Text))
        select wording.Place.Problem($"`{{{name}}}` is in this form and not in `text`.", "Put it into `text` too, or take it out here.");
}
