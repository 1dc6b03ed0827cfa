namespace MentorBot.Mentoring.Desk;

/// <summary>A form of the desk that was dealt with: sent again, it does nothing. Kept for a day.</summary>
public sealed class DeskForm
{
    /// <summary>The longest <see cref="FormId"/>.</summary>
    public const int LongestId = 40;

    /// <summary>How long it is kept: a browser that was asleep sends a form again within hours.</summary>
    public static readonly TimeSpan Stays = TimeSpan.FromDays(1);

    /// <summary>Who sent it.</summary>
    public int MentorId { get; init; }

    /// <summary>Its random name, as the page gave it.</summary>
    public required string FormId { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}
