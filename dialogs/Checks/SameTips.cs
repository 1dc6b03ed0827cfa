using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Checks;

/// <summary>A course has the same tips in the same order in every language it is in, so that somebody may change language half way.</summary>
internal sealed class SameTips : Check
{
    public override IEnumerable<ContentProblem> Problems(Material material) =>
        from english in material.Courses.All
        where english.Locale == Language.English
        from other in material.Courses.All
        where other.Id == english.Id && other.Locale != Language.English
        from problem in Differences(english, other)
        select problem;

    private static IEnumerable<ContentProblem> Differences(Course english, Course other)
    {
        var wanted = english.Tips.Select(tip => tip.Id).ToList();
        var written = other.Tips.Select(tip => tip.Id).ToList();
        foreach (var missing in english.Tips.Where(tip => !written.Contains(tip.Id)))
            yield return other.Place.Problem(
                $"The tip `{missing.Id}` is missing.", $"Write it here too; {missing.Place.File} has it on line {missing.Place.Line}.");
        foreach (var extra in other.Tips.Where(tip => !wanted.Contains(tip.Id)))
            yield return extra.Place.Problem(
                $"The tip `{extra.Id}` is not in the English course.", "Check its id, write it in en.md too, or take it out here.");
        if (wanted.Count == written.Count && !wanted.Except(written).Any() && !wanted.SequenceEqual(written))
            yield return other.Place.Problem("The tips are in another order than in English.", $"Use this order: {string.Join(", ", wanted)}.");
    }
}
