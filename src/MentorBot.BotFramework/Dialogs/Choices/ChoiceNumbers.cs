namespace MentorBot.BotFramework.Dialogs;

/// <summary>Finds the number of a choice, or its place in the list, in an answer that says nothing else.</summary>
internal static class ChoiceNumbers
{
    public static ModelResult<FoundChoice>? Find(string utterance, IList<Choice> choices, FindChoicesOptions options)
    {
        if (!options.RecognizeNumbers && !options.RecognizeOrdinals)
            return null;
        var words = Words.Split(utterance);
        var language = Language.For(options.Locale);
        var place = Place(words, language, options) ?? (language.Beside is { } beside ? Place(words, beside, options) : null);
        var index = place == -1 ? choices.Count - 1 : (place ?? 0) - 1;
        if (index < 0 || index >= choices.Count)
            return null;
        var found = new FoundChoice { Value = choices[index].Value ?? "", Index = index, Score = 1 };
        return new ModelResult<FoundChoice>(0, utterance.Length - 1, found);
    }

    // The place is read where it first can be; every other word has to be one that people put around a number.
    private static int? Place(List<Word> words, Language language, FindChoicesOptions options)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var length = ReadPlace(words, at, language, options, out var place);
            if (length > 0 && IsAround(words, 0, at, language) && IsAround(words, at + length, words.Count, language))
                return place;
        }
        return null;
    }

    private static int ReadPlace(List<Word> words, int at, Language language, FindChoicesOptions options, out int place)
    {
        var ordinal = language.Ordinals.Match(words, at, out place);
        if (ordinal > 0)
            return options.RecognizeOrdinals ? ordinal : 0;
        var length = NumberReader.Read(words, at, language, out var number);
        place = number is > 0 and < 1000 && decimal.IsInteger(number.Value) ? (int)number.Value : 0;
        if (place == 0)
            return 0;
        if (IsEnding(words, at + length, language))
            return options.RecognizeOrdinals ? length + 1 : 0;
        return options.RecognizeNumbers ? length : 0;
    }

    private static bool IsEnding(List<Word> words, int at, Language language) =>
        at < words.Count && words[at].IsJoined && language.Dates.Has(words, at, new DateWord(DateWordKind.DayEnding));

    private static bool IsAround(List<Word> words, int from, int to, Language language)
    {
        while (from < to)
        {
            var length = language.AroundChoices.Match(words, from, out _);
            if (length == 0 && !words[from].IsSign)
                return false;
            from += Math.Max(length, 1);
        }
        return from <= to;
    }
}
