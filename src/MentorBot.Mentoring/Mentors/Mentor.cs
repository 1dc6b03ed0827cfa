using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;

namespace MentorBot.Mentoring.Mentors;

/// <summary>Somebody who helps. Mentees know him by a first name; he knows them by an alias. Neither ever sees the other's number.</summary>
public sealed class Mentor
{
    /// <summary>How many conversations a new mentor is given at once.</summary>
    public const int UsuallyAtOnce = 2;

    /// <summary>How many a new mentor is given in seven days.</summary>
    public const int UsuallyAWeek = 10;

    /// <summary>The longest <see cref="Name"/>, so that it fits into a text message.</summary>
    public const int LongestName = 20;

    /// <summary>The database's number for him.</summary>
    public int Id { get; init; }

    /// <summary>The scheme that he helps in, and in all below it.</summary>
    public int SchemeId { get; set; }

    /// <summary>The scheme itself; null where a query did not ask for it.</summary>
    public Scheme? Scheme { get; init; }

    /// <summary>What mentees call him: a first name, at most <see cref="LongestName"/> characters.</summary>
    public required string Name { get; set; }

    /// <summary>The languages that he answers in: tags such as <c>en</c> or <c>cy</c>.</summary>
    public IList<string> Languages { get; init; } = ["en"];

    /// <summary>What he knows well, in the words that a mentee may use: "photos", "email".</summary>
    public IList<string> Skills { get; init; } = [];

    /// <summary>The time zone of his hours: an IANA name.</summary>
    public string TimeZone { get; set; } = "Europe/London";

    /// <summary>When he is mostly there. None means that he did not say.</summary>
    public IList<WeeklyHours> Hours { get; init; } = [];

    /// <summary>When and how he may be booked; null while he may not.</summary>
    public MeetingTerms? Meets { get; set; }

    /// <summary>The secret part of the link by which his own calendar subscribes to his meetings; null while he has none.</summary>
    public string? CalendarSecret { get; set; }

    /// <summary>From when on he wants to hear nothing, local time; with <see cref="QuietUntil"/>.</summary>
    public TimeOnly? QuietFrom { get; set; }

    /// <summary>When that ends; earlier than its beginning means on the next day.</summary>
    public TimeOnly? QuietUntil { get; set; }

    /// <summary>How many conversations he holds at once, at the most; at least 1.</summary>
    public int MostAtOnce { get; set; } = UsuallyAtOnce;

    /// <summary>How many he takes in seven days, at the most; at least 1.</summary>
    public int MostAWeek { get; set; } = UsuallyAWeek;

    /// <summary>The conversation in which his own phone or chat talks to us, or null while he has none: then he hears at the desk alone.</summary>
    public long? PhoneId { get; set; }

    /// <summary>That conversation itself; null where a query did not ask for it.</summary>
    public Conversation? Phone { get; set; }

    /// <summary>Where he hears of offers.</summary>
    public HearsBy HearsBy { get; set; }

    /// <summary>Whether offers go to his phone, if he has one.</summary>
    public bool HearsByPhone => HearsBy != HearsBy.Desk;

    /// <summary>Since when he is away and wants to be offered nothing, or null while he is there.</summary>
    public DateTimeOffset? AwaySince { get; set; }

    /// <summary>Until when whatever is new at the desk is shown to him, for he has a page of it open; past or null while he has none. Written past <see cref="Version"/>: it overwrites nothing.</summary>
    public DateTimeOffset? AtDeskUntil { get; set; }

    /// <summary>When he joined.</summary>
    public DateTimeOffset JoinedAt { get; init; }

    /// <summary>When his rights were withdrawn, or null. From then on he is offered nothing and reads nothing.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Counts changes, so that two writers never overwrite each other unseen.</summary>
    public int Version { get; set; }

    /// <summary>Whether what we say reaches his own phone, as far as is known; false where his phone was not asked for.</summary>
    public bool HearsOnPhone => WithdrawnAt is null && Phone is { Floor: not Floor.Nobody, Address: { OptedOutAt: null, UnusableBecause: null } };

    /// <summary>Whether an offer comes to his notice now: his phone takes it and is not in a talk of his own, or he looks at the desk. False where his phone was not asked for.</summary>
    public bool HearsOfOffers => HearsBy != HearsBy.Phone || PhoneId is null || Phone is { Floor: Floor.Bot, Address: { OptedOutAt: null, UnusableBecause: null } };

    /// <summary>Whether what is new is shown to him at the desk.</summary>
    public bool HearsAtDesk(DateTimeOffset now) => WithdrawnAt is null && now < AtDeskUntil;

    /// <summary>Whether he can be told of a danger: on his own phone, or at the desk.</summary>
    public bool CanBeTold(DateTimeOffset now) => HearsOnPhone || HearsAtDesk(now);

    /// <summary>Whether he asked to hear nothing at an instant.</summary>
    public bool IsQuietAt(DateTimeOffset now)
    {
        if (QuietFrom is not { } from || QuietUntil is not { } until || from == until) return false;
        return TimeOnly.FromDateTime(LocalTime(now).DateTime).IsBetween(from, until);
    }

    /// <summary>When his quiet hours end, at an instant within them.</summary>
    public DateTimeOffset QuietEnds(DateTimeOffset now)
    {
        var (local, until) = (LocalTime(now), QuietUntil ?? TimeOnly.MinValue);
        var wait = until - TimeOnly.FromDateTime(local.DateTime);
        // A clock that changes meanwhile makes it an hour more or less.
        return now + wait;
    }

    /// <summary>Whether he is mostly there at an instant; so is who declared no hours.</summary>
    public bool IsUsuallyThereAt(DateTimeOffset now) => Hours.Count == 0 || Hours.Any(hours => hours.Hold(LocalTime(now).DateTime));

    private DateTimeOffset LocalTime(DateTimeOffset now) => TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
}

/// <summary>Where a mentor hears that somebody asks for a person. The desk shows him his offers in any case.</summary>
public enum HearsBy
{
    /// <summary>On his own phone.</summary>
    Phone,

    /// <summary>At the desk in the browser alone: his phone stays silent.</summary>
    Desk,

    /// <summary>At both: he is asked even while his phone cannot be reached.</summary>
    Both,
}

/// <summary>A part of each week, local time, within one day.</summary>
public sealed class WeeklyHours
{
    /// <summary>The day.</summary>
    public DayOfWeek Day { get; init; }

    /// <summary>When it begins.</summary>
    public TimeOnly From { get; init; }

    /// <summary>When it ends; that instant is no part of it. 00:00 is the end of the day.</summary>
    public TimeOnly Until { get; init; }

    /// <summary>Whether a local time is in it.</summary>
    public bool Hold(DateTime local)
    {
        var time = TimeOnly.FromDateTime(local);
        return local.DayOfWeek == Day && time >= From && (time < Until || Until == TimeOnly.MinValue);
    }
}
