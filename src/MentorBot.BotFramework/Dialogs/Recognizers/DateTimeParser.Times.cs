using System.Globalization;
using static MentorBot.BotFramework.Dialogs.DateWordKind;

namespace MentorBot.BotFramework.Dialogs;

internal sealed partial class DateTimeParser
{
    private const int HalfDay = 12 * 60;

    private bool SetTimes(params ReadOnlySpan<TimeOnly> times)
    {
        if (meaning.Times.Count > 0)
            return false;
        meaning.Times.AddRange(times);
        return true;
    }

    // "3:30" and "3.30" are clocks; "5.6" and "5/6" are days.
    private static bool IsClock(string text)
    {
        var mark = text.AsSpan().IndexOfAny(":.");
        return mark is 1 or 2 && text.Length - mark == 3 && text.AsSpan(mark + 1).IndexOfAny("/-:.") < 0;
    }

    // What follows "at" may be no number: "at noon", "at the weekend". Then "at" says nothing.
    private bool ParseAt() => !(at < words.Count && (words[at].IsNumber || PeekWhole(out _) > 0)) || ParseAfterAt();

    private bool ParseAfterAt()
    {
        if (words[at].Text is { Length: 4 } figures && PeekWhole(out var clock) == 1 && words[at].IsNumber)
            return Skip(1) && figures.Length == 4 && SetClock(clock / 100, clock % 100, isCertain: true);
        return ParseMinutesPast() ?? ParseHour(0);
    }

    private bool ParseBareHour()
    {
        var isHour = PeekWhole(out _) > 0 && ParseHour(0);
        isBareHour = !isMarkedHour;
        return isHour;
    }

    // "10 past 3", "20 to 4". "9 to 5" is working hours, not a time: minutes are said in fives.
    private bool? ParseMinutesPast()
    {
        var length = PeekWhole(out var minutes);
        var past = length == 0 ? 0 : Peek(Past, out var word, length) is > 0 and var found ? found * Math.Sign(word.Value) : 0;
        if (past == 0 || minutes is < 1 or > 59 || minutes % 5 != 0)
            return null;
        at += length + Math.Abs(past);
        return ParseHour(Math.Sign(past) * minutes);
    }

    // An hour with what may follow it: "3", "3:30", "3pm", "three o'clock".
    private bool ParseHour(int minutesPast)
    {
        if (at >= words.Count)
            return false;
        var text = words[at].Text;
        int hour, minute = 0;
        if (IsClock(text))
            (hour, minute) = (Figure(text[..^3]), Figure(text[^2..]));
        else if (PeekWhole(out hour) == 0)
            return false;
        at += IsClock(text) ? 1 : PeekWhole(out _);
        var half = ReadHalf();
        var isCertain = text.StartsWith('0') || half is not null;
        if (minute > 59 || half is not null && hour is < 1 or > 12)
            return false;
        var noonBased = half is null || hour != 12 ? hour : 0;
        return AddMinutes(noonBased + (half == Pm ? 12 : 0), minute, minutesPast, isCertain);
    }

    private bool AddMinutes(int hour, int minute, int minutesPast, bool isCertain)
    {
        if (hour is < 0 or > 23)
            return false;
        var total = ((hour * 60) + minute + minutesPast + (2 * HalfDay)) % (2 * HalfDay);
        var saysHalf = isCertain || hour is 0 or > 12;
        return SetClock(total / 60, total % 60, saysHalf);
    }

    private bool SetClock(int hour, int minute, bool isCertain)
    {
        if (hour > 23 || minute > 59)
            return false;
        var said = new TimeOnly(hour, minute);
        // Twelve is noon: at night people say midnight.
        return isCertain || hour >= 12 ? SetTimes(said) : SetTimes(said, said.AddHours(12));
    }

    private DateWordKind? ReadHalf()
    {
        var start = at;
        at += Peek(OClock, out _);
        var (am, pm) = (Peek(Am, out _), Peek(Pm, out _));
        at += am + pm;
        isMarkedHour = at > start;
        return am > 0 ? Am : pm > 0 ? Pm : null;
    }

    // "in 2 hours", "in a week", "in half an hour". Otherwise "in" says nothing.
    private bool ParseIn()
    {
        at += Peek(Filler, out _);
        var length = PeekWhole(out var count);
        return ReadUnit(length, length == 0 ? 1 : count, mustSayFromNow: false) ?? true;
    }

    // "2 days from now".
    private bool? ParseFromNow()
    {
        var length = PeekWhole(out var count);
        return length > 0 ? ReadUnit(length, count, mustSayFromNow: true) : null;
    }

    private bool? ReadUnit(int ahead, int count, bool mustSayFromNow)
    {
        var unit = language.Dates.Match(words, at + ahead, out var word);
        if (unit == 0 || word.Kind is not (Minutes or Days))
            return null;
        var fromNow = Peek(FromNow, out _, ahead + unit);
        if (mustSayFromNow && fromNow == 0)
            return null;
        at += ahead + unit + fromNow;
        return word.Kind == Days ? SetDay(today.AddDays(count * word.Value)) : SetInstant(time.Now.AddMinutes(count * word.Value));
    }

    private static int Figure(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
