namespace MentorBot.BotFramework.Dialogs;

/// <summary>One thing that a person's words about time can mean, in their own time zone.</summary>
/// <remarks>"Tomorrow at 3" has two: three in the night and three in the afternoon. Ask which.</remarks>
public sealed class DateTimeResolution
{
    /// <summary>The meaning as a TIMEX3 expression: <c>2027-06-05</c>, <c>T15:00</c>, <c>2027-06-05T15:00</c>.</summary>
    public string? Timex { get; set; }

    /// <summary>A day (<c>2027-06-05</c>), a time of day (<c>15:00:00</c>) or both; null for a span, which has a start and an end.</summary>
    public string? Value { get; set; }

    /// <summary>Where a span begins, written like <see cref="Value"/>.</summary>
    public string? Start { get; set; }

    /// <summary>Where a span ends, written like <see cref="Value"/>; it is no longer part of it.</summary>
    public string? End { get; set; }

    /// <summary>
    /// The instant meant by a day and a time together, or where a span of one begins; null for a day or a time alone.
    /// A time that the clocks skip is moved on by as much as they skip; one that they repeat is the first of the two.
    /// </summary>
    public DateTimeOffset? Instant { get; set; }
}
