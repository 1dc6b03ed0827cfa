using NodaTime;

namespace MentorBot.Mentoring.Bookings;

/// <summary>A quarter of an hour that a mentor has given to one booking: held or booked, with what he needs behind it. No mentor has one twice, by the key of its table, so that whatever reads or races, nobody is booked twice.</summary>
/// <remarks>All clocks of the world are whole quarters of an hour from UTC (tzdata knows no other since 1972), so meetings that begin on a quarter by the clock do so here.</remarks>
public sealed class TakenQuarter
{
    /// <summary>Minutes of a quarter.</summary>
    public const int Minutes = 15;

    /// <summary>Whose time it is.</summary>
    public int MentorId { get; init; }

    /// <summary>Which quarter: counted from 1970 in UTC.</summary>
    public int Quarter { get; init; }

    /// <summary>What took it.</summary>
    public long BookingId { get; init; }

    /// <summary>The quarters from one instant up to another.</summary>
    public static IEnumerable<int> Between(Instant from, Instant until)
    {
        const int seconds = Minutes * 60;
        var first = (int)(from.ToUnixTimeSeconds() / seconds);
        var last = (int)((until.ToUnixTimeSeconds() + seconds - 1) / seconds);
        return Enumerable.Range(first, last - first);
    }
}
