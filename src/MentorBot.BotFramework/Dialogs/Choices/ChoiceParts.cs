namespace MentorBot.BotFramework.Dialogs;

/// <summary>Finds the one choice that an answer names in part ("tip" for "Learn a tip") or with a letter wrong ("calender").</summary>
internal static class ChoiceParts
{
    // Shorter words are too near one another: "red" and "bed".
    private const int ShortestMisspelt = 5;
    private const int MostWords = 6;

    public static ModelResult<FoundChoice>? Find(string utterance, List<ChoiceName> names, FindChoicesOptions options)
    {
        var said = Tokenizer.Tokenize(utterance);
        if (said.Count > MostWords)
            return null;
        ChoiceName? only = null;
        foreach (var name in names)
        {
            if (!IsPart(said, Tokenizer.Tokenize(name.Name), Language.For(options.Locale)))
                continue;
            if (only is { } other && other.Index != name.Index)
                return null;
            only ??= name;
        }
        return only?.Found(0, utterance.Length - 1, 0.5f);
    }

    // Whatever was said belongs to the choice, in its order, or is a word like "the" and "please". A choice with a "not" in it is not
    // named by the rest of its words.
    private static bool IsPart(IReadOnlyList<Token> said, IReadOnlyList<Token> wanted, Language language)
    {
        var (next, matched) = (0, 0);
        foreach (var token in said)
        {
            var at = IndexOf(wanted, token.Normalized, next);
            if (at >= 0)
                (next, matched) = (at + 1, matched + (IsFiller(token, language) ? 0 : 1));
            else if (!IsFiller(token, language))
                return false;
        }
        return matched > 0 && (matched == wanted.Count || !wanted.Any(t => language.Negations.Match([new Word(t.Normalized, false)], 0, out _) > 0));
    }

    private static int IndexOf(IReadOnlyList<Token> wanted, string said, int from)
    {
        for (var i = from; i < wanted.Count; i++)
        {
            if (IsNearly(said, wanted[i].Normalized))
                return i;
        }
        return -1;
    }

    private static bool IsFiller(Token token, Language language) =>
        language.AroundChoices.Match([new Word(token.Normalized, IsJoined: false)], 0, out _) > 0;

    private static bool IsNearly(string said, string wanted) =>
        said == wanted || (wanted.Length >= ShortestMisspelt && said.Length >= ShortestMisspelt - 1 && said[0] == wanted[0] && OneEditApart(said, wanted));

    private static bool OneEditApart(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
            return false;
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
            start++;
        var restA = a.AsSpan(start);
        var restB = b.AsSpan(start);
        if (a.Length == b.Length)
            return restA[1..].SequenceEqual(restB[1..]) || IsSwap(restA, restB);
        return a.Length < b.Length ? restA.SequenceEqual(restB[1..]) : restA[1..].SequenceEqual(restB);
    }

    private static bool IsSwap(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]);
}
