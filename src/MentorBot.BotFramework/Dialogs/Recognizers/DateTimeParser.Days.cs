using System.Globalization;
using static MentorBot.BotFramework.Dialogs.DateWordKind;

namespace MentorBot.BotFramework.Dialogs;

internal sealed partial class DateTimeParser
{
    private const int YearsToLeap = 8;

    private bool SetDay(DateOnly? day)
    {
        if (day is not { } date || saidDate || (saidWeekday is { } weekday && weekday != date.DayOfWeek))
            return false;
        meaning.Days.Clear();
        meaning.Days.Add(date);
        return saidDate = true;
    }

    private bool SetWeekday(DayOfWeek weekday)
    {
        if (saidDate || saidWeekday is not null)
            return saidWeekday is null && meaning.Days[0].DayOfWeek == weekday;
        saidWeekday = weekday;
        if (isNextWeek || Peek(Next, out _) is > 0 and var length && Skip(length))
        {
            isNextWeek = false;
            return SetWeekdays(Monday(1).AddDays(((int)weekday + 6) % 7));
        }
        var ahead = ((int)weekday - (int)today.DayOfWeek + 7) % 7;
        if (ReadAWeekOn())
            return SetWeekdays(today.AddDays((ahead == 0 ? 7 : ahead) + 7));
        return ahead == 0 ? SetWeekdays(today, today.AddDays(7)) : SetWeekdays(today.AddDays(ahead));
    }

    // A date may still say which: "Friday 4 June". It has to be a Friday.
    private bool SetWeekdays(params ReadOnlySpan<DateOnly> days)
    {
        meaning.Days.AddRange(days);
        return true;
    }

    // "a week on Friday": the week has been read.
    private bool ParseWeekBeforeWeekday(int days)
    {
        at += Peek(Filler, out _);
        var length = Peek(Weekday, out var weekday);
        if (days != 7 || length == 0 || !Skip(length) || !SetWeekday((DayOfWeek)(weekday.Value % 10)))
            return false;
        meaning.Days[0] = meaning.Days[^1].AddDays(7);
        meaning.Days.RemoveRange(1, meaning.Days.Count - 1);
        return true;
    }

    // "Friday week" is the Friday after the coming one.
    private bool ReadAWeekOn()
    {
        var length = Peek(Days, out var unit);
        return length > 0 && unit.Value == 7 && Skip(length);
    }

    private bool SetSpan(DateOnly from, int days)
    {
        if (meaning.Span is not null)
            return false;
        meaning.Span = (from, from.AddDays(days));
        return true;
    }

    // "june 5th 2027": the month has been read.
    private bool ParseDayAfterMonth(int month)
    {
        var length = PeekDayNumber(out var day);
        at += length;
        return length > 0 && SetDay(OnCalendar(day, month, ReadYear()));
    }

    // "5 june", "the 5th of june 2027", "the 5th".
    private bool? ParseDayOfMonth()
    {
        var length = PeekDayNumber(out var day);
        if (length == 0)
            return null;
        var isOrdinal = length > PeekWhole(out _);
        var gap = Peek(Filler, out _, length);
        var monthLength = Peek(Month, out var month, length + gap);
        if (monthLength == 0 && !isOrdinal)
            return null;
        at += monthLength == 0 ? length : length + gap + monthLength;
        return SetDay(monthLength == 0 ? NextWithDay(day) : OnCalendar(day, month.Value, ReadYear()));
    }

    private int PeekDayNumber(out int day)
    {
        var ordinal = language.Ordinals.Match(words, at, out day);
        if (ordinal > 0 && day > 0)
            return ordinal;
        var length = PeekWhole(out day);
        return length == 0 ? 0 : length + (IsEnding(at + length) ? 1 : 0);
    }

    private bool IsEnding(int index) =>
        index < words.Count && words[index].IsJoined && language.Dates.Has(words, index, new DateWord(DayEnding));

    private int? ReadYear()
    {
        if (at >= words.Count || !words[at].IsNumber || words[at].Text.Length != 4 || PeekWhole(out var year) == 0)
            return null;
        at++;
        return year;
    }

    // "5/6", "5/6/2027", "5.6.27", "2027-06-05".
    private bool ParseFigures(string figures)
    {
        var parts = figures.Split('/', '-', '.');
        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return false;
        }
        return numbers.Length switch
        {
            2 => SetDay(InOrder(numbers[0], numbers[1], null)),
            3 when parts[0].Length == 4 => SetDay(OnCalendar(numbers[2], numbers[1], numbers[0])),
            3 when parts[2].Length is 2 or 4 => SetDay(InOrder(numbers[0], numbers[1], parts[2].Length == 2 ? 2000 + numbers[2] : numbers[2])),
            _ => false,
        };
    }

    private DateOnly? InOrder(int first, int second, int? year) =>
        monthFirst ? OnCalendar(second, first, year) : OnCalendar(first, second, year);

    // Without a year it is the next there is; a leap day may be years away, and 31 February never comes.
    private DateOnly? OnCalendar(int day, int month, int? year)
    {
        if (month is < 1 or > 12 || day < 1 || year is < 1900 or > 2200)
            return null;
        var last = (year ?? today.Year) + (year is null ? YearsToLeap : 0);
        for (var y = year ?? today.Year; y <= last; y++)
        {
            if (day <= DateTime.DaysInMonth(y, month) && new DateOnly(y, month, day) is var date && (year is not null || date >= today))
                return date;
        }
        return null;
    }

    private DateOnly? NextWithDay(int day)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        for (var tries = 0; day is >= 1 and <= 31 && tries < 4; tries++, month = month.AddMonths(1))
        {
            if (day <= DateTime.DaysInMonth(month.Year, month.Month) && month.AddDays(day - 1) is var date && date >= today)
                return date;
        }
        return null;
    }
}
