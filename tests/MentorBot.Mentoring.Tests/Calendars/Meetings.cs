using MentorBot.Mentoring.Calendars;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Mentoring.Tests.Calendars;

/// <summary>Meetings to tell of, and files taken apart by hand.</summary>
internal static class Meetings
{
    /// <summary>Half an hour in the library, on a Tuesday in June at ten by London's clock.</summary>
    public static readonly Meeting InJune = new()
    {
        Uid = new Guid("6f1c1c7e-0f5b-4a52-9a55-5f3c5d1f6a01"),
        Start = Instant.FromUtc(2026, 6, 2, 9, 0),
        End = Instant.FromUtc(2026, 6, 2, 9, 30),
        TimeZone = "Europe/London",
        Summary = "Meeting Tomas",
        ChangedAt = Instant.FromUtc(2026, 5, 20, 8, 15, 30),
    };

    /// <summary>One that begins at an instant and lasts half an hour.</summary>
    public static Meeting At(Instant start, string zone) => InJune with { Uid = Guid.NewGuid(), Start = start, End = start + Duration.FromMinutes(30), TimeZone = zone };

    /// <summary>One that begins at an instant, as ISO 8601 writes it.</summary>
    public static Meeting At(string start, string zone) => At(InstantPattern.General.Parse(start).Value, zone);

    /// <summary>The lines of a file before they were folded (RFC 5545, 3.1).</summary>
    public static List<string> LinesOf(string file) => [.. file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").SkipLast(1)];

    /// <summary>The value of the last property that is called so: zones come before meetings.</summary>
    public static string ValueOf(string file, string name) => LinesOf(file).Last(line => line.StartsWith($"{name}:", StringComparison.Ordinal))[(name.Length + 1)..];

    /// <summary>What each line is called: its name without parameters, and which component begins or ends.</summary>
    public static List<string> NamesOf(string file) => [.. LinesOf(file).Select(line => line.StartsWith("BEGIN:", StringComparison.Ordinal) || line.StartsWith("END:", StringComparison.Ordinal) ? line : line.Split(':', ';')[0])];
}
