using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Checks;

/// <summary>A phrase fits the text messages it is allowed, even with its gaps filled by the longest that can fill them.</summary>
internal sealed class SmsLength(Func<string, int> segments) : Check
{
    public override IEnumerable<ContentProblem> Problems(Material material)
    {
        foreach (var phrase in material.Words.Phrases.Where(phrase => !phrase.IsOnPage))
        {
            var wording = phrase.For(Wording.Sms);
            var text = Placeholders.Fill(wording.Text, name => material.LongestValues.GetValueOrDefault(name, name));
            if (segments(text) is var taken && taken > phrase.Segments)
                yield return wording.Place.Problem(
                    $"`{phrase.Name}` takes {taken} text messages ({text.Length} characters), and may take {phrase.Segments}.",
                    "Shorten it, give it a short `sms:` form, or, only where people truly need it all, allow more with `segments:`.");
        }
    }
}
