using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Checks;

/// <summary>Each tip of a course has an id of its own: it is how we know what somebody has seen.</summary>
internal sealed class TipIds : Check
{
    public override IEnumerable<ContentProblem> Problems(Material material) =>
        from course in material.Courses.All
        from sameId in course.Tips.GroupBy(tip => tip.Id, StringComparer.Ordinal)
        from repeat in sameId.Skip(1)
        select repeat.Place.Problem($"Another tip has the id `{repeat.Id}`, on line {sameId.First().Place.Line}.", "Give this one an id of its own.");
}
