using System.Globalization;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Bookings;

/// <summary>Who waits for a time, and gets what others give back: one after another, whoever asked first before the others.</summary>
public static class WaitingList
{
    /// <summary>The occasion, in the conversation of whoever waits, that a time became free.</summary>
    public const string Freed = "booking.freed";

    /// <summary>She waits for a time.</summary>
    public static Booking WaitForTime(this Turn turn, WantedMeeting wanted, long? aboutId)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(wanted);
        var booking = turn.Db.Bookings.Add(Choosing.NewBooking(turn, wanted, aboutId)).Entity;
        booking.Wait();
        turn.Record("booking.waiting");
        // What was given back while she was asked whether she waits, or is given back at this moment, called nobody.
        turn.Call(new Occasion(turn.Conversation, Freed, string.Create(CultureInfo.InvariantCulture, $"freed before {turn.MessageId}")));
        return booking;
    }

    /// <summary>What she waits for in this conversation, or null.</summary>
    public static async Task<Booking?> FindWaitingAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var id = turn.Conversation.Id;
        var stored = await turn.Whole().Where(b => b.ConversationId == id && b.State == BookingState.Waiting).OrderBy(b => b.Id).FirstOrDefaultAsync(cancellationToken);
        return new[] { stored }.Concat(turn.Db.Bookings.Local.Where(b => b.Conversation == turn.Conversation)).FirstOrDefault(b => b?.State == BookingState.Waiting);
    }

    /// <summary>A time became free: whoever waited longest for one is called. Her turn, which comes after the commit of this one, sees whether it fits her.</summary>
    /// <param name="turn">The turn that frees it.</param>
    /// <param name="freed">Whose time it was.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Task CallNextAsync(this Turn turn, Booking freed, CancellationToken cancellationToken) => CallAsync(turn, freed, DateTimeOffset.MinValue, cancellationToken);

    /// <summary>Who waits in this turn's conversation, and can be asked now. If she cannot (a mentor talks to her, she has times to choose from already), whoever came after her is called instead.</summary>
    public static async Task<Booking?> FindWhoIsNextAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var choosing = await turn.FindChoosingAsync(cancellationToken);
        var waiting = await turn.FindWaitingAsync(cancellationToken);
        if (waiting is not null && turn.Conversation is { Floor: Floor.Bot, Address.OptedOutAt: null } && choosing is not { State: BookingState.Choosing }) return waiting;
        // Two times became free at once, and she was called for both.
        if ((waiting ?? choosing) is { } inLine) await CallAsync(turn, inLine, inLine.RequestedAt, cancellationToken);
        return null;
    }

    /// <summary>There is no time for her. Where that is for reasons of her own, whoever came after her is called; where it is not, nothing is free.</summary>
    public static async Task PassOnAsync(this Turn turn, Booking waiting, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        if (waiting.Needs != Need.None || (await turn.MeetingsAheadAsync(cancellationToken)).Count > 0) await CallAsync(turn, waiting, waiting.RequestedAt, cancellationToken);
    }

    /// <summary>A mentor changed his times: in each scheme that he helps in, whoever waited longest for a meeting of a kind that he has is called. What she does not take is for those after her.</summary>
    public static async Task CallForAsync(this Turn turn, Mentor mentor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (mentor is not { AwaySince: null, WithdrawnAt: null, Meets: { Hours.Count: > 0, Ways: { Count: > 0 } ways } }) return;
        var schemes = await turn.Db.SchemesDownwardsAsync(mentor.SchemeId, cancellationToken);
        var waiting = await turn.Db.Bookings.Where(b => b.State == BookingState.Waiting && schemes.Contains(b.SchemeId))
            .OrderBy(b => b.RequestedAt).Select(b => new { b.Id, b.SchemeId, b.Way }).ToListAsync(cancellationToken);
        var first = waiting.Where(one => ways.Contains(one.Way)).DistinctBy(one => (one.SchemeId, one.Way)).Select(one => one.Id).ToList();
        foreach (var next in await turn.Db.Bookings.AsNoTracking().Include(b => b.Conversation!.Address).Where(b => first.Contains(b.Id)).OrderBy(b => b.RequestedAt).ToListAsync(cancellationToken))
            turn.Call(new Occasion(next.Conversation!, Freed, string.Create(CultureInfo.InvariantCulture, $"freed {next.Id} times {mentor.Id} {mentor.Version}")));
    }

    private static async Task CallAsync(Turn turn, Booking by, DateTimeOffset after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(by);
        var (scheme, way) = (by.SchemeId, by.Way);
        var next = await turn.Db.Bookings.AsNoTracking().Include(b => b.Conversation!.Address)
            .Where(b => b.State == BookingState.Waiting && b.SchemeId == scheme && b.Way == way && b.Id != by.Id && (b.RequestedAt > after || (b.RequestedAt == after && b.Id > by.Id)))
            .OrderBy(b => b.RequestedAt).ThenBy(b => b.Id).FirstOrDefaultAsync(cancellationToken);
        if (next is not null) turn.Call(new Occasion(next.Conversation!, Freed, string.Create(CultureInfo.InvariantCulture, $"freed {next.Id} {turn.MessageId} {by.Id} {by.Version}")));
    }
}
