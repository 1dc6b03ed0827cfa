using MentorBot.Mentoring.Desk;
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
        return [.. stored.Union(turn.Db.Concerns.Local.Where(c => schemes.Contains(c.SchemeId) && c.Conversation != mentor.Phone)).Where(c => c.IsOpen)];
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

    /// <summary>Why a mentor cannot take a concern, or end it.</summary>
    public static async Task<DeskResult> WhyNotAsync(this Turn turn, Mentor mentor, long concernId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(mentor);
        var concern = await turn.Db.Concerns.FirstOrDefaultAsync(c => c.Id == concernId, cancellationToken);
        var isHis = concern is not null && (concern.TakenById == mentor.Id || (await turn.SchemesOfDutyAsync(mentor, cancellationToken)).Contains(concern.SchemeId));
        if (!isHis || concern!.IsOpen) return DeskResult.NotHis;
        return concern.IsOver ? DeskResult.Over : concern.TakenById == mentor.Id ? DeskResult.Mine : DeskResult.Gone;
    }

    /// <summary>Finds who is to be reminded now that he looks after a concern and has not said that it is over. Nobody while he talks with her, or outside the hours of duty.</summary>
    /// <returns>He; null if it is not time, or he need not be.</returns>
    public static async Task<Mentor?> RemindIfDueAsync(this Turn turn, RaisedConcern concern, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(concern);
        if (concern.State != ConcernState.Taken || !(concern.DueAt <= turn.Now + ConcernClock.ClocksDiffer)) return null;
        var people = await turn.FindOnDutyAsync(concern.SchemeId, cancellationToken);
        var isOn = people?.Duty.IsOnAt(turn.Now) != false;
        concern.RemindAt(isOn ? turn.Now + AlertTimes.BetweenReminders : people!.Duty.NextStart(turn.Now));
        var talks = await turn.FindHandoffAsync(cancellationToken) is { IsHeld: true } handoff && handoff.MentorId == concern.TakenById;
        return isOn && !talks ? concern.TakenBy : null;
    }

    /// <summary>It is over.</summary>
    public static void EndConcern(this Turn turn, RaisedConcern concern, ConcernEnd ending)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(concern);
        concern.End(ending, turn.Now);
        turn.Record("concern.ended", ending.ToString(), concern.Conversation!.Address!.Mentee);
    }

    /// <summary>Whoever looks after it says how she is, and ends it. If he does not know, for nobody could reach her, it is the lead's or the deputy's to end: anybody else's word alerts them again.</summary>
    /// <returns>Whether it is over.</returns>
    public static async Task<bool> SettleConcernAsync(this Turn turn, RaisedConcern concern, ConcernOutcome outcome, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(concern);
        concern.Note(outcome);
        turn.Record("concern.settled", outcome.ToString(), concern.Conversation!.Address!.Mentee);
        var mayEnd = outcome != ConcernOutcome.NotReached || await IsOnDutyForAsync(turn, concern, cancellationToken);
        if (mayEnd) turn.EndConcern(concern, ConcernEnd.DealtWith);
        else Reopen(turn, concern);
        return mayEnd;
    }

    /// <summary>He cannot look after it any longer: lead and deputy are alerted again, both at once, for he may be the lead.</summary>
    public static void PassConcernOn(this Turn turn, RaisedConcern concern)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(concern);
        Reopen(turn, concern);
        concern.AlertBoth();
    }

    // Where nobody has the duty there is nobody to tell.
    private static async Task<bool> IsOnDutyForAsync(Turn turn, RaisedConcern concern, CancellationToken cancellationToken) =>
        await turn.FindOnDutyAsync(concern.SchemeId, cancellationToken) is not { } people || people.Duty.Has(concern.TakenById!.Value);

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
        Reopen(turn, concern);
    }

    /// <summary>A mentor is gone: people are alerted again of what he looked after.</summary>
    internal static async Task ReopenConcernsOfAsync(this Turn turn, Mentor mentor, CancellationToken cancellationToken)
    {
        foreach (var concern in await turn.ConcernsWithAsync(mentor, cancellationToken)) Reopen(turn, concern);
    }

    private static void Reopen(Turn turn, RaisedConcern concern)
    {
        concern.Reopen(turn.Now);
        turn.Record("concern.reopened", concern.KindId, concern.Conversation!.Address!.Mentee);
    }

    private static IQueryable<RaisedConcern> WithHer(Turn turn) => turn.Db.Concerns.Include(c => c.Conversation!.Address!.Mentee);
}
