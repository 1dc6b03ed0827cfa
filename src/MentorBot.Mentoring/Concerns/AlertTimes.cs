namespace MentorBot.Mentoring.Concerns;

/// <summary>When people are alerted of a concern, counted from its beginning, until somebody takes it. The first time the lead alone, then both.</summary>
/// <remarks>Shout, the British text line, aims at five minutes for somebody in danger: giveusashout.org/faqs.</remarks>
public static class AlertTimes
{
    private static readonly TimeSpan[] Red = [TimeSpan.Zero, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30)];
    private static readonly TimeSpan[] Amber = [TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(60)];

    /// <summary>How long after somebody took it, and then again, he is reminded that it is not over.</summary>
    public static readonly TimeSpan BetweenReminders = TimeSpan.FromHours(8);

    /// <summary>The times for an urgency, the first first.</summary>
    public static IReadOnlyList<TimeSpan> Of(Urgency urgency) => urgency == Urgency.Red ? Red : Amber;
}
