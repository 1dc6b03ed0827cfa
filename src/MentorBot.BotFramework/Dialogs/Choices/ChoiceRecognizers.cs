namespace MentorBot.BotFramework.Dialogs;

/// <summary>Finds the choices that an answer makes.</summary>
/// <remarks>
/// First, a choice's value, title or synonym as it stands; then its words among others, in their order; then a number or a place in
/// the list, if it is nearly the whole answer ("2", "no 2", "the last one please", but not "I have 2 kids"); and last, some of one choice's
/// words and no others ("tip" for "Learn a tip"), a letter wrong or not. A "not" beside the words of a choice makes them count for nothing.
/// </remarks>
public static class ChoiceRecognizers
{
    /// <summary>The choices found, in the order of the answer; empty if none.</summary>
    /// <param name="utterance">The answer.</param>
    /// <param name="choices">What there was to choose from.</param>
    /// <param name="options">How to match; the usual way if none are given.</param>
    public static IReadOnlyList<ModelResult<FoundChoice>> RecognizeChoices(
        string? utterance, IList<Choice> choices, FindChoicesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        if (string.IsNullOrWhiteSpace(utterance))
            return [];
        options ??= new FindChoicesOptions();
        var names = NamesOf(choices, options);
        if (Whole(utterance, names) is { } whole)
            return [whole];
        var found = ChoiceWords.Find(utterance, names, options);
        if (found.Count > 0)
            return found;
        if (ChoiceNumbers.Find(utterance, choices, options) is { } byNumber)
            return [byNumber];
        return ChoiceParts.Find(utterance, names, options) is { } nearly ? [nearly] : [];
    }

    private static List<ChoiceName> NamesOf(IList<Choice> choices, FindChoicesOptions options)
    {
        var names = new List<ChoiceName>();
        for (var i = 0; i < choices.Count; i++)
        {
            var choice = choices[i];
            if (!options.NoValue)
                names.Add(new ChoiceName(choice, i, choice.Value));
            if (!options.NoAction)
                names.Add(new ChoiceName(choice, i, choice.Action?.Title));
            foreach (var synonym in choice.Synonyms ?? [])
                names.Add(new ChoiceName(choice, i, synonym));
        }
        names.RemoveAll(n => string.IsNullOrWhiteSpace(n.Name));
        return names;
    }

    private static ModelResult<FoundChoice>? Whole(string utterance, List<ChoiceName> names)
    {
        var answer = utterance.Trim();
        var name = names.Find(n => string.Equals(n.Name!.Trim(), answer, StringComparison.OrdinalIgnoreCase));
        return name.Name is null ? null : name.Found(0, utterance.Length - 1, 1);
    }
}

/// <summary>One of the things a choice may be called.</summary>
internal readonly record struct ChoiceName(Choice Choice, int Index, string? Name)
{
    public ModelResult<FoundChoice> Found(int start, int end, float score) =>
        new(start, end, new FoundChoice { Value = Choice.Value ?? "", Index = Index, Score = score, Synonym = Name });
}
