namespace MentorBot.BotFramework.Dialogs;

/// <summary>Finds the number that an answer is.</summary>
/// <remarks>
/// It has to be nearly the whole answer: words such as "about", "I am" and "please" may stand around it and one unit after it
/// ("42", "I am 42 years old", "forty two", "two dozen" which is 24). In "I have 2 kids" there is no answer, nor in "20 or 30",
/// nor in "1/2", "3,5" and "20 20", which can be read in more ways than one.
/// </remarks>
public static class NumberRecognizer
{
    /// <summary>The number, or null. The language is a BCP 47 tag.</summary>
    public static decimal? Recognize(string? text, string? locale)
    {
        var words = Words.Split(text);
        var language = Language.For(locale);
        return Only(words, language) ?? (language.Beside is { } beside ? Only(words, beside) : null);
    }

    private static decimal? Only(List<Word> words, Language language)
    {
        decimal? number = null;
        var units = 0;
        for (var at = 0; at < words.Count;)
        {
            var length = number is null ? NumberReader.Read(words, at, language, out number) : 0;
            if (length == 0)
                length = Around(words, at, language, ref units, isAfter: number is not null);
            if (length == 0)
                return null;
            at += length;
        }
        return number;
    }

    private static int Around(List<Word> words, int at, Language language, ref int units, bool isAfter)
    {
        var length = language.AroundNumbers.Match(words, at, out var isUnit);
        if (!isUnit)
            return length;
        return isAfter && units++ == 0 ? length : 0;
    }
}
