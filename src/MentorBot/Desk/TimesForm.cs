using System.Globalization;
using MentorBot.Mentoring.Bookings;

namespace MentorBot.Desk;

/// <summary>A mentor's times as a form holds them: what was typed, also where it cannot be read.</summary>
internal sealed class TimesForm
{
    /// <summary>The lines of <see cref="Week"/>. A list, for that is what model binding fills.</summary>
    public List<string?> Hours { get; init; } = [];

    /// <summary>The hours of his week.</summary>
    public WeekForm Week => new(Hours);

    /// <summary>An IANA name.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The ways of meeting that are ticked.</summary>
    public List<MeetingWay> Ways { get; init; } = [];

    /// <summary>Where, if at a place: a venue's number.</summary>
    public int? Venue { get; init; }

    /// <summary>How many minutes a meeting lasts.</summary>
    public int Length { get; init; }

    /// <summary>How many minutes lie between two.</summary>
    public int Buffer { get; init; }

    /// <summary>How many hours before it has to be booked.</summary>
    public string? Notice { get; init; }

    /// <summary>How many on one day.</summary>
    public string? ADay { get; init; }

    /// <summary>How many in one week.</summary>
    public string? AWeek { get; init; }

    /// <summary>The version of the mentor that was looked at.</summary>
    public int Version { get; init; }

    /// <summary>The form that shows times as they are.</summary>
    public static TimesForm Of(TimesSheet sheet)
    {
        var terms = sheet.Times.Terms;
        return new()
        {
            Hours = [.. WeekForm.Of(sheet.Times.Hours).Lines],
            TimeZone = sheet.Times.TimeZone,
            Ways = [.. terms.Ways],
            Venue = terms.VenueId,
            Length = terms.Length,
            Buffer = terms.Buffer,
            Notice = Write(terms.Notice),
            ADay = Write(terms.MostADay),
            AWeek = Write(terms.MostAWeek),
            Version = sheet.Version,
        };
    }

    /// <summary>What it says.</summary>
    /// <param name="problems">What cannot be read or kept; none where there are times.</param>
    public OwnTimes? Read(out IReadOnlyList<TimesProblem> problems)
    {
        var hours = Week.Read();
        var times = new OwnTimes
        {
            Hours = hours ?? [],
            TimeZone = TimeZone?.Trim() ?? "",
            Terms = new MeetingTerms { Ways = Ways, Length = Length, Buffer = Buffer, Notice = Number(Notice), MostADay = Number(ADay), MostAWeek = Number(AWeek), VenueId = Ways.Contains(MeetingWay.Place) ? Venue : null },
        };
        problems = [.. (hours is null ? [TimesProblem.Hours] : Array.Empty<TimesProblem>()).Union(times.Problems()).Order()];
        return problems.Count == 0 ? times : null;
    }

    /// <summary>The id of the box that a problem is in.</summary>
    public static string BoxOf(TimesProblem problem) => problem switch
    {
        TimesProblem.Hours => "hours-0",
        TimesProblem.TimeZone => "zone",
        TimesProblem.Ways => "way-Messages",
        TimesProblem.Venue => "venue",
        TimesProblem.Length => "length",
        TimesProblem.Notice => "notice",
        TimesProblem.Buffer => "buffer",
        TimesProblem.ADay => "a-day",
        _ => "a-week",
    };

    /// <summary>What to write there.</summary>
    public static string Say(TimesProblem problem) => problem switch
    {
        TimesProblem.Hours => "Write hours such as 9-12, 14:30-17, or leave the day empty.",
        TimesProblem.TimeZone => "Write the name of a time zone, such as Europe/London.",
        TimesProblem.Ways => "Tick the ways in which you meet people.",
        TimesProblem.Venue => "Choose a place that is open, or do not tick that you meet at one.",
        TimesProblem.Length or TimesProblem.Buffer => "Choose one of these.",
        TimesProblem.Notice => $"Write whole hours from 1 to {MeetingTerms.LongestNotice}.",
        _ => $"Write a number from 1 to {MeetingTerms.HighestCap}.",
    };

    private static string Write(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string? written) => int.TryParse(written?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
