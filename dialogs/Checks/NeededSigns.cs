using MentorBot.Dialogs.Library;
using MentorBot.Mentoring.Concerns;

namespace MentorBot.Dialogs.Checks;

/// <summary>Every kind of concern has signs: without them a cry for help would be met by the menu.</summary>
internal sealed class NeededSigns : Check
{
    public override IEnumerable<ContentProblem> Problems(Material material) =>
        from kind in ConcernKind.All
        where !material.Concerns.Knows(kind)
        select new ContentProblem($"dialogs/Concerns/signs.{Language.English}.yaml", 1, $"There are no signs of `{kind.Id}`.", "Put them back.");
}
