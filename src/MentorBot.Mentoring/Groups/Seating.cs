using System.Globalization;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Groups;

/// <summary>Gives seats of group sessions, takes them back, and passes what is free to whoever waits, one after another.</summary>
public static class Seating
{
    /// <summary>How long a seat that became free is kept for whoever waited: as long as texting takes.</summary>
    public static readonly TimeSpan Kept = Choosing.Kept;

    /// <summary>She asks for a seat: she has it with the commit of this turn, if there is one.</summary>
    /// <returns>Her part with a seat; null where all are taken, and nothing changed.</returns>
    public static async Task<Participant?> JoinAsync(this Turn turn, GroupMeeting session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(session);
        var known = await turn.FindParticipantAsync(session, cancellationToken);
        if (known is { State: ParticipantState.Seated }) return known;
        if (known is { State: ParticipantState.Offered }) return turn.TakeOffered(known);
        if (await EmptySeatAsync(turn, session, cancellationToken) is not { } seat) return null;
        var participant = Here(turn, session, known);
        participant.IsRemote = session.VenueId is null;
        participant.Sit(seat, turn.Now);
        turn.Record("group.joined");
        return participant;
    }

    /// <summary>She takes the seat that was kept for her.</summary>
    public static Participant TakeOffered(this Turn turn, Participant participant)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(participant);
        participant.IsRemote = participant.Session!.VenueId is null;
        participant.Sit(participant.Seat!, turn.Now);
        turn.Record("group.joined");
        return participant;
    }

    /// <summary>She waits for a seat.</summary>
    /// <returns>Her part, and her place in the line, from 1 on.</returns>
    public static async Task<(Participant Participant, int Place)> WaitForSeatAsync(this Turn turn, GroupMeeting session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(session);
        var participant = Here(turn, session, await turn.FindParticipantAsync(session, cancellationToken));
        if (participant.State != ParticipantState.Waiting)
        {
            participant.Wait(turn.Now);
            session.Stir();
            turn.Record("group.waiting");
        }
        return (participant, await PlaceInLineAsync(turn, participant, cancellationToken));
    }

    /// <summary>She gives her seat up, or waits no more. Her seat goes with the commit of this turn to whoever waited longest; a turn of hers tells her.</summary>
    public static async Task LeaveGroupAsync(this Turn turn, Participant participant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(participant);
        var seat = participant.Leave();
        turn.Record("group.left", mentee: participant.Mentee);
        if (seat is not null) await PassOnAsync(turn, participant.Session!, seat, cancellationToken);
    }

    /// <summary>She did not answer while a seat was kept for her: it goes to the next.</summary>
    public static async Task LetLapseAsync(this Turn turn, Participant participant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(participant);
        var seat = participant.Leave();
        turn.Record("group.lapsed", mentee: participant.Mentee);
        if (seat is not null) await PassOnAsync(turn, participant.Session!, seat, cancellationToken);
    }

    /// <summary>She could not be told that a seat is free, for she talks with a mentor: the next gets it, and she waits behind all others.</summary>
    public static async Task AskLaterAsync(this Turn turn, Participant participant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(participant);
        var seat = participant.Leave();
        participant.Wait(turn.Now);
        if (seat is not null) await PassOnAsync(turn, participant.Session!, seat, cancellationToken);
    }

    private static async Task PassOnAsync(Turn turn, GroupMeeting session, Seat seat, CancellationToken cancellationToken)
    {
        // Who begins to wait at this moment, and did not see that it is free, reads again.
        session.Stir();
        if (!session.IsAheadAt(turn.Now) || await FirstWaitingAsync(turn, session, cancellationToken) is not { } next) return;
        var tellAt = ReminderTimes.ByDay(turn.Now, next.Mentee!.TimeZone);
        // Who would only hear of it when it has begun is told now.
        next.Offer(seat, tellAt < session.StartsAt ? tellAt : turn.Now);
        turn.Record("group.offered", mentee: next.Mentee);
    }

    /// <summary>Who waited longest. Of those whom this batch of turns knows it counts how they stand now, and not what is stored.</summary>
    private static async Task<Participant?> FirstWaitingAsync(Turn turn, GroupMeeting session, CancellationToken cancellationToken)
    {
        var known = Known(turn, session);
        var others = Waiting(turn, session, known).Include(p => p.Mentee).Include(p => p.Conversation!.Address);
        var stored = await others.OrderBy(p => p.AskedAt).ThenBy(p => p.Id).FirstOrDefaultAsync(cancellationToken);
        return known.Append(stored).OfType<Participant>().Where(p => p.State == ParticipantState.Waiting).MinBy(Order);

        static (DateTimeOffset, long) Order(Participant p) => (p.AskedAt, p.Id == 0 ? long.MaxValue : p.Id);
    }

    private static async Task<int> PlaceInLineAsync(Turn turn, Participant participant, CancellationToken cancellationToken)
    {
        var (session, since) = (participant.Session!, participant.AskedAt);
        var known = Known(turn, session);
        var before = await Waiting(turn, session, known).CountAsync(p => p.AskedAt <= since, cancellationToken);
        return before + known.Where(p => p.State == ParticipantState.Waiting && p.AskedAt <= since).TakeWhile(p => p != participant).Count() + 1;
    }

    private static List<Participant> Known(Turn turn, GroupMeeting session) => [.. turn.Db.Participants.Local.Where(p => p.Session == session).OrderBy(p => p.AskedAt)];

    /// <summary>Who waits by what is stored, but for those that are known better.</summary>
    private static IQueryable<Participant> Waiting(Turn turn, GroupMeeting session, List<Participant> known)
    {
        var (id, ids) = (session.Id, known.ConvertAll(p => p.Id));
        return turn.Db.Participants.Where(p => p.SessionId == id && p.State == ParticipantState.Waiting && !ids.Contains(p.Id));
    }

    private static async Task<Seat?> EmptySeatAsync(Turn turn, GroupMeeting session, CancellationToken cancellationToken)
    {
        var seats = turn.Db.Entry(session).Collection(one => one.Seats);
        if (!seats.IsLoaded) await seats.LoadAsync(cancellationToken);
        return session.FindEmpty(turn.MessageId);
    }

    private static Participant Here(Turn turn, GroupMeeting session, Participant? known)
    {
        var participant = known ?? turn.Db.Participants.Add(new Participant { Session = session, Mentee = turn.Mentee, Conversation = turn.Conversation }).Entity;
        participant.Conversation = turn.Conversation;
        return participant;
    }

    /// <summary>What tells an occasion of somebody's part from every other.</summary>
    internal static string IdOf(Participant participant, long repeat) => string.Create(CultureInfo.InvariantCulture, $"group {participant.Id} {participant.Version} {repeat}");
}
