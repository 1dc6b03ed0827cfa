namespace MentorBot.BotFramework.Dialogs;

/// <summary>Finds the day and the time that an answer is, and everything it can mean.</summary>
/// <remarks>
/// <para>The answer has to be about nothing else: "could we do Monday at 3 please" will do, "I have 2 kids, Monday" will not.
/// What the calendar or the clock does not have is no answer.</para>
/// <para>An hour from 1 to 11 said without morning or afternoon means both. 12 means noon. A weekday is the next one; said on that very day
/// it is today or in a week. "Next Friday" is the one of next week, weeks beginning on Monday. A day without a year is the next there is.
/// Figures are day, month, year; in American English month, day, year.</para>
/// </remarks>
public static class DateTimeRecognizer
{
    private const int MostWords = 20;

    /// <summary>Everything the answer can mean; empty if nothing.</summary>
    /// <param name="text">The answer.</param>
    /// <param name="locale">Its language, a BCP 47 tag.</param>
    /// <param name="time">The instant it was given, and the person's time zone.</param>
    public static IList<DateTimeResolution> Recognize(string? text, string? locale, TurnTime time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var words = Words.Split(text);
        if (words.Count is 0 or > MostWords)
            return [];
        var language = Language.For(locale);
        var monthFirst = string.Equals(locale, "en-US", StringComparison.OrdinalIgnoreCase);
        var meaning = new DateTimeParser(words, language, time, monthFirst).Parse()
            ?? (language.Beside is { } beside ? new DateTimeParser(words, beside, time, monthFirst).Parse() : null);
        return meaning is null ? [] : DateTimeResolver.Resolve(meaning, time);
    }
}

/// <summary>What words about time say, before it is worked out what they can mean.</summary>
internal sealed class DateTimeMeaning
{
    /// <summary>The days it can be; empty if no day was said.</summary>
    public List<DateOnly> Days { get; } = [];

    /// <summary>Days from the first up to, and not with, the second.</summary>
    public (DateOnly From, DateOnly To)? Span { get; set; }

    /// <summary>The times of day it can be; empty if none was said.</summary>
    public List<TimeOnly> Times { get; } = [];

    public DayPart? Part { get; set; }

    /// <summary>A very instant, for "in two hours".</summary>
    public DateTimeOffset? Instant { get; set; }
}
