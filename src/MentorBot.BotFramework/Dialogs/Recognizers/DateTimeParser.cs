using static MentorBot.BotFramework.Dialogs.DateWordKind;

namespace MentorBot.BotFramework.Dialogs;

/// <summary>Reads words about time from left to right. Every word has to have its place, or nothing is understood.</summary>
internal sealed partial class DateTimeParser(List<Word> words, Language language, TurnTime time, bool monthFirst)
{
    private readonly DateTimeMeaning meaning = new();
    private readonly DateOnly today = DateOnly.FromDateTime(time.Local);
    private int at;
    private DayOfWeek? saidWeekday;
    private bool saidDate, isNextWeek, isMarkedHour, isBareHour;

    public DateTimeMeaning? Parse()
    {
        while (at < words.Count)
        {
            if (!ParseNext())
                return null;
        }
        return IsWhole ? meaning : null;
    }

    // A number alone is an hour only beside a day or a part of one.
    private bool IsWhole
    {
        get
        {
            var hasDayOrPart = meaning.Days.Count > 0 || meaning.Part is not null;
            if (isNextWeek || (isBareHour && !hasDayOrPart))
                return false;
            // A span of days, or a while from now, says everything by itself.
            var saysMore = hasDayOrPart || meaning.Times.Count > 0;
            return (meaning.Span, meaning.Instant) switch
            {
                (null, null) => saysMore,
                (null, _) or (_, null) => !saysMore,
                _ => false,
            };
        }
    }

    private bool ParseNext()
    {
        if (words[at].IsSign)
            return Skip(1);
        var length = language.Dates.Match(words, at, out var word);
        if (length == 0)
            return ParseNumber();
        at += length;
        return ParseWord(word);
    }

    private bool ParseWord(DateWord word) => word.Kind switch
    {
        Filler => true,
        Day => SetDay(today.AddDays(word.Value)),
        Weekday => SetWeekday((DayOfWeek)(word.Value % 10)) && (word.Value < 10 || SetPart((DayPart)(word.Value / 10))),
        Month => ParseDayAfterMonth(word.Value),
        Next => SetNextWeek(),
        Week => SetSpan(Monday(word.Value), 7),
        Weekend => SetSpan(Monday(0).AddDays(5), 2),
        Part => SetPart((DayPart)word.Value),
        DayAndPart => SetDay(today.AddDays(word.Value / 10)) && SetPart((DayPart)(word.Value % 10)),
        At => ParseAt(),
        MinutesPast => ParseHour(word.Value),
        Time => SetTimes(TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(word.Value))),
        In => ParseIn(),
        Now => SetInstant(time.Now),
        Days => ParseWeekBeforeWeekday(word.Value),
        _ => false,
    };

    private bool ParseNumber()
    {
        if (words[at].IsNumber && words[at].Text.AsSpan().IndexOfAny("/-:.") >= 0)
            return IsClock(words[at].Text) ? ParseHour(0) : ParseFigures(words[at++].Text);
        return ParseDayOfMonth() ?? ParseMinutesPast() ?? ParseFromNow() ?? ParseBareHour();
    }

    // What follows gives null when what stands here is not its kind of thing, and has moved nowhere then.

    private DateOnly Monday(int weeksFromNow) => today.AddDays((7 * weeksFromNow) - (((int)today.DayOfWeek + 6) % 7));

    private bool SetNextWeek() => isNextWeek != (isNextWeek = true);

    private bool SetPart(DayPart part)
    {
        if (meaning.Part is not null)
            return false;
        meaning.Part = part;
        return true;
    }

    private bool SetInstant(DateTimeOffset instant)
    {
        if (meaning.Instant is not null)
            return false;
        meaning.Instant = instant;
        return true;
    }

    private bool Skip(int length)
    {
        at += length;
        return true;
    }

    private int Peek(DateWordKind kind, out DateWord word, int ahead = 0)
    {
        var length = language.Dates.Match(words, at + ahead, out word);
        return length > 0 && word.Kind == kind ? length : 0;
    }

    // A whole number in figures or in words.
    private int PeekWhole(out int number, int ahead = 0)
    {
        var length = NumberReader.Read(words, at + ahead, language, out var value);
        var isWhole = length > 0 && value is >= 0 and < 10_000 && decimal.IsInteger(value.Value);
        number = isWhole ? (int)value!.Value : 0;
        return isWhole ? length : 0;
    }
}
