using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Bookings;

/// <summary>The meetings of one mentor, as he sees them at the desk.</summary>
public sealed class MentorMeetings(IDbContextFactory<MentorBotDb> contexts, TextVault texts, TimeProvider clock)
{
    /// <summary>How many of each list are shown at the most.</summary>
    public const int MostShown = 50;

    private static readonly TimeSpan Lately = TimeSpan.FromDays(14);

    /// <summary>What is ahead, the next first; and what was lately or is off, the last first.</summary>
    public async Task<MeetingsOfMentor> ReadAsync(int mentorId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (now, since) = (clock.GetUtcNow(), clock.GetUtcNow() - Lately);
        var his = db.Bookings.AsNoTracking().Where(b => b.MentorId == mentorId && b.StartsAt != null);
        return new MeetingsOfMentor(
            await ShownAsync(db, his.Where(b => b.State == BookingState.Booked && b.EndsAt > now).OrderBy(b => b.StartsAt), cancellationToken),
            await ShownAsync(db, his.Where(b => b.StartsAt > since && (b.State != BookingState.Booked || b.EndsAt <= now)).OrderByDescending(b => b.StartsAt), cancellationToken));
    }

    private async Task<IReadOnlyList<MentorMeeting>> ShownAsync(MentorBotDb db, IQueryable<Booking> bookings, CancellationToken cancellationToken)
    {
        var rows = await bookings.Take(MostShown).LeftJoin(db.Inbox, b => b.AboutId, m => (long?)m.Id, (b, m) => new
        {
            Booking = b,
            b.Venue,
            b.Conversation!.Address!.Mentee!.Alias,
            b.Conversation.Address.Mentee.Language,
            IsUnreachable = b.Conversation.Floor == Floor.Nobody || b.Conversation.Address.OptedOutAt != null || b.Conversation.Address.UnusableBecause != null,
            m!.SealedActivity,
            m.ConversationKey,
        }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new MentorMeeting(row.Booking, row.Alias, row.Language)
        {
            Venue = row.Venue,
            About = Open(row.SealedActivity, row.ConversationKey),
            IsUnreachable = row.IsUnreachable,
        });
    }

    private string? Open(byte[]? sealedActivity, byte[]? key)
    {
        if (sealedActivity is null || key is null) return null;
        var words = texts.OpenActivity(sealedActivity, key).Text;
        return string.IsNullOrWhiteSpace(words) ? null : Contacts.Hide(words.Trim());
    }
}

/// <summary>A mentor's meetings.</summary>
/// <param name="Ahead">What is ahead, or goes on now; the next first.</param>
/// <param name="Lately">What was lately, and what is off; the last first.</param>
public sealed record MeetingsOfMentor(IReadOnlyList<MentorMeeting> Ahead, IReadOnlyList<MentorMeeting> Lately);

/// <summary>A meeting, as its mentor sees it.</summary>
/// <param name="Booking">The booking itself, without its conversation.</param>
/// <param name="Alias">What we call her.</param>
/// <param name="Language">The language that she is answered in.</param>
public sealed record MentorMeeting(Booking Booking, string Alias, string Language)
{
    /// <summary>Where, if it is at a place.</summary>
    public Venue? Venue { get; init; }

    /// <summary>What she said it is about, without numbers; null if she said nothing, or it was erased.</summary>
    public string? About { get; init; }

    /// <summary>Whether nothing that we write comes to her now.</summary>
    public bool IsUnreachable { get; init; }
}
