using MentorBot.Desk;
using MentorBot.Dialogs.Bookings;
using MentorBot.Dialogs.Groups;
using MentorBot.Dialogs.Library;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Groups;
using MentorBot.Mentoring.Mentors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages.Desk;

/// <summary>The group sessions of a scheme, and a form to make one.</summary>
internal sealed class GroupsModel(GroupRoll roll, GroupPlans plans, Content content, VideoRooms rooms, TimeProvider clock) : PageModel
{
    /// <summary>Those that are ahead, and behind them the last that are not.</summary>
    public IReadOnlyList<RolledGroup> Groups { get; private set; } = [];

    /// <summary>Who may lead one.</summary>
    public IReadOnlyList<Mentor> Mentors { get; private set; } = [];

    /// <summary>Where one may be.</summary>
    public IReadOnlyList<Venue> Venues { get; private set; } = [];

    /// <summary>The form.</summary>
    public GroupForm Form { get; private set; } = new() { Form = Guid.NewGuid().ToString("N") };

    /// <summary>What is to be mended, or null.</summary>
    public GroupProblem? Wrong { get; private set; }

    /// <summary>Whether there are video rooms.</summary>
    public bool HasVideo => rooms.AreThere;

    /// <summary>This instant.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Who is here.</summary>
    public DeskVisitor Visitor => DeskVisitor.Of(HttpContext);

    private GroupMaker Maker => new(Visitor.SchemeId, Visitor.MentorId, Visitor.IsCoordinator);

    /// <summary>Shows them.</summary>
    public Task OnGetAsync() => ShowAsync();

    /// <summary>Makes one.</summary>
    /// <param name="typed">What was typed. No field may be called like it, or model binding would look for all others behind that name.</param>
    public async Task<IActionResult> OnPostAsync([FromForm] GroupForm typed)
    {
        Form = typed;
        var (id, problem) = await MakeAsync(typed);
        if (id is { } made) return Redirect($"/desk/groups/{made}?made");
        (Wrong, Response.StatusCode) = (problem, StatusCodes.Status422UnprocessableEntity);
        await ShowAsync();
        return Page();
    }

    private async Task<(long? Id, GroupProblem? Problem)> MakeAsync(GroupForm form)
    {
        if (form.Read(Visitor.TimeZone) is not { } plan) return (null, GroupProblem.NoSuchTime);
        if (!Keywords.MayBe(content, plan.Keyword)) return (null, GroupProblem.Keyword);
        if (plan.HasRemoteWay && !HasVideo) return (null, GroupProblem.NoWay);
        return await plans.MakeAsync(Maker, plan, form.IdOf(Visitor.AccountId), HttpContext.RequestAborted);
    }

    private async Task ShowAsync()
    {
        Groups = await roll.ListAsync(Maker, HttpContext.RequestAborted);
        (Mentors, Venues) = await roll.ReadChoicesAsync(Maker, HttpContext.RequestAborted);
    }
}
