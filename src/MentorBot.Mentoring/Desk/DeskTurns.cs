using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Desk;

/// <summary>Takes what a mentor does in a browser as a turn: what follows from it, here and in her conversation, is recorded in one transaction or not at all.</summary>
/// <remarks>
/// It enters where other turns are recorded, for nobody waits for it in an inbox: the mentor is told what became of it. Should somebody else change the same rows in that moment, it is taken again
/// from what they left. A form that was dealt with does nothing when it is sent again.
/// </remarks>
public sealed class DeskTurns(
    IDbContextFactory<MentorBotDb> contexts, Writes writes, Saying saying, Signal<Deliveries> deliveries, Signal<Turns> turns, Signal<DeskNews> news, TimeProvider clock) : IDisposable
{
    // Each that was in vain means that somebody else wrote, so somebody always gets on.
    private const int MostTries = 20;

    // Those of one node queue, rather than load the same rows side by side and fail on each other: of a thousand who press at once, 999 read that it is gone.
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>Takes one.</summary>
    /// <param name="mentorId">Who does something.</param>
    /// <param name="formId">The random name of the form that he sent.</param>
    /// <param name="work">What he does; he is loaded with his phone. Only if it gives <see cref="DeskResult.Done"/> is anything kept.</param>
    /// <param name="cancellationToken">Ends the reading; nothing was done then.</param>
    public async Task<DeskResult> TakeAsync(int mentorId, string formId, Func<Turn, Mentor, Task<DeskResult>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(formId);
        ArgumentNullException.ThrowIfNull(work);
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return await TakeAsync(new Sent(mentorId, formId), work, cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Forgets the queue.</summary>
    public void Dispose() => _oneAtATime.Dispose();

    private async Task<DeskResult> TakeAsync(Sent sent, Func<Turn, Mentor, Task<DeskResult>> work, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TakeOnceAsync(sent, work, cancellationToken);
            }
            catch (Exception error) when (tries < MostTries && (error is DbUpdateConcurrencyException || CrossedWrite.Is(error)))
            {
                // The next try reads what the other writer left.
            }
        }
    }

    private async Task<DeskResult> TakeOnceAsync(Sent sent, Func<Turn, Mentor, Task<DeskResult>> work, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var record = new TurnRecord();
        var turn = new Turn(db, record, clock.GetUtcNow());
        if (await db.DeskForms.AnyAsync(f => f.MentorId == sent.MentorId && f.FormId == sent.FormId, cancellationToken)) return DeskResult.Repeated;
        if (await db.Mentors.Include(m => m.Phone!.Address!.Mentee).FirstOrDefaultAsync(m => m.Id == sent.MentorId, cancellationToken) is not { } mentor) return DeskResult.NoMentor;

        var result = mentor.WithdrawnAt is null ? await work(turn, mentor) : await PartAsync(turn, mentor, cancellationToken);
        if (result is not (DeskResult.Done or DeskResult.NoMentor)) return result;
        db.DeskForms.Add(new DeskForm { MentorId = sent.MentorId, FormId = sent.FormId, At = turn.Now });
        await RecordAsync(turn, record, cancellationToken);
        return result;
    }

    // His rights were withdrawn: whatever he still holds goes round again.
    private static async Task<DeskResult> PartAsync(Turn turn, Mentor mentor, CancellationToken cancellationToken)
    {
        await turn.GiveAllBackAsync(mentor, cancellationToken);
        return DeskResult.NoMentor;
    }

    private async Task RecordAsync(Turn turn, TurnRecord record, CancellationToken cancellationToken)
    {
        saying.PrepareElsewhere(turn);
        await writes.SaveAsync(turn.Db, record.WriteAsync, cancellationToken);
        deliveries.Pulse();
        turns.Pulse();
        news.Pulse();
    }

    private sealed record Sent(int MentorId, string FormId);
}
