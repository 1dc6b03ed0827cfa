using System.Security.Cryptography;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentors;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Bookings;

/// <summary>Finds what people's own calendars are told of, by the secret of a link. There is no other proof: whoever has the link reads it.</summary>
public sealed class MeetingCalendars(IDbContextFactory<MentorBotDb> contexts, Writes writes, TimeProvider clock)
{
    /// <summary>How long after its day a meeting is still told of, also as one that was called off: longer than any calendar waits until it looks again.</summary>
    public static readonly TimeSpan ToldFor = TimeSpan.FromDays(30);

    // Looked for where a secret is none: so that the work is the same.
    private static readonly string Nobodys = new('-', Choosing.SecretLength);

    /// <summary>The meeting of a link, with its mentor, its place and her; null if there is none, it was never booked, or was long ago.</summary>
    public async Task<Booking?> FindMeetingAsync(string secret, CancellationToken cancellationToken)
    {
        var sought = Sought(secret);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Told(db).FirstOrDefaultAsync(b => b.LinkSecret == sought, cancellationToken);
    }

    /// <summary>The mentor of a link with his meetings; null if it is nobody's, or he is a mentor no more.</summary>
    public async Task<(Mentor Mentor, IReadOnlyList<Booking> Meetings)?> FindFeedAsync(string secret, CancellationToken cancellationToken)
    {
        var sought = Sought(secret);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Mentors.AsNoTracking().Include(m => m.Phone!.Address!.Mentee).FirstOrDefaultAsync(m => m.CalendarSecret == sought && m.WithdrawnAt == null, cancellationToken) is not { } mentor) return null;
        return (mentor, await Told(db).Where(b => b.MentorId == mentor.Id).ToListAsync(cancellationToken));
    }

    /// <summary>Gives a mentor a link of his own, in place of the one that he had: that one leads nowhere any more.</summary>
    /// <returns>Whether there is such a mentor.</returns>
    public Task<bool> RenewAsync(int mentorId, CancellationToken cancellationToken) => writes.RunAsync(
        async db =>
        {
            if (await db.Mentors.FirstOrDefaultAsync(m => m.Id == mentorId && m.WithdrawnAt == null, cancellationToken) is not { } mentor) return false;
            (mentor.CalendarSecret, mentor.Version) = (RandomNumberGenerator.GetHexString(Choosing.SecretLength, lowercase: true), mentor.Version + 1);
            return true;
        },
        cancellationToken);

    private IQueryable<Booking> Told(MentorBotDb db)
    {
        var since = clock.GetUtcNow() - ToldFor;
        return db.Bookings.AsNoTracking().Include(b => b.Mentor!.Phone!.Address!.Mentee).Include(b => b.Venue).Include(b => b.Conversation!.Address!.Mentee).Where(b => b.MentorId != null && b.StartsAt > since);
    }

    private static string Sought(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return secret.Length == Choosing.SecretLength && secret.All(char.IsAsciiHexDigitLower) ? secret : Nobodys;
    }
}
