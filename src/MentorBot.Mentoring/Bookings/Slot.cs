using NodaTime;

namespace MentorBot.Mentoring.Bookings;

/// <summary>A time at which a mentor may be met.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends; that instant is no part of it.</param>
public readonly record struct Slot(Instant Start, Instant End)
{
    /// <summary>The time between two instants, as the database has them.</summary>
    internal static Slot Of(DateTimeOffset start, DateTimeOffset end) => new(Instant.FromDateTimeOffset(start), Instant.FromDateTimeOffset(end));

    /// <summary>Whether it comes nearer to another time than a buffer allows, or overlaps it.</summary>
    internal bool IsTooNear(Slot other, Duration buffer) => Start < other.End + buffer && other.Start < End + buffer;
}
