using System.Globalization;
using System.Text.RegularExpressions;
using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Linking;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Dialogs.Bookings;

/// <summary>Hears from a mentor that a day is other than his week: "off tomorrow", "off 24 dec to 2 jan", "free tue 2-4". Where meetings are booked on days off it asks whether they are called off.</summary>
internal sealed partial class DayOrder(Content content, MeetingDeeds deeds)
{
    private const string Off = "Bookings.dayOff";
    private const string OffMeetings = "Bookings.dayOffMeetings";
    private const string Free = "Bookings.dayFree";
    private const string Unclear = "Bookings.dayUnclear";
    private const string NotBookable = "Bookings.dayNotBookable";
    private const string AreOff = "Bookings.meetingsOff";
    private const string Stay = "Bookings.meetingsStay";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Off, OffMeetings, Free, Unclear, NotBookable, AreOff, Stay];

    /// <summary>Does what a message says of days.</summary>
    /// <returns>Whether it was about them.</returns>
    public async Task<bool> ObeyAsync(ITurnContext context, Mentor mentor, CancellationToken cancellationToken)
    {
        var answer = await HearAnswerAsync(context, mentor, cancellationToken) ?? await HearDaysAsync(context, mentor, cancellationToken);
        if (answer is not null) await context.SendActivityAsync(answer, cancellationToken);
        return answer is not null;
    }

    private async Task<Activity?> HearDaysAsync(ITurnContext context, Mentor mentor, CancellationToken cancellationToken)
    {
        var text = (context.Activity.Text ?? "").Trim();
        if (Order().Match(text) is not { Success: true } order) return null;
        var isOff = order.Groups["off"].Success;
        // To whoever he holds he may well say that he is off tomorrow. In capitals it is for us.
        if (!char.IsUpper(text[1]) && (await context.Turn().HeldByAsync(mentor, cancellationToken)).Count > 0) return null;
        var hours = isOff ? null : HoursAtEnd().Match(order.Groups["days"].Value);
        var said = hours is { Success: true } ? order.Groups["days"].Value[..hours.Index] : order.Groups["days"].Value;
        // "Off topic" and "free at last" are about something else.
        if (DaysIn(context, mentor, said) is not { } days) return order.Groups["days"].Value.Any(char.IsDigit) ? content.Words.Message(context, Unclear) : null;
        if (mentor.Meets is null) return content.Words.Message(context, NotBookable);
        return isOff ? await TakeOffAsync(context, mentor, days, cancellationToken)
            : ReadHours(hours!) is { } read && days.Until == days.From.PlusDays(1) ? await SetFreeAsync(context, mentor, (days, read), cancellationToken)
            : content.Words.Message(context, Unclear);
    }

    private async Task<Activity> TakeOffAsync(ITurnContext context, Mentor mentor, (LocalDate From, LocalDate Until) days, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        await turn.SetDaysAsync(mentor, days, [], cancellationToken);
        turn.Record("mentor.day-off");
        var meetings = await turn.MeetingsOfAsync(mentor, days, cancellationToken);
        if (meetings.Count == 0) return content.Words.Message(context, Off, ("days", DaysText(days, turn.Mentee.Language)));
        await context.AskedAboutMeeting().SetAsync(context, [OffMeetings, LocalDatePattern.Iso.Format(days.From), LocalDatePattern.Iso.Format(days.Until)], cancellationToken);
        return content.Words.Message(context, OffMeetings, ("days", DaysText(days, turn.Mentee.Language)), ("count", meetings.Count.ToString(CultureInfo.InvariantCulture)));
    }

    private async Task<Activity> SetFreeAsync(ITurnContext context, Mentor mentor, ((LocalDate From, LocalDate Until) Days, IReadOnlyList<WeeklyHours> Hours) free, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        await turn.SetDaysAsync(mentor, free.Days, free.Hours, cancellationToken);
        turn.Record("mentor.day-free");
        await turn.CallForAsync(mentor, cancellationToken);
        return content.Words.Message(context, Free, ("days", DaysText(free.Days, turn.Mentee.Language)), ("hours", HoursText.Write(free.Hours)));
    }

    private async Task<Activity?> HearAnswerAsync(ITurnContext context, Mentor mentor, CancellationToken cancellationToken)
    {
        if (OneOrTwo.Heard(context.Activity, content.Commands) is not { } callsOff) return null;
        if (await context.AskedAboutMeeting().GetAsync(context, cancellationToken: cancellationToken) is not [OffMeetings, var from, var until]) return null;
        await context.AskedAboutMeeting().DeleteAsync(context, cancellationToken);
        if (!callsOff) return content.Words.Message(context, Stay);
        var days = (LocalDatePattern.Iso.Parse(from).Value, LocalDatePattern.Iso.Parse(until).Value);
        foreach (var booking in await context.Turn().MeetingsOfAsync(mentor, days, cancellationToken)) await deeds.CallOffAsync(context.Turn(), booking, cancellationToken);
        return content.Words.Message(context, AreOff);
    }

    /// <summary>The days that he names, by his own calendar; null where they are none, over, or too many.</summary>
    private static (LocalDate From, LocalDate Until)? DaysIn(ITurnContext context, Mentor mentor, string said)
    {
        var time = new TurnTime(context.Turn().Now, TimeZoneInfo.FindSystemTimeZoneById(mentor.TimeZone));
        var ends = Between().Split(said.Trim(), 2);
        var first = WishReader.Read(ends[0], context.Activity.Locale, time);
        var last = ends.Length > 1 ? WishReader.Read(ends[1], context.Activity.Locale, time) : first;
        // Said on a Tuesday, "Tuesday" is the next one that there is: today.
        if (first?.From is not { } from || last?.From is not { } lastDay || first.NotBefore is not null || last.NotBefore is not null) return null;
        var until = last.Until ?? lastDay.PlusDays(1);
        return until > from && Period.DaysBetween(from, until) <= DayChanges.MostDays ? (from, until) : null;
    }

    // "2-4" is in the afternoon, "9-1" is from the morning on.
    private static IReadOnlyList<WeeklyHours>? ReadHours(Match hours)
    {
        if (!hours.Success) return null;
        var (from, until) = (ClockOf(hours.Groups["from"].Value), ClockOf(hours.Groups["until"].Value));
        if (from is null || until is null) return null;
        var start = from < NoEarlier ? from.Value.AddHours(12) : from.Value;
        var end = until <= start ? until.Value.AddHours(12) : until.Value;
        return end > start ? [new WeeklyHours { From = start, Until = end }] : null;
    }

    private static readonly TimeOnly NoEarlier = new(7, 0);

    private static TimeOnly? ClockOf(string text)
    {
        var parts = text.TrimEnd('a', 'p', 'm', 'A', 'P', 'M', ' ').Split(':', '.');
        var hour = int.Parse(parts[0], CultureInfo.InvariantCulture);
        if (text.Contains('p', StringComparison.OrdinalIgnoreCase) && hour < 12) hour += 12;
        return hour < 24 && (parts.Length == 1 || int.Parse(parts[1], CultureInfo.InvariantCulture) < 60) ? new TimeOnly(hour, parts.Length == 1 ? 0 : int.Parse(parts[1], CultureInfo.InvariantCulture)) : null;
    }

    private static string DaysText((LocalDate From, LocalDate Until) days, string language)
    {
        var last = days.Until.PlusDays(-1);
        var first = BookingWording.Day(days.From, language);
        return last == days.From ? first : $"{first} - {BookingWording.Day(last, language)}";
    }

    [GeneratedRegex(@"^(?:(?<off>off|away|ar wyliau|bant)|(?<free>free|rhydd))\s+(?:on\s+|ar\s+)?(?<days>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Order();

    [GeneratedRegex(@"\s*(?:\bfrom\s+|\bo\s+)?(?<from>\d{1,2}(?:[:.]\d{2})?\s*(?:am|pm)?)\s*(?:-|–|to|i)\s*(?<until>\d{1,2}(?:[:.]\d{2})?\s*(?:am|pm)?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HoursAtEnd();

    [GeneratedRegex(@"\s+(?:to|till?|until|i|tan)\s+|\s*[-–]\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Between();
}
