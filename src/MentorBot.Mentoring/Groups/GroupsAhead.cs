using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Groups;

/// <summary>Finds group sessions, and somebody's part in them.</summary>
public static class GroupsAhead
{
    // The node that stored the occasion may be a little ahead of this one.
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(5);

    // So long afterwards the last question about it is still understood.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(14);

    /// <summary>The next sessions that she may join, the first first.</summary>
    public static async Task<IReadOnlyList<GroupMeeting>> GroupsAheadAsync(this Turn turn, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var (schemes, now) = (await turn.Db.SchemesUpwardsAsync(turn.Mentee.SchemeId, cancellationToken), turn.Now);
        return await turn.Groups().Where(s => schemes.Contains(s.SchemeId) && s.State == GroupState.Planned && s.StartsAt > now)
            .OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>The session that a word means to her: the one of the nearest scheme that is not over. Null if it means none.</summary>
    /// <param name="turn">Her turn.</param>
    /// <param name="word">In capitals.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<GroupMeeting?> FindGroupAsync(this Turn turn, string word, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length is < GroupMeeting.ShortestKeyword or > GroupMeeting.LongestKeyword || !word.All(char.IsAsciiLetterUpper)) return null;
        var now = turn.Now;
        var meant = await turn.Groups().Where(s => s.Keyword == word && s.State == GroupState.Planned && s.EndsAt > now).ToListAsync(cancellationToken);
        if (meant.Count == 0) return null;
        var schemes = (await turn.Db.SchemesUpwardsAsync(turn.Mentee.SchemeId, cancellationToken)).ToList();
        return meant.Where(s => schemes.Contains(s.SchemeId)).MinBy(s => schemes.IndexOf(s.SchemeId));
    }

    /// <summary>A session by its number; null if there is none.</summary>
    public static Task<GroupMeeting?> FindGroupAsync(this Turn turn, long id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.Groups().FirstOrDefaultAsync(s => s.Id == id, cancellationToken);
    }

    /// <summary>Her part in a session, wherever she joined it; null if she never asked.</summary>
    public static async Task<Participant?> FindParticipantAsync(this Turn turn, GroupMeeting session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(session);
        var (mentee, here) = (turn.Mentee.Id, turn.Conversation.Id);
        var fresh = turn.Db.Participants.Local.FirstOrDefault(p => p.Session == session && p.Mentee == turn.Mentee);
        return fresh ?? await turn.Participants().Where(p => p.SessionId == session.Id && (p.MenteeId == mentee || p.ConversationId == here)).OrderBy(p => p.MenteeId != mentee).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Where she has a seat and may ask something now; the first to begin. Null if nowhere.</summary>
    public static async Task<Participant?> FindSeatedNowAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var (mentee, soon, now) = (turn.Mentee.Id, turn.Now + GroupMeeting.HourBefore, turn.Now);
        var seated = await turn.Participants()
            .Where(p => p.MenteeId == mentee && p.State == ParticipantState.Seated && p.Session!.State == GroupState.Planned && p.Session.StartsAt <= soon && p.Session.EndsAt > now)
            .OrderBy(p => p.Session!.StartsAt).ToListAsync(cancellationToken);
        return seated.Find(p => p.State == ParticipantState.Seated);
    }

    /// <summary>What is due in this turn's conversation.</summary>
    public static async Task<IReadOnlyList<Participant>> DueParticipantsAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var (id, by) = (turn.Conversation.Id, turn.Now + ClocksDiffer);
        var stored = await turn.Participants().Where(p => p.ConversationId == id && p.DueAt <= by).OrderBy(p => p.DueAt).ToListAsync(cancellationToken);
        // An earlier turn of the same transaction may have dealt with it.
        return stored.FindAll(participant => participant.DueAt <= by);
    }

    /// <summary>Of which sessions a mentor is to be told something now.</summary>
    public static async Task<IReadOnlyList<GroupMeeting>> DueGroupsOfAsync(this Turn turn, int mentorId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var by = turn.Now + ClocksDiffer;
        var stored = await turn.Groups().Where(s => s.MentorId == mentorId && s.DueAt <= by).OrderBy(s => s.DueAt).ToListAsync(cancellationToken);
        return stored.FindAll(session => session.DueAt <= by);
    }

    /// <summary>The session of a mentor's that still has no digest, the last to begin; null if there is none.</summary>
    public static Task<GroupMeeting?> FindWithoutDigestAsync(this Turn turn, int mentorId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var (now, since) = (turn.Now, turn.Now - Remembered);
        return turn.Groups().Where(s => s.MentorId == mentorId && s.State != GroupState.CalledOff && s.DigestAt == null && s.StartsAt <= now && s.EndsAt > since)
            .OrderByDescending(s => s.StartsAt).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>How many have a seat in a session.</summary>
    public static Task<int> CountSeatedAsync(this Turn turn, GroupMeeting session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(session);
        return turn.Db.Participants.CountAsync(p => p.SessionId == session.Id && p.State == ParticipantState.Seated, cancellationToken);
    }

    private static IQueryable<GroupMeeting> Groups(this Turn turn) => turn.Db.GroupMeetings.Include(s => s.Venue).Include(s => s.Mentor!.Phone!.Address!.Mentee);

    private static IQueryable<Participant> Participants(this Turn turn) => turn.Db.Participants
        .Include(p => p.Session!.Venue).Include(p => p.Session!.Mentor!.Phone!.Address!.Mentee).Include(p => p.Seat).Include(p => p.Mentee).Include(p => p.Conversation!.Address!.Mentee);
}
