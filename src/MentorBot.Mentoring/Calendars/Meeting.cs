using NodaTime;
using NodaTime.TimeZones;

namespace MentorBot.Mentoring.Calendars;

/// <summary>A booked meeting as a calendar is told of it, by a file of its own or in somebody's feed.</summary>
/// <remarks>Whoever can open the file reads all of it, and calendars are shared: its texts must say nothing that a mentee wrote, and nothing by which she could be called.</remarks>
public sealed record Meeting
{
    /// <summary>What calendars know it by: the same in every file that tells of it, for as long as it exists (RFC 7986, 5.3).</summary>
    public required Guid Uid { get; init; }

    /// <summary>How often it was changed, from 0. A calendar that has it takes only a file that says more (RFC 5545, 3.8.7.4). Calling it off is a change.</summary>
    public int Sequence { get; init; }

    /// <summary>When it begins, to the second.</summary>
    public required Instant Start { get; init; }

    /// <summary>When it ends, to the second; later than it begins (RFC 5545, 3.8.2.2).</summary>
    public required Instant End { get; init; }

    /// <summary>The zone by whose clock it is held: an IANA name.</summary>
    public required string TimeZone { get; init; }

    /// <summary>What the calendar shows on the day.</summary>
    public required string Summary { get; init; }

    /// <summary>What is shown when it is opened, or null. It may have many lines.</summary>
    public string? Description { get; init; }

    /// <summary>Where it is held, or null.</summary>
    public string? Location { get; init; }

    /// <summary>A page about it, or null. Absolute. Not every calendar shows it: what people cannot do without belongs in <see cref="Description"/> too.</summary>
    public Uri? Link { get; init; }

    /// <summary>Whether it will not be held. It is still told of, so that calendars that have it strike it out.</summary>
    public bool IsCalledOff { get; init; }

    /// <summary>When it was booked, or changed last.</summary>
    public required Instant ChangedAt { get; init; }

    /// <summary>The zone of <see cref="TimeZone"/>.</summary>
    /// <exception cref="DateTimeZoneNotFoundException">IANA has no such zone. NodaTime's own names (<c>UTC+05:30</c>) are none: they would not be understood elsewhere.</exception>
    internal DateTimeZone Zone => TzdbDateTimeZoneSource.Default.CanonicalIdMap.ContainsKey(TimeZone)
        ? DateTimeZoneProviders.Tzdb[TimeZone]
        : throw new DateTimeZoneNotFoundException($"IANA has no time zone \"{TimeZone}\".");
}
