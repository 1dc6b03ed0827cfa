using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Concerns;

/// <summary>Somebody looks after a concern: takes it, and says when it is dealt with. If he can no longer, people are alerted again.</summary>
public static class Caring
{
    /// <summary>The concerns that nobody looks after and that are a mentor's to take: he is the lead or deputy of their scheme. Not his own.</summary>
    public static async Task<IReadOnlyList<RaisedConcern>> ConcernsForAsync(this Turn turn, Mentor mentor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(mentor);
        var schemes = await turn.SchemesOfDutyAsync(mentor, cancellationToken);
        if (schemes.Count == 0) return [];
        var stored = await WithHer(turn).Where(c => schemes.Contains(c.SchemeId) && c.State == ConcernState.Open && c.ConversationId != mentor.PhoneId)
            .OrderBy(c => c.Id).ToListAsync(cancellationToken);
        // What an earlier turn of the same transaction raised or took.
        return [.. stored.Union(turn.Db.Concerns.Local.Where(c => schemes.Contains(c.SchemeId) && c.Conversation != turn.Conversation)).Where(c => c.IsOpen)];
    }

    /// <summary>The concerns that a mentor looks after.</summary>
    public static async Task<IReadOnlyList<RaisedConcern>> ConcernsWithAsync(this Turn turn, Mentor mentor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(mentor);
        var stored = await WithHer(turn).Where(c => c.TakenById == mentor.Id && c.State == ConcernState.Taken).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        return [.. stored.Union(turn.Db.Concerns.Local.Where(c => c.TakenBy == mentor)).Where(c => c.State == ConcernState.Taken)];
    }

    /// <summary>He looks after it from now on.</summary>
    /// <returns>Who else was told of it, to be told that he has it.</returns>
    public static async Task<IReadOnlyList<Mentor>> TakeConcernAsync(this Turn turn, RaisedConcern concern, Mentor mentor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(concern);
        concern.Take(mentor, turn.Now);
        turn.Record("concern.taken", concern.KindId, concern.Conversation!.Address!.Mentee);
        var told = await turn.Db.ConcernAlerts.Where(a => a.ConcernId == concern.Id && a.WasTold).Include(a => a.Mentor!.Phone!.Address!.Mentee)
            .Select(a => a.Mentor!).Distinct().ToListAsync(cancellationToken);
        var phones = told.ConvertAll(one => one.PhoneId).OfType<long>().ToList();
        await turn.Db.Conversations.Where(c => phones.Contains(c.Id)).Include(c => c.Address!.Mentee).LoadAsync(cancellationToken);
        return told.FindAll(one => one != mentor && one.HearsOnPhone);
    }

    /// <summary>It is over.</summary>
    public static void EndConcern(this Turn turn, RaisedConcern concern, ConcernEnd ending)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(concern);
        concern.End(ending, turn.Now);
        turn.Record("concern.ended", ending.ToString(), concern.Conversation!.Address!.Mentee);
    }

    /// <summary>She says whether she wants a person.</summary>
    public static void NoteAnswer(this Turn turn, RaisedConcern concern, bool wantsPerson)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(concern);
        concern.Answer(wantsPerson);
        turn.Record("concern.answered", wantsPerson ? "person" : "nobody");
    }

    /// <summary>A talk goes back from whoever looked after her, or breaks off: people are alerted again.</summary>
    internal static async Task ReopenConcernAsync(this Turn turn, Handoff handoff, CancellationToken cancellationToken)
    {
        if (await turn.FindConcernInAsync(handoff.Conversation!, cancellationToken) is not { State: ConcernState.Taken } concern) return;
        if (concern.TakenById != handoff.MentorId && concern.TakenBy != handoff.Mentor) return;
        concern.Reopen(turn.Now);
        turn.Record("concern.reopened", concern.KindId, handoff.Hers);
    }

    /// <summary>A mentor is gone: people are alerted again of what he looked after.</summary>
    internal static async Task ReopenConcernsOfAsync(this Turn turn, Mentor mentor, CancellationToken cancellationToken)
    {
        foreach (var concern in await turn.ConcernsWithAsync(mentor, cancellationToken))
        {
            concern.Reopen(turn.Now);
            turn.Record("concern.reopened", concern.KindId, concern.Conversation!.Address!.Mentee);
        }
    }

    private static IQueryable<RaisedConcern> WithHer(Turn turn) => turn.Db.Concerns.Include(c => c.Conversation!.Address!.Mentee);
}
