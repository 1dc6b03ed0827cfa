using System.Globalization;
using MentorBot.Mentoring.Bookings;

namespace MentorBot.Desk;

/// <summary>How mentors and coordinators read of meetings.</summary>
internal static class MeetingWording
{
    private const int PenceInPound = 100;

    /// <summary>A way of meeting.</summary>
    public static string Of(MeetingWay way) => way switch
    {
        MeetingWay.Messages => "in messages",
        MeetingWay.Video => "by video",
        _ => "at a place",
    };

    /// <summary>How and where somebody meets.</summary>
    public static string Of(MeetingWay way, string? venue) => way == MeetingWay.Place && venue is not null ? $"at {venue}" : Of(way);

    /// <summary>One thing that would help somebody to come.</summary>
    public static string Of(Need need) => need switch
    {
        Need.Fare => "fare",
        Need.Childcare => "childcare",
        Need.Data => "data",
        Need.Interpreter => "interpreter",
        Need.StepFree => "no steps",
        _ => "quiet room",
    };

    /// <summary>All that would help her, with commas between.</summary>
    public static string ListOf(Need needs) => string.Join(", ", BookingRoll.EachNeed.Where(need => needs.HasFlag(need)).Select(Of));

    /// <summary>How a meeting stands.</summary>
    public static string Standing(Booking booking, DateTimeOffset now) => booking switch
    {
        { State: BookingState.Booked, IsComing: true } when booking.StartsAt > now => "booked, and they said that they come",
        { State: BookingState.Booked } when booking.EndsAt <= now => "just over",
        { State: BookingState.Booked } when booking.StartsAt <= now => "now",
        { State: BookingState.Booked } => "booked",
        { State: BookingState.Over, SheCame: true } => "they met",
        { State: BookingState.Over, SheCame: false } => "they missed each other",
        { State: BookingState.Over } => "over, and nobody said whether they met",
        { State: BookingState.CalledOff } => "called off by the mentor",
        _ => "given back by the mentee",
    };

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>When somebody meets, by the clock of whoever reads it: <c>Tue 2 Dec 2026, 14:30 to 15:15</c>.</summary>
    public static string Time(DeskVisitor visitor, DateTimeOffset from, DateTimeOffset until)
    {
        var (start, end) = (visitor.Local(from), visitor.Local(until));
        return $"{Day(DateOnly.FromDateTime(start.DateTime))}, {Clock(start)} to {Clock(end)}";
    }

    /// <summary>An amount in pounds, with its sign.</summary>
    public static string Pounds(long pence) => string.Create(CultureInfo.InvariantCulture, $"£{Plain(pence)}");

    /// <summary>An amount in pounds as it is typed.</summary>
    public static string? Typed(int? pence) => pence is { } known ? Plain(known) : null;

    /// <summary>Reads an amount in pounds.</summary>
    /// <param name="typed">What was typed; nothing where it is not known.</param>
    /// <returns>The pence, and whether it could be read.</returns>
    public static (int? Pence, bool IsRead) ReadPounds(string? typed)
    {
        var plain = typed?.Trim().TrimStart('£') ?? "";
        if (plain.Length == 0) return (null, true);
        var isRead = decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pounds) && pounds <= BookingRoll.HighestCost / PenceInPound;
        var pence = isRead ? pounds * PenceInPound : 0;
        return isRead && pence == decimal.Truncate(pence) ? ((int)pence, true) : (null, false);
    }

    private static string Plain(long pence) => (pence / (decimal)PenceInPound).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Clock(DateTimeOffset time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
