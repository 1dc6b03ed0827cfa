using System.Globalization;
using MentorBot.Mentoring.Mentors;

namespace MentorBot.Desk;

/// <summary>A mentor's profile as a form holds it: what was typed, also where it cannot be read.</summary>
internal sealed class ProfileForm
{
    /// <summary>What mentees call him.</summary>
    public string? Name { get; init; }

    /// <summary>The languages that are ticked. A list, for that is what model binding fills.</summary>
    public List<string> Languages { get; init; } = [];

    /// <summary>What he knows well, with commas between.</summary>
    public string? Skills { get; init; }

    /// <summary>An IANA name.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The lines of <see cref="Week"/>.</summary>
    public List<string?> Hours { get; init; } = [];

    /// <summary>His hours.</summary>
    public WeekForm Week => new(Hours);

    /// <summary>When he wants to hear nothing: its beginning.</summary>
    public string? QuietFrom { get; init; }

    /// <summary>Its end.</summary>
    public string? QuietUntil { get; init; }

    /// <summary>How many conversations at once.</summary>
    public string? AtOnce { get; init; }

    /// <summary>How many in seven days.</summary>
    public string? AWeek { get; init; }

    /// <summary>Where he hears that somebody asks.</summary>
    public HearsBy HearsBy { get; init; }

    /// <summary>The version of the mentor that was looked at.</summary>
    public int Version { get; init; }

    /// <summary>The form that shows a mentor as he is.</summary>
    public static ProfileForm Of(Mentor mentor) => new()
    {
        Name = mentor.Name,
        Languages = [.. mentor.Languages],
        Skills = string.Join(", ", mentor.Skills),
        TimeZone = mentor.TimeZone,
        Hours = [.. WeekForm.Of(mentor.Hours).Lines],
        QuietFrom = Write(mentor.QuietFrom),
        QuietUntil = Write(mentor.QuietUntil),
        AtOnce = mentor.MostAtOnce.ToString(CultureInfo.InvariantCulture),
        AWeek = mentor.MostAWeek.ToString(CultureInfo.InvariantCulture),
        HearsBy = mentor.HearsBy,
        Version = mentor.Version,
    };

    /// <summary>What it says.</summary>
    /// <param name="languages">The languages that MentorBot speaks.</param>
    /// <param name="problems">What cannot be read or kept; none where there is a profile.</param>
    public MentorProfile? Read(IReadOnlyCollection<string> languages, out IReadOnlyList<ProfileProblem> problems)
    {
        var (hours, from, until) = (Week.Read(), Time(QuietFrom), Time(QuietUntil));
        var profile = new MentorProfile
        {
            Name = Name?.Trim() ?? "",
            Languages = Languages,
            Skills = [.. (Skills ?? "").Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)],
            TimeZone = TimeZone?.Trim() ?? "",
            Hours = hours ?? [],
            QuietFrom = from,
            QuietUntil = until,
            MostAtOnce = Number(AtOnce),
            MostAWeek = Number(AWeek),
            HearsBy = Enum.IsDefined(HearsBy) ? HearsBy : HearsBy.Phone,
        };
        var unread = new[] { (ProfileProblem.Hours, hours is null), (ProfileProblem.Quiet, IsUnread(QuietFrom, from) || IsUnread(QuietUntil, until)) };
        problems = [.. unread.Where(part => part.Item2).Select(part => part.Item1).Union(profile.Problems(languages)).Order()];
        return problems.Count == 0 ? profile : null;
    }

    private static bool IsUnread(string? written, TimeOnly? read) => !string.IsNullOrWhiteSpace(written) && read is null;

    private static string? Write(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static TimeOnly? Time(string? written) => TimeOnly.TryParseExact(written?.Trim(), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static int Number(string? written) => int.TryParse(written?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
