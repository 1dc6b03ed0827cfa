using MentorBot.Mentoring.Handoffs;
using NodaTime;

namespace MentorBot.Mentoring.Groups;

/// <summary>A group session as somebody wants it who makes one.</summary>
public sealed record GroupPlan
{
    /// <summary>The longest that one may last.</summary>
    public const int MostMinutes = 480;

    /// <inheritdoc cref="GroupMeeting.Title"/>
    public required string Title { get; init; }

    /// <inheritdoc cref="GroupMeeting.Keyword"/>
    public required string Keyword { get; init; }

    /// <summary>When it begins, by the clock of <see cref="TimeZone"/>.</summary>
    public required LocalDateTime Start { get; init; }

    /// <summary>How long it lasts.</summary>
    public required int Minutes { get; init; }

    /// <inheritdoc cref="GroupMeeting.TimeZone"/>
    public required string TimeZone { get; init; }

    /// <inheritdoc cref="GroupMeeting.SeatCount"/>
    public required int Seats { get; init; }

    /// <inheritdoc cref="GroupMeeting.MentorId"/>
    public required int MentorId { get; init; }

    /// <inheritdoc cref="GroupMeeting.VenueId"/>
    public int? VenueId { get; init; }

    /// <inheritdoc cref="GroupMeeting.HasRemoteWay"/>
    public bool HasRemoteWay { get; init; }

    /// <summary>When it begins; null where there is no such time by that clock, or no such zone.</summary>
    public Instant? StartsAt => DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone) is { } zone && zone.MapLocal(Start) is { Count: > 0 } mapped ? mapped.First().ToInstant() : null;

    /// <summary>What is wrong with it by itself; null if nothing is.</summary>
    /// <param name="now">This instant: it has to be ahead.</param>
    public GroupProblem? Problem(Instant now)
    {
        if (Title.Length is 0 or > GroupMeeting.LongestTitle || Contacts.AreIn(Title)) return GroupProblem.Title;
        if (Keyword.Length is < GroupMeeting.ShortestKeyword or > GroupMeeting.LongestKeyword || !Keyword.All(char.IsAsciiLetterUpper)) return GroupProblem.Keyword;
        if (StartsAt is not { } start) return GroupProblem.NoSuchTime;
        if (start <= now) return GroupProblem.Past;
        if (Minutes is < 5 or > MostMinutes) return GroupProblem.Minutes;
        if (Seats is < 1 or > GroupMeeting.MostSeats) return GroupProblem.Seats;
        return VenueId is null && !HasRemoteWay ? GroupProblem.NoWay : null;
    }
}

/// <summary>Why a group session cannot be made.</summary>
public enum GroupProblem
{
    /// <summary>No title, one that is too long, or one with a number or an address in it.</summary>
    Title,

    /// <summary>No single word of 3 to 12 letters.</summary>
    Keyword,

    /// <summary>A session that is ahead has this keyword.</summary>
    KeywordTaken,

    /// <summary>There is no such time: the clock skips it, or the zone is unknown.</summary>
    NoSuchTime,

    /// <summary>It would have begun already.</summary>
    Past,

    /// <summary>Shorter than 5 minutes, or longer than 8 hours.</summary>
    Minutes,

    /// <summary>No number of seats from 1 to 200.</summary>
    Seats,

    /// <summary>Neither a place nor a way to take part from afar.</summary>
    NoWay,

    /// <summary>No mentor of theirs.</summary>
    Mentor,

    /// <summary>No place of theirs, or one that was given up.</summary>
    Venue,
}
