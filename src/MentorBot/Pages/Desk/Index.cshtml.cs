using MentorBot.Dialogs.Mentors;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Mentors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Pages.Desk;

/// <summary>The desk: whom a mentor has, and who waits for one.</summary>
internal sealed class IndexModel(DeskQueues queues, DeskNews news, MentorDesk desk, IDbContextFactory<MentorBotDb> contexts, TimeProvider clock) : DeskPageModel
{
    /// <summary>What is shown.</summary>
    public DeskQueue Queue { get; private set; } = new([], [], [], 0);

    /// <summary>What others hold in the scheme: for its coordinator.</summary>
    public IReadOnlyList<DeskCard> OfScheme { get; private set; } = [];

    /// <summary>How it stood when the page was made: the script compares.</summary>
    public DeskState? State { get; private set; }

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

    /// <summary>Does not take it.</summary>
    public async Task<IActionResult> OnPostDeclineAsync(long id, string? form, CancellationToken cancellationToken) =>
        await AnswerAsync(await desk.DeclineAsync(Act(id, form), cancellationToken), "/desk", cancellationToken);

    /// <summary>Is away, or back.</summary>
    public async Task<IActionResult> OnPostAwayAsync(bool away, string? form, CancellationToken cancellationToken) =>
        await AnswerAsync(await desk.SetAwayAsync(Act(0, form), away, cancellationToken), "/desk", cancellationToken);

    /// <summary>Looks on, as a coordinator.</summary>
    public async Task<IActionResult> OnPostLookOnAsync(long id, string? form, CancellationToken cancellationToken) => Visitor.IsCoordinator
        ? await AnswerAsync(await desk.LookOnAsync(Act(id, form), Visitor.SchemeId, cancellationToken), $"/desk/talk/{id}", cancellationToken)
        : Forbid();

    /// <summary>Chooses where he hears of offers.</summary>
    public async Task<IActionResult> OnPostHearAsync(HearsBy by, string? form, CancellationToken cancellationToken) =>
        await AnswerAsync(Enum.IsDefined(by) ? await desk.HearByAsync(Act(0, form), by, cancellationToken) : DeskResult.Empty, "/desk", cancellationToken);

    private async Task<IActionResult> AnswerAsync(DeskResult result, string onTo, CancellationToken cancellationToken)
    {
        if (Say(result) is not { } problem) return LocalRedirect(onTo);
        (Problem, Response.StatusCode) = (problem, StatusCodes.Status409Conflict);
        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Now = clock.GetUtcNow();
        // Before the rest: what changes in between is seen a moment later, and not never.
        State = (await news.LookAsync([MentorId], cancellationToken)).GetValueOrDefault(MentorId);
        Queue = await queues.ReadAsync(MentorId, cancellationToken);
        if (Visitor.IsCoordinator) OfScheme = await queues.HeldInSchemeAsync(Visitor.SchemeId, MentorId, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Mentors.AsNoTracking().FirstOrDefaultAsync(m => m.Id == MentorId, cancellationToken) is not { } mentor) return;
        (IsAway, HearsBy, HasPhone) = (mentor.AwaySince is not null, mentor.HearsBy, mentor.PhoneId is not null);
    }
}
