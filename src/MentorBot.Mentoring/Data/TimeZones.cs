namespace MentorBot.Mentoring.Data;

/// <summary>Makes sure at the start that the machine knows time zones: without them every turn would fail.</summary>
public static class TimeZones
{
    /// <summary>Looks a zone up by its IANA name.</summary>
    /// <exception cref="TimeZonesMissingException">The machine does not know it.</exception>
    public static void Require(string name)
    {
        try
        {
            TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception error) when (error is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new TimeZonesMissingException(name, error);
        }
    }
}

/// <summary>The machine knows no time zones, which mentees' days are told by.</summary>
/// <param name="name">The zone that was looked for.</param>
/// <param name="cause">What the look-up said.</param>
public sealed class TimeZonesMissingException(string name, Exception cause)
    : Exception($"This machine does not know the time zone {name}. Install its time zone database (the package is called tzdata) and start again.", cause);
