using System.Globalization;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Incidents;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Mentoring.Bookings;

/// <summary>Looks after mentors who meet people by themselves at a place: each says when he is there and when he has left, and somebody is told of it where he has not.</summary>
public static class LoneMeetings
{
    /// <summary>The occasion, in a mentor's own conversation, that he meets somebody at a place now.</summary>
    public const string There = "booking.there";

    /// <summary>The kind of the incident that nobody could be told of a mentor who has not said that he is back.</summary>
    public const string NoCheckOut = "meeting.no-check-out";

    /// <summary>He is asked, in a turn of his own conversation, to say when he is there.</summary>
    public static void AskWhetherThere(this Turn turn, Booking booking)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(booking);
        if (booking.Mentor is { WithdrawnAt: null, Phone: { } phone }) turn.Call(new Occasion(phone, There, string.Create(CultureInfo.InvariantCulture, $"there {booking.Id} {booking.Sequence}")));
    }

    /// <summary>He says that he is there; or, if he was, that he has left.</summary>
    /// <returns>Whether he has left.</returns>
    public static bool NoteThereOrLeft(this Turn turn, Booking booking)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(booking);
        var hasLeft = booking.MentorInAt is not null;
        if (hasLeft) booking.NoteMentorOut(turn.Now);
        else booking.NoteMentorIn(turn.Now);
        turn.Record(hasLeft ? "meeting.left" : "meeting.there", mentee: booking.Mentee);
        return hasLeft;
    }

    /// <summary>He has not said that he is back: who has the duty is told of it, on duty or not, for it does not wait. Where nobody can be told it is an incident.</summary>
    /// <returns>Whom to tell, each with a phone.</returns>
    public static async Task<IReadOnlyList<Mentor>> AlarmAsync(this Turn turn, Booking booking, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(booking);
        booking.NoteAlarmed(turn.Now);
        turn.Record("meeting.alarm", mentee: booking.Mentee);
        var people = await PeopleAsync(turn, booking, cancellationToken);
        if (people.Count == 0) turn.Db.Incidents.Add(new Incident { Kind = NoCheckOut, Subject = string.Create(CultureInfo.InvariantCulture, $"booking {booking.Id}"), Code = "nobody-told", At = turn.Now });
        return people;
    }

    /// <summary>Who was told of it, and hears now that he is back.</summary>
    public static async Task<IReadOnlyList<Mentor>> TellSafeAsync(this Turn turn, Booking booking, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(booking);
        return booking.AlarmedAt is null ? [] : await PeopleAsync(turn, booking, cancellationToken);
    }

    private static async Task<List<Mentor>> PeopleAsync(Turn turn, Booking booking, CancellationToken cancellationToken)
    {
        var duty = await turn.FindOnDutyAsync(booking.SchemeId, cancellationToken);
        // He himself need not be told.
        return [.. new[] { duty?.Lead, duty?.Deputy }.OfType<Mentor>().Where(mentor => mentor.Id != booking.MentorId && mentor.HearsOnPhone).Distinct()];
    }
}
