using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Checks;

/// <summary>Every number that we send people to was compared with its source within 90 days: one that is dead costs a moment of courage.</summary>
internal sealed class HelplineDates(DateOnly today) : Check
{
    private const int MostDays = 90;

    public override IEnumerable<ContentProblem> Problems(Material material) =>
        from line in material.Helplines.All
        where line.Checked < today.AddDays(-MostDays)
        select line.Place.Problem(
            $"`{line.Id}` was last checked on {line.Checked:yyyy-MM-dd}, more than {MostDays} days ago.", "Compare it with its source, and move `checked:` on.");
}
