using System.Globalization;
using System.Text.RegularExpressions;
using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Mentoring.Bookings;
using NodaTime;

namespace MentorBot.Dialogs.Bookings;

/// <summary>Reads when somebody would like to meet: "Tuesday", "mornings", "after 6", "next week", "3 Dec at 2". Days and times are found by the framework's recogniser; this adds what is said only of wishes.</summary>
internal static partial class WishReader
{
    // A meeting at "3" is not at night.
    private static readonly LocalTime Earliest = new(8, 0);
    private static readonly LocalTime NoEarlier = new(7, 0);
    private static readonly Period Around = Period.FromMinutes(60);

    /// <summary>The wish, or null if it is none, or says what no calendar or clock has.</summary>
    public static TimeWish? Read(string? text, string? locale, TurnTime time)
    {
        var said = (text ?? "").Trim();
        if (said.Length == 0) return null;
        if (Bound().Match(said) is not { Success: true } bound) return OfDays(said, locale, time);
        var clock = ClockOf(bound, locale, time);
        var rest = said.Remove(bound.Index, bound.Length).Trim(' ', ',', '.');
        var days = rest.Length == 0 ? TimeWish.Any : OfDays(rest, locale, time);
        if (clock is null || days is null) return null;
        return IsAfter(bound) ? days with { NotBefore = clock } : days with { Before = clock };
    }

    private static bool IsAfter(Match bound) => bound.Groups["after"].Success;

    private static LocalTime? ClockOf(Match bound, string? locale, TurnTime time)
    {
        var word = bound.Groups["clock"].Value;
        var found = DateTimeRecognizer.Recognize($"at {word}", locale, time).Where(one => one.Value is { Length: 8 }).Select(one => LocalTime.FromTimeOnly(TimeOnly.Parse(one.Value!, CultureInfo.InvariantCulture))).ToList();
        return found.Count == 0 ? null : Likely(found);
    }

    private static TimeWish? OfDays(string text, string? locale, TurnTime time)
    {
        var found = DateTimeRecognizer.Recognize(text, locale, time);
        if (found.Count == 0) return null;
        var days = found.Select(DayOf).OfType<LocalDate>().Distinct().ToList();
        var wish = (found[0].Start, days.Count) switch
        {
            ({ Length: 10 } start, _) => new TimeWish { From = Date(start), Until = Date(found[0].End!) },
            // Said on a Tuesday, "Tuesday" is today or in a week.
            (_, > 1) => new TimeWish { From = days.Min(), Days = [days[0].DayOfWeek] },
            (_, 1) => new TimeWish { From = days[0], Until = days[0].PlusDays(1) },
            _ => TimeWish.Any,
        };
        if (found[0].Start is { Length: > 10 } or { Length: 8 }) return wish with { NotBefore = Clock(found[0].Start!), Before = Clock(found[0].End!) is var end && end == LocalTime.Midnight ? null : end };
        var clocks = found.Where(one => one.Value is { Length: 8 or > 10 }).Select(one => Clock(one.Value!)).Distinct().ToList();
        return clocks.Count == 0 ? wish : At(wish, Likely(clocks));
    }

    private static TimeWish At(TimeWish wish, LocalTime clock) =>
        wish with { NotBefore = clock, Before = clock >= new LocalTime(23, 0) ? null : clock + Around };

    private static LocalDate? DayOf(DateTimeResolution one) => (one.Value ?? one.Start) is { Length: >= 10 } day ? Date(day) : null;

    // Of three at night and three in the afternoon the second.
    private static LocalTime Likely(List<LocalTime> clocks) => clocks.Order().FirstOrDefault(clock => clock >= (clocks.Count > 1 ? Earliest : NoEarlier), clocks.Max());

    private static LocalDate Date(string written) => LocalDate.FromDateOnly(DateOnly.ParseExact(written.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static LocalTime Clock(string written) => LocalTime.FromTimeOnly(TimeOnly.ParseExact(written.AsSpan()[^8..], "HH:mm:ss", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\b(?:(?<after>after|from|any ?time after|not before|wedi|ar ol|ar ôl|o)|before|until|till?|by|cyn|tan)\s+(?<clock>\d{1,2}(?:[:.]\d{2})?\s*(?:am|pm|yb|yp|yh)?|noon|midday|hanner dydd)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bound();
}
