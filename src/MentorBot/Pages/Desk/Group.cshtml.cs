using MentorBot.Desk;
using MentorBot.Mentoring.Groups;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages.Desk;

/// <summary>One group session: who has a seat, what was asked, calling it off, and its digest.</summary>
internal sealed class GroupModel(GroupRoll roll, GroupPlans plans, TimeProvider clock) : PageModel
{
    /// <summary>All that is shown of it.</summary>
    public GroupSheet Sheet { get; private set; } = null!;

    /// <summary>What was done, or null.</summary>
    public string? Done { get; private set; }

    /// <summary>What is to be mended, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>What was not sent, to be mended.</summary>
    public string? Draft { get; private set; }

    /// <summary>This instant.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Whether it can still be called off.</summary>
    public bool CanBeCalledOff => Sheet.Session.State == GroupState.Planned && Sheet.Session.EndsAt > Now;

    /// <summary>Who is here.</summary>
    public DeskVisitor Visitor => DeskVisitor.Of(HttpContext);

    private GroupMaker Maker => new(Visitor.SchemeId, Visitor.MentorId, Visitor.IsCoordinator);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(long id)
    {
        var query = Request.Query;
        Done = query.ContainsKey("made") ? "Made. People can join it now." : query.ContainsKey("off") ? "Called off. Everybody is told." : query.ContainsKey("sent") ? "Sent to all who had a seat." : null;
        return await ShowAsync(id) ? Page() : NotFound();
    }

    /// <summary>Calls it off. Sent twice, it does nothing more.</summary>
    public async Task<IActionResult> OnPostCallOffAsync(long id)
    {
        if (await plans.CallOffAsync(Maker, id, HttpContext.RequestAborted)) return Redirect($"/desk/groups/{id}?off");
        return await RefuseAsync(id, "This is over already, so nothing was called off.");
    }

    /// <summary>Sends its digest. Sent twice, it goes out once.</summary>
    public async Task<IActionResult> OnPostDigestAsync(long id, string? digest)
    {
        Draft = digest;
        var (result, _) = await plans.WriteDigestAsync(Maker, id, digest, HttpContext.RequestAborted);
        return GroupWords.Of(result) is { } problem ? await RefuseAsync(id, problem) : Redirect($"/desk/groups/{id}?sent");
    }

    private async Task<IActionResult> RefuseAsync(long id, string problem)
    {
        if (!await ShowAsync(id)) return NotFound();
        (Problem, Response.StatusCode) = (problem, StatusCodes.Status422UnprocessableEntity);
        return Page();
    }

    private async Task<bool> ShowAsync(long id)
    {
        if (await roll.ReadAsync(Maker, id, HttpContext.RequestAborted) is not { } sheet) return false;
        Sheet = sheet;
        return true;
    }
}
