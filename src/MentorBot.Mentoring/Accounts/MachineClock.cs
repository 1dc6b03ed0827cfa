namespace MentorBot.Mentoring.Accounts;

/// <summary>The machine's own time, which whoever tries MentorBot out cannot move: authenticator apps go by it, and so does everything about signing in.</summary>
/// <param name="Clock">The clock.</param>
public sealed record MachineClock(TimeProvider Clock)
{
    /// <summary>The instant now.</summary>
    public DateTimeOffset Now => Clock.GetUtcNow();
}
