using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Tips;

namespace MentorBot.Dialogs.Checks;

/// <summary>A tip in its frame is two text messages at most: somebody may be paying for each to be read, or reading on a very small screen.</summary>
internal sealed class TipLength(Func<string, int> segments) : Check
{
    private const int Most = 2;

    public override IEnumerable<ContentProblem> Problems(Material material) =>
        from course in material.Courses.All
        from tip in course.Tips
        let text = AsSent(course, tip, material.Words)
        let taken = segments(text)
        where taken > Most
        select tip.Place.Problem(
            $"This tip takes {taken} text messages ({text.Length} characters with its frame), and may take {Most}.",
            "Keep one idea and one thing to try; make a second tip of the rest.");

    private static string AsSent(Course course, Tip tip, Words words)
    {
        var frame = (words.Find(course.Locale, TipWording.Key(course, tip, TipWording.MayOfferPerson(course, tip)))
            ?? words.Find(course.Locale, TipWording.Key(course, tip, offersPerson: false)))!.For(Wording.Sms).Text;
        var values = TipWording.Values(course, tip).ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
        return Placeholders.Fill(frame, name => values.GetValueOrDefault(name, name));
    }
}
