using static MentorBot.BotFramework.Dialogs.DateWordKind;

namespace MentorBot.BotFramework.Dialogs;

internal static partial class EnglishWords
{
    private static Phrases<DateWord> Dates()
    {
        var dates = new Phrases<DateWord>()
            .Add(new DateWord(Filler), """
                on, the, of, please, pls, thanks, thank you, can, could, we, i, do, would, like, how, what, about, around, make, it, lets,
                let us, good, ok, okay, fine, great, works, work, for, me, is, be, free, im, am i free, available, see you, meet, say,
                maybe, perhaps, this, coming, sometime, any time, anytime, best, better, then, yes, a, an, oh, um, ish, well, hi, hello,
                there
                """)
            .Add(new DateWord(DateWordKind.Day, 0), "today, 2day")
            .Add(new DateWord(DateWordKind.Day, 1), "tomorrow, tomorow, tommorow, tommorrow, tomorro, tmrw, tmr, tomoz, 2moro")
            .Add(new DateWord(DateWordKind.Day, 2), "the day after tomorrow, day after tomorrow, overmorrow")
            .Add(new DateWord(DayAndPart, (int)DayPart.Night), "tonight, tonite, 2nite")
            .Add(new DateWord(DayAndPart, (int)DayPart.Morning), "this morning")
            .Add(new DateWord(DayAndPart, (int)DayPart.Afternoon), "this afternoon")
            .Add(new DateWord(DayAndPart, (int)DayPart.Evening), "this evening")
            .Add(new DateWord(Next), "next")
            .Add(new DateWord(Week, 0), "this week").Add(new DateWord(Week, 1), "next week")
            .Add(new DateWord(Weekend), "weekend, this weekend, the weekend, at the weekend")
            .Add(new DateWord(Part, (int)DayPart.Morning), "morning, in the morning, mornings")
            .Add(new DateWord(Part, (int)DayPart.Afternoon), "afternoon, in the afternoon, afternoons, arvo")
            .Add(new DateWord(Part, (int)DayPart.Evening), "evening, in the evening, evenings, eve")
            .Add(new DateWord(Part, (int)DayPart.Night), "night, at night, in the night")
            .Add(new DateWord(Now), "now, right now, straight away")
            .Add(new DateWord(DayEnding), "st, nd, rd, th");
        AddTimes(dates);
        AddNames(dates);
        return dates;
    }

    private static void AddTimes(Phrases<DateWord> dates) => dates
        .Add(new DateWord(At), "at").Add(new DateWord(OClock), "oclock, o clock")
        .Add(new DateWord(Am), "am, a m").Add(new DateWord(Pm), "pm, p m")
        .Add(new DateWord(MinutesPast, 30), "half past, half").Add(new DateWord(MinutesPast, 15), "quarter past, a quarter past")
        .Add(new DateWord(MinutesPast, -15), "quarter to, a quarter to")
        .Add(new DateWord(Past, 1), "past, minutes past").Add(new DateWord(Past, -1), "to, minutes to")
        .Add(new DateWord(Time, 12 * 60), "noon, midday, mid day, at noon, at midday, 12 noon")
        .Add(new DateWord(Time, 0), "midnight, at midnight")
        .Add(new DateWord(In), "in").Add(new DateWord(FromNow), "from now, from today, time")
        .Add(new DateWord(Minutes, 1), "minute, minutes, min, mins").Add(new DateWord(Minutes, 60), "hour, hours, hr, hrs")
        .Add(new DateWord(Minutes, 30), "half an hour, half hour")
        .Add(new DateWord(Days, 1), "day, days")
        .Add(new DateWord(Days, 7), "week, weeks, wk, wks")
        .Add(new DateWord(Days, 14), "fortnight");

    private static void AddNames(Phrases<DateWord> dates)
    {
        string[] weekdays =
        [
            "sunday, sun, sundays", "monday, mon, mondays", "tuesday, tue, tues, tuesdays", "wednesday, wed, weds, wednesdays, wensday, wednsday",
            "thursday, thu, thur, thurs, thursdays", "friday, fri, fridays", "saturday, sat, saturdays",
        ];
        string[] months =
        [
            "january, jan", "february, feb, febuary", "march, mar", "april, apr", "may", "june, jun", "july, jul", "august, aug",
            "september, sept, sep", "october, oct", "november, nov", "december, dec",
        ];
        for (var i = 0; i < weekdays.Length; i++)
            dates.Add(new DateWord(Weekday, i), weekdays[i]);
        for (var i = 0; i < months.Length; i++)
            dates.Add(new DateWord(Month, i + 1), months[i]);
    }
}
