using MentorBot.Dialogs.Mentors;
using MentorBot.Mentoring.Accounts;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Mentors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Pages.Desk;

/// <summary>The desk: whom a mentor has, and who waits for one.</summary>
internal sealed class IndexModel(DeskQueues queues, DeskConcerns concerns, DeskNews news, MentorDesk desk, Team team, IDbContextFactory<MentorBotDb> contexts, TimeProvider clock) : DeskPageModel
{
    /// <summary>What is shown.</summary>
    public DeskQueue Queue { get; private set; } = new([], [], [], 0);

    /// <summary>What others hold in the scheme: for its coordinator.</summary>
    public IReadOnlyList<DeskCard> OfScheme { get; private set; } = [];

    /// <summary>Who may be in danger, for whoever has the duty.</summary>
    public DutyAtDesk Duty { get; private set; } = new(IsHis: false, []);

    /// <summary>Those who wait, without those whose danger stands above.</summary>
    public IEnumerable<DeskCard> Waiting => Queue.Waiting.Where(card => Duty.Concerns.All(one => one.HandoffId != card.Handoff.Id));

    /// <summary>How many wait that nobody has.</summary>
    public int AllWaiting => Queue.AllWaiting + Duty.Concerns.Count(one => one.Concern.IsOpen && !one.IsAsked);

    /// <summary>Whether he said that he is away.</summary>
    public bool IsAway { get; private set; }

    /// <summary>Where he hears of offers.</summary>
    public HearsBy HearsBy { get; private set; }

    /// <summary>Whether he has a phone that talks to us.</summary>
    public bool HasPhone { get; private set; }

    /// <summary>Shows it.</summary>
    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>Takes somebody who waits.</summary>
    public async Task<IActionResult> OnPostTakeAsync(long id, string? form, CancellationToken cancellationToken) =>
        await AnswerAsync(await desk.TakeAsync(Act(id, form), cancellationToken), $"/desk/talk/{id}", cancellationToken);

    /// <summary>Looks after somebody who may be in danger, and talks with her, if that is what she wants.</summary>
    public async Task<IActionResult> OnPostLookAfterAsync(long concern, string? form, CancellationToken cancellationToken)
    {
        var result = await desk.LookAfterAsync(Act(0, form), concern, cancellationToken);
        var talk = Say(result) is null ? (await concerns.ReadAsync(MentorId, cancellationToken)).Concerns.FirstOrDefault(one => one.Concern.Id == concern && one.IsHolder)?.HandoffId : null;
        return await AnswerAsync(result, talk is null ? "/desk" : $"/desk/talk/{talk}", cancellationToken);
    }

    /// <summary>What he looked after is dealt with, and he says how she is.</summary>
    public async Task<IActionResult> OnPostDealtWithAsync(long concern, ConcernOutcome? safety, string? form, CancellationToken cancellationToken) => safety is { } how && Enum.IsDefined(how)
        ? await AnswerAsync(await desk.SettleConcernAsync(Act(0, form, $"{how}"), concern, how, cancellationToken), "/desk", cancellationToken)
        : await RefuseAsync("Choose how they are.", StatusCodes.Status422UnprocessableEntity, cancellationToken);

    /// <summary>He cannot look after it any longer.</summary>
    public async Task<IActionResult> OnPostPassOnAsync(long concern, string? form, CancellationToken cancellationToken) =>
        await AnswerAsync(await desk.PassConcernOnAsync(Act(0, form), concern, cancellationToken), "/desk", cancellationToken);

    /// <summary>Does not take it.</summary>
    public async Task<IActionResult> OnPostDeclineAsync(long id, string? form, CancellationToken cancellationToken) =>
        await AnswerAsync(await desk.DeclineAsync(Act(id, form), cancellationToken), "/desk", cancellationToken);

    /// <summary>Is away, or back.</summary>
    public async Task<IActionResult> OnPostAwayAsync(bool away, string? form, CancellationToken cancellationToken) =>
        await AnswerAsync(await desk.SetAwayAsync(Act(0, form, $"{away}"), away, cancellationToken), "/desk", cancellationToken);

    /// <summary>Looks on, as a coordinator.</summary>
    public async Task<IActionResult> OnPostLookOnAsync(long id, string? form, CancellationToken cancellationToken) => Visitor.IsCoordinator
        ? await AnswerAsync(await desk.LookOnAsync(Act(id, form), Visitor.SchemeId, cancellationToken), $"/desk/talk/{id}", cancellationToken)
        : Forbid();

    /// <summary>Is a mentor from now on, too: a coordinator who wants to look on.</summary>
    public async Task<IActionResult> OnPostHelpAsync()
    {
        await team.BecomeMentorAsync(Visitor.AccountId);
        return LocalRedirect("/desk");
    }

    /// <summary>Chooses where he hears of offers.</summary>
    public async Task<IActionResult> OnPostHearAsync(HearsBy by, string? form, CancellationToken cancellationToken) =>
        await AnswerAsync(Enum.IsDefined(by) ? await desk.HearByAsync(Act(0, form, $"{by}"), by, cancellationToken) : DeskResult.Empty, "/desk", cancellationToken);

    private async Task<IActionResult> AnswerAsync(DeskResult result, string onTo, CancellationToken cancellationToken) =>
        Say(result) is { } problem ? await RefuseAsync(problem, StatusCodes.Status409Conflict, cancellationToken) : LocalRedirect(onTo);

    private async Task<PageResult> RefuseAsync(string why, int status, CancellationToken cancellationToken)
    {
        (Problem, Response.StatusCode) = (why, status);
        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        await LookAsync(news, clock, cancellationToken);
        Queue = await queues.ReadAsync(MentorId, cancellationToken);
        Duty = await concerns.ReadAsync(MentorId, cancellationToken);
        if (Visitor.IsCoordinator) OfScheme = await queues.HeldInSchemeAsync(Visitor.SchemeId, MentorId, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Mentors.AsNoTracking().FirstOrDefaultAsync(m => m.Id == MentorId, cancellationToken) is not { } mentor) return;
        (IsAway, HearsBy, HasPhone) = (mentor.AwaySince is not null, mentor.HearsBy, mentor.PhoneId is not null);
    }
}
