namespace MentorBot.BotFramework;

/// <summary>The instant a turn happens, and the time zone of the person it is with.</summary>
/// <remarks>The host puts it into <see cref="ITurnContext.TurnState"/>; nothing in this room reads a clock.</remarks>
/// <param name="Now">The instant.</param>
/// <param name="Zone">The person's own zone: "tomorrow at 3" is meant there.</param>
public sealed record TurnTime(DateTimeOffset Now, TimeZoneInfo Zone)
{
    /// <summary>The person's clock and calendar at that instant.</summary>
    public DateTime Local => TimeZoneInfo.ConvertTime(Now, Zone).DateTime;

    /// <summary>The time of a turn: as the host set it, else as the channel reported it.</summary>
    /// <exception cref="InvalidOperationException">Neither did.</exception>
    public static TurnTime Of(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<TurnTime>() ?? AsReported(turnContext.Activity);
    }

    private static TurnTime AsReported(Activity activity)
    {
        var now = activity.LocalTimestamp ?? activity.Timestamp
            ?? throw new InvalidOperationException("Put a TurnTime into TurnState: the activity has no timestamp.");
        return TimeZoneInfo.TryFindSystemTimeZoneById(activity.LocalTimezone ?? "", out var zone)
            ? new TurnTime(now, zone)
            : new TurnTime(now, TimeZoneInfo.CreateCustomTimeZone("reported", now.Offset, null, null));
    }
}
