using static MentorBot.BotFramework.Dialogs.DateWordKind;

namespace MentorBot.BotFramework.Dialogs;

internal static partial class WelshWords
{
    private static Phrases<DateWord> Dates()
    {
        var dates = new Phrases<DateWord>()
            .Add(new DateWord(Filler), """
                y, yr, o, ar, i, a, beth am, plis, os gwelwch yn dda, diolch, iawn, ie, gallwn ni, alla i, hoffwn, hoffwn i, dwi, dw i,
                yn rhydd, rhydd, tua, yma, hwn, hon, neu, efallai
                """)
            .Add(new DateWord(Day, 0), "heddiw").Add(new DateWord(Day, 1), "yfory, fory").Add(new DateWord(Day, 2), "trennydd")
            .Add(new DateWord(DayAndPart, (int)DayPart.Evening), "heno")
            .Add(new DateWord(DayAndPart, (int)DayPart.Morning), "bore ma, y bore ma, bore heddiw")
            .Add(new DateWord(DayAndPart, (int)DayPart.Afternoon), "prynhawn ma, y prynhawn ma, pnawn ma, y pnawn ma, prynhawn heddiw")
            .Add(new DateWord(DayAndPart, 10 + (int)DayPart.Evening), "nos yfory, nos fory")
            .Add(new DateWord(Next), "nesaf, nesa")
            .Add(new DateWord(Week, 0), "yr wythnos hon, wythnos hon, wythnos ma")
            .Add(new DateWord(Week, 1), "wythnos nesaf, yr wythnos nesaf, wythnos nesa")
            .Add(new DateWord(Weekend), "penwythnos, y penwythnos, dros y penwythnos")
            .Add(new DateWord(Part, (int)DayPart.Morning), "bore, y bore, yn y bore")
            .Add(new DateWord(Part, (int)DayPart.Afternoon), "prynhawn, y prynhawn, yn y prynhawn, pnawn, y pnawn, yn y pnawn")
            .Add(new DateWord(Part, (int)DayPart.Evening), "yr hwyr, gyda r nos, gydar nos, fin nos, min nos, noswaith")
            .Add(new DateWord(Part, (int)DayPart.Night), "nos, y nos, yn y nos")
            .Add(new DateWord(Now), "nawr, rwan, ar unwaith")
            .Add(new DateWord(DayEnding), "af, il, ydd, edd, ed, fed, eg, ain");
        AddTimes(dates);
        AddNames(dates);
        return dates;
    }

    private static void AddTimes(Phrases<DateWord> dates) => dates
        .Add(new DateWord(At), "am").Add(new DateWord(OClock), "or gloch, o r gloch")
        .Add(new DateWord(Pm), "pm, yp, yh").Add(new DateWord(Am), "yb")
        .Add(new DateWord(MinutesPast, 30), "hanner awr wedi, hanner wedi")
        .Add(new DateWord(MinutesPast, 15), "chwarter wedi")
        .Add(new DateWord(MinutesPast, -15), "chwarter i")
        .Add(new DateWord(Past, 1), "wedi, munud wedi").Add(new DateWord(Past, -1), "munud i")
        .Add(new DateWord(Time, 12 * 60), "hanner dydd, ganol dydd, canol dydd")
        .Add(new DateWord(Time, 0), "hanner nos, ganol nos, canol nos")
        .Add(new DateWord(In), "mewn, ymhen")
        .Add(new DateWord(Minutes, 1), "munud, funud, munudau")
        .Add(new DateWord(Minutes, 60), "awr, oriau")
        .Add(new DateWord(Minutes, 30), "hanner awr")
        .Add(new DateWord(Days, 1), "diwrnod, ddiwrnod, dyddiau")
        .Add(new DateWord(Days, 7), "wythnos, wythnosau")
        .Add(new DateWord(Days, 14), "pythefnos, bythefnos");

    // Mawrth is both March and a Tuesday, so weekdays want their dydd or nos. After "o", months are softened.
    private static void AddNames(Phrases<DateWord> dates)
    {
        string[] weekdays =
        [
            "dydd sul, ddydd sul", "dydd llun, ddydd llun", "dydd mawrth, ddydd mawrth", "dydd mercher, ddydd mercher", "dydd iau, ddydd iau",
            "dydd gwener, ddydd gwener", "dydd sadwrn, ddydd sadwrn",
        ];
        string[] evenings = ["nos sul", "nos lun", "nos fawrth", "nos fercher", "nos iau", "nos wener", "nos sadwrn"];
        string[] months =
        [
            "ionawr", "chwefror", "mawrth, fawrth", "ebrill", "mai, fai", "mehefin, fehefin", "gorffennaf, orffennaf", "awst", "medi, fedi",
            "hydref", "tachwedd, dachwedd", "rhagfyr, ragfyr",
        ];
        for (var i = 0; i < weekdays.Length; i++)
            dates.Add(new DateWord(Weekday, i), weekdays[i]).Add(new DateWord(Weekday, i + (10 * (int)DayPart.Evening)), evenings[i]);
        for (var i = 0; i < months.Length; i++)
            dates.Add(new DateWord(Month, i + 1), months[i]);
    }
}
