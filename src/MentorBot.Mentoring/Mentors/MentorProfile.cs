namespace MentorBot.Mentoring.Mentors;

/// <summary>What a coordinator sets of a mentor: how he is called, what he can do, when, how much, and where he hears of it.</summary>
public sealed record MentorProfile
{
    /// <summary>The most that may be written of languages, skills, and parts of a week.</summary>
    public const int LongestList = 30;

    /// <summary>The longest skill, in characters.</summary>
    public const int LongestSkill = 30;

    /// <summary>The highest cap of conversations at once.</summary>
    public const int HighestAtOnce = 20;

    /// <summary>The highest cap of conversations in seven days.</summary>
    public const int HighestAWeek = 200;

    /// <inheritdoc cref="Mentor.Name"/>
    public required string Name { get; init; }

    /// <inheritdoc cref="Mentor.Languages"/>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <inheritdoc cref="Mentor.Skills"/>
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <inheritdoc cref="Mentor.TimeZone"/>
    public required string TimeZone { get; init; }

    /// <inheritdoc cref="Mentor.Hours"/>
    public IReadOnlyList<WeeklyHours> Hours { get; init; } = [];

    /// <inheritdoc cref="Mentor.QuietFrom"/>
    public TimeOnly? QuietFrom { get; init; }

    /// <inheritdoc cref="Mentor.QuietUntil"/>
    public TimeOnly? QuietUntil { get; init; }

    /// <inheritdoc cref="Mentor.MostAtOnce"/>
    public int MostAtOnce { get; init; } = Mentor.UsuallyAtOnce;

    /// <inheritdoc cref="Mentor.MostAWeek"/>
    public int MostAWeek { get; init; } = Mentor.UsuallyAWeek;

    /// <inheritdoc cref="Mentor.HearsBy"/>
    public HearsBy HearsBy { get; init; }

    /// <summary>A mentor's, as it is now.</summary>
    public static MentorProfile Of(Mentor mentor)
    {
        ArgumentNullException.ThrowIfNull(mentor);
        return new()
        {
            Name = mentor.Name,
            Languages = [.. mentor.Languages],
            Skills = [.. mentor.Skills],
            TimeZone = mentor.TimeZone,
            Hours = [.. mentor.Hours],
            QuietFrom = mentor.QuietFrom,
            QuietUntil = mentor.QuietUntil,
            MostAtOnce = mentor.MostAtOnce,
            MostAWeek = mentor.MostAWeek,
            HearsBy = mentor.HearsBy,
        };
    }

    /// <summary>What cannot be kept; none if all can.</summary>
    /// <param name="languages">The languages that MentorBot speaks.</param>
    public IReadOnlyList<ProfileProblem> Problems(IReadOnlyCollection<string> languages) => [.. Checks(languages).Where(check => check.IsWrong).Select(check => check.Problem)];

    private IEnumerable<(ProfileProblem Problem, bool IsWrong)> Checks(IReadOnlyCollection<string> languages) =>
    [
        (ProfileProblem.Name, !Invitations.IsName(Name)),
        (ProfileProblem.Languages, Languages.Count == 0 || Languages.Except(languages).Any()),
        (ProfileProblem.Skills, Skills.Count > LongestList || Skills.Any(skill => skill.Length > LongestSkill || string.IsNullOrWhiteSpace(skill))),
        (ProfileProblem.TimeZone, !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) || !zone.HasIanaId),
        (ProfileProblem.Hours, Hours.Count > LongestList || Hours.Any(hours => hours.Until != TimeOnly.MinValue && hours.Until <= hours.From)),
        (ProfileProblem.Quiet, QuietFrom.HasValue != QuietUntil.HasValue || (QuietFrom is not null && QuietFrom == QuietUntil)),
        (ProfileProblem.AtOnce, MostAtOnce is < 1 or > HighestAtOnce),
        (ProfileProblem.AWeek, MostAWeek is < 1 or > HighestAWeek),
    ];

    /// <summary>Writes it down.</summary>
    internal void Fill(Mentor mentor)
    {
        (mentor.Name, mentor.TimeZone) = (Name, TimeZone);
        (mentor.QuietFrom, mentor.QuietUntil) = (QuietFrom, QuietUntil);
        (mentor.MostAtOnce, mentor.MostAWeek, mentor.HearsBy) = (MostAtOnce, MostAWeek, HearsBy);
        Replace(mentor.Languages, Languages);
        Replace(mentor.Skills, Skills);
        Replace(mentor.Hours, Hours.Select(hours => new WeeklyHours { Day = hours.Day, From = hours.From, Until = hours.Until }));
        mentor.Version++;
    }

    private static void Replace<T>(ICollection<T> old, IEnumerable<T> now)
    {
        // Both may be the same rows.
        var kept = now.ToList();
        old.Clear();
        foreach (var one in kept) old.Add(one);
    }
}

/// <summary>Which part of a profile cannot be kept.</summary>
public enum ProfileProblem
{
    /// <summary>No first name of 1 to 20 letters.</summary>
    Name,

    /// <summary>No language, or one that MentorBot does not speak.</summary>
    Languages,

    /// <summary>A skill that is empty or too long, or too many of them.</summary>
    Skills,

    /// <summary>No IANA name of a time zone.</summary>
    TimeZone,

    /// <summary>Hours that end before they begin, or too many parts of a week.</summary>
    Hours,

    /// <summary>Only a beginning or only an end of the quiet hours, or both the same.</summary>
    Quiet,

    /// <summary>A cap that is out of its range.</summary>
    AtOnce,

    /// <summary>A cap that is out of its range.</summary>
    AWeek,
}
