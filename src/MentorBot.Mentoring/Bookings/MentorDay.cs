namespace MentorBot.Mentoring.Bookings;

/// <summary>A day on which a mentor may be booked at other times than his week says: a holiday, or a free afternoon.</summary>
public sealed class MentorDay
{
    /// <summary>The longest <see cref="Hours"/>, in characters.</summary>
    public const int LongestHours = 100;

    /// <summary>The database's number for it.</summary>
    public int Id { get; init; }

    /// <summary>Whose day it is.</summary>
    public int MentorId { get; init; }

    /// <summary>The day, by his own calendar.</summary>
    public DateOnly Date { get; init; }

    /// <summary>His hours on it, as <see cref="Mentors.HoursText"/> writes them; empty for a day off.</summary>
    public required string Hours { get; set; }
}
