using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Mentors;
using NodaTime;

namespace MentorBot.Mentoring.Groups;

/// <summary>A meeting of a mentor with several: at a place, by video, or both. Mentees join it by texting its keyword.</summary>
/// <remarks>Whoever frees a seat or begins to wait counts <see cref="Version"/> up, so that these two never miss each other: an empty seat and somebody who waits are never there at once.</remarks>
public sealed class GroupMeeting
{
    /// <summary>The longest <see cref="Title"/>.</summary>
    public const int LongestTitle = 40;

    /// <summary>The shortest <see cref="Keyword"/>.</summary>
    public const int ShortestKeyword = 3;

    /// <summary>The longest <see cref="Keyword"/>.</summary>
    public const int LongestKeyword = 12;

    /// <summary>The most <see cref="SeatCount"/>.</summary>
    public const int MostSeats = 200;

    /// <summary>The longest digest: it fits into two text messages with the question behind it.</summary>
    public const int LongestDigest = 200;

    /// <summary>How long before it begins questions are taken and people are told that it is soon.</summary>
    public static readonly TimeSpan HourBefore = TimeSpan.FromHours(1);

    private readonly List<Seat> _seats = [];

    /// <summary>The database's number for it.</summary>
    public long Id { get; init; }

    /// <summary>The scheme whose mentees may join, and those of all schemes below it.</summary>
    public int SchemeId { get; init; }

    /// <summary>What it is about.</summary>
    public required string Title { get; init; }

    /// <summary>What people text to join: one word of capital letters. No two that are ahead in a scheme have the same.</summary>
    public required string Keyword { get; init; }

    /// <summary>When it begins.</summary>
    public DateTimeOffset StartsAt { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset EndsAt { get; init; }

    /// <summary>The zone by whose clock it was agreed: an IANA name.</summary>
    public required string TimeZone { get; init; }

    /// <summary>When it begins by that clock: what was agreed, also where the rules of the zone are changed meanwhile.</summary>
    public DateTime LocalStart { get; init; }

    /// <summary>How many may come.</summary>
    public int SeatCount { get; init; }

    /// <summary>Who leads it.</summary>
    public int MentorId { get; init; }

    /// <summary>He himself; null where a query did not ask for him.</summary>
    public Mentor? Mentor { get; init; }

    /// <summary>Where it is, or null: then it is by video alone.</summary>
    public int? VenueId { get; init; }

    /// <summary>The place itself; null likewise.</summary>
    public Venue? Venue { get; init; }

    /// <summary>Whether one can take part by video.</summary>
    public bool HasRemoteWay { get; init; }

    /// <summary>The secret part of the link to its video room.</summary>
    public required string LinkSecret { get; init; }

    /// <summary>The form that made it, as a hash: sent twice, it makes one.</summary>
    public required string FormId { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>How far it has come.</summary>
    public GroupState State { get; private set; }

    /// <summary>What the mentor wrote afterwards for all who had a seat, sealed; null while he did not, and once it was erased.</summary>
    public byte[]? SealedDigest { get; private set; }

    /// <summary>When he wrote it, or null.</summary>
    public DateTimeOffset? DigestAt { get; private set; }

    /// <summary>What its mentor was told.</summary>
    public LeadStage Told { get; private set; }

    /// <summary>When its mentor has to be told something, or null.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Counts changes.</summary>
    public int Version { get; private set; }

    /// <summary>The seats that were ever given.</summary>
    public IReadOnlyCollection<Seat> Seats => _seats;

    /// <summary>Whether somebody may still join at an instant.</summary>
    public bool IsAheadAt(DateTimeOffset now) => State == GroupState.Planned && StartsAt > now;

    /// <summary>Whether questions go to its mentor at an instant: while it runs, and the hour before.</summary>
    public bool TakesQuestionsAt(DateTimeOffset now) => State == GroupState.Planned && StartsAt - HourBefore <= now && now < EndsAt;

    /// <summary>Whether its mentor may write the digest at an instant.</summary>
    public bool TakesDigestAt(DateTimeOffset now) => State != GroupState.CalledOff && StartsAt <= now && DigestAt is null;

    /// <summary>Begins its clock, when it is made.</summary>
    internal GroupMeeting Planned()
    {
        DueAt = NextDue();
        return this;
    }

    /// <summary>A seat that nobody has; null where all are taken.</summary>
    /// <param name="lot">Chooses among those that were never given: nodes that give one at the same moment mostly choose others.</param>
    internal Seat? FindEmpty(long lot)
    {
        if (_seats.Find(seat => seat.Participant is null && seat.ParticipantId is null) is { } empty) return empty;
        var numbers = Enumerable.Range(1, SeatCount).Except(_seats.Select(seat => seat.Number)).ToList();
        if (numbers.Count == 0) return null;
        var seat = new Seat { SessionId = Id, Number = numbers[(int)(lot % numbers.Count)] };
        _seats.Add(seat);
        return seat;
    }

    /// <summary>Somebody begins to wait, or a seat became free: whoever does the other at this moment reads again.</summary>
    internal void Stir() => Version++;

    /// <summary>It does not take place.</summary>
    internal void CallOff(DateTimeOffset now)
    {
        (State, Told, DueAt) = (GroupState.CalledOff, LeadStage.None, now);
        Version++;
    }

    /// <summary>Its mentor was told what was due by an instant, or there is no way to tell him.</summary>
    internal void NoteTold(DateTimeOffset now)
    {
        (Told, State) = State == GroupState.CalledOff ? (LeadStage.Told, State) : EndsAt <= now ? (LeadStage.Told, GroupState.Over) : (LeadStage.Soon, State);
        DueAt = NextDue();
        Version++;
    }

    /// <summary>Its mentor wrote the digest.</summary>
    internal void Digest(byte[] sealedWords, DateTimeOffset now)
    {
        (SealedDigest, DigestAt) = (sealedWords, now);
        Version++;
    }

    private DateTimeOffset? NextDue() => Told switch
    {
        LeadStage.Told => null,
        LeadStage.None when MadeAt < StartsAt - HourBefore => StartsAt - HourBefore,
        _ => EndsAt,
    };

    /// <summary>When it begins.</summary>
    public Instant Start => Instant.FromDateTimeOffset(StartsAt);
}
