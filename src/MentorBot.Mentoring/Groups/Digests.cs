using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Groups;

/// <summary>What a mentor writes after a group session for all who had a seat: sealed, and said to each in a turn of her own.</summary>
public sealed class Digests(TextVault texts)
{
    /// <summary>Keeps it, and has it brought to all who had a seat.</summary>
    /// <returns>What became of it, and how many hear it.</returns>
    public async Task<(DigestResult Result, int Count)> WriteAsync(MentorBotDb db, GroupMeeting session, string? words, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(session);
        var plain = string.Join(' ', (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (Problem(plain) is { } problem) return (problem, 0);
        if (session.DigestAt is not null) return (DigestResult.Repeated, 0);
        if (!session.TakesDigestAt(now)) return (DigestResult.NotNow, 0);
        session.Digest(texts.SealText(plain, Of(session)), now);
        var seated = await db.Participants.Where(p => p.SessionId == session.Id && p.State == ParticipantState.Seated).ToListAsync(cancellationToken);
        // Nobody is woken by it.
        foreach (var participant in seated) participant.BringDigest(ReminderTimes.ByDay(now, session.TimeZone));
        return (DigestResult.Done, seated.Count);
    }

    /// <summary>The same in a mentor's own turn.</summary>
    public Task<(DigestResult Result, int Count)> WriteAsync(Turn turn, GroupMeeting session, string? words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return WriteAsync(turn.Db, session, words, turn.Now, cancellationToken);
    }

    /// <summary>Its words; null while there are none, and once they were erased.</summary>
    public string? Read(GroupMeeting session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.SealedDigest is { } box ? texts.OpenText(box, Of(session)) : null;
    }

    private static DigestResult? Problem(string words) =>
        words.Length == 0 ? DigestResult.Empty : words.Length > GroupMeeting.LongestDigest ? DigestResult.TooLong : Contacts.AreIn(words) ? DigestResult.HeldBack : null;

    private static string Of(GroupMeeting session) => $"group {session.Id}";
}

/// <summary>What became of a digest.</summary>
public enum DigestResult
{
    /// <summary>It is on its way to all who had a seat.</summary>
    Done,

    /// <summary>There is one already: nothing was done.</summary>
    Repeated,

    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It is longer than <see cref="GroupMeeting.LongestDigest"/>.</summary>
    TooLong,

    /// <summary>There is a number or an address in it.</summary>
    HeldBack,

    /// <summary>The session has not begun, or was called off.</summary>
    NotNow,

    /// <summary>It is no session of theirs.</summary>
    NotTheirs,
}
