using MentorBot.Desk;
using MentorBot.Mentoring.Concerns;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages.Desk;

/// <summary>Where coordinators see for whom we worried, and whether somebody looks after it.</summary>
internal sealed class ConcernsModel(ConcernRoll roll) : PageModel
{
    /// <summary>Who is here.</summary>
    public DeskVisitor Visitor => DeskVisitor.Of(HttpContext);

    /// <summary>The newest, those that nobody looks after first.</summary>
    public IReadOnlyList<RolledConcern> Concerns { get; private set; } = [];

    /// <summary>Reads and shows them.</summary>
    public async Task OnGetAsync() => Concerns = await roll.ListAsync(Visitor.SchemeId, HttpContext.RequestAborted);
}
