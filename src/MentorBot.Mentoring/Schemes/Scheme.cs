using MentorBot.Mentoring.Mentors;

namespace MentorBot.Mentoring.Schemes;

/// <summary>Whoever runs mentoring in a place: a nation, a region, a town, a street. Everybody and everything belongs to one.</summary>
/// <remarks>Schemes form a tree. The first start makes the one at its top.</remarks>
public sealed class Scheme
{
    /// <summary>The database's number for it.</summary>
    public int Id { get; init; }

    /// <summary>The scheme above, or null at the top.</summary>
    public int? ParentId { get; init; }

    /// <summary>What people call it, at most 100 characters.</summary>
    public required string Name { get; set; }

    /// <summary>The time zone that its people live by: an IANA name.</summary>
    public string TimeZone { get; set; } = Duty.FirstTimeZone;

    /// <summary>The mentor who is told of concerns first, or null. He and <see cref="DeputyId"/> both null: the scheme above has the duty.</summary>
    public int? LeadId { get; set; }

    /// <summary>The mentor who is told of concerns next, or null.</summary>
    public int? DeputyId { get; set; }

    /// <summary>When these two are on duty, in the time of <see cref="TimeZone"/>. None means day and night.</summary>
    public IList<WeeklyHours> DutyHours { get; init; } = [];

    /// <summary>After how many minutes the next wave is asked; null where the scheme above decides.</summary>
    public int? WaveMinutes { get; private set; }

    /// <summary>How many minutes after the last wave it is given up, likewise.</summary>
    public int? GiveUpMinutes { get; private set; }

    /// <summary>How many minutes a mentor has to answer, likewise.</summary>
    public int? AnswerMinutes { get; private set; }

    /// <summary>All three.</summary>
    public Waits Waits
    {
        get => new(WaveMinutes, GiveUpMinutes, AnswerMinutes);
        set => (WaveMinutes, GiveUpMinutes, AnswerMinutes) = (value.Wave, value.GiveUp, value.Answer);
    }

    /// <summary>The ways in that lead to it.</summary>
    public IList<Door> Doors { get; } = [];
}

/// <summary>A way into a scheme: a number people text, a bot's name, a site that embeds the chat.</summary>
/// <remarks>It says which scheme a newcomer meets. What no door names belongs to the scheme at the top.</remarks>
public sealed class Door
{
    /// <summary>The database's number for it.</summary>
    public int Id { get; init; }

    /// <summary>The scheme it leads to.</summary>
    public int SchemeId { get; init; }

    /// <summary>The channel it belongs to, such as <c>sms</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Our own address on that channel, such as the number that people text.</summary>
    public required string OurAddress { get; init; }
}
