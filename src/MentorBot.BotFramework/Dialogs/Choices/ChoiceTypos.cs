namespace MentorBot.BotFramework.Dialogs;

/// <summary>Finds the one choice that an answer nearly names: a letter wrong, missing, too many, or two swapped.</summary>
internal static class ChoiceTypos
{
    // Shorter words are too near one another: "red" and "bed".
    private const int ShortestWord = 5;
    private const int MostWords = 4;

    public static ModelResult<FoundChoice>? Find(string utterance, List<ChoiceName> names, FindChoicesOptions options)
    {
        var said = Tokenizer.Tokenize(utterance);
        if (said.Count > MostWords)
            return null;
        ChoiceName? only = null;
        foreach (var name in names)
        {
            if (!IsNearly(said, Tokenizer.Tokenize(name.Name), options))
                continue;
            if (only is { } other && other.Index != name.Index)
                return null;
            only ??= name;
        }
        return only?.Found(0, utterance.Length - 1, 0.5f);
    }

    // The words that are spelt right beside the wrong ones have to be right, and there may be no others but "the" and "please".
    private static bool IsNearly(IReadOnlyList<Token> said, IReadOnlyList<Token> wanted, FindChoicesOptions options)
    {
        var at = 0;
        foreach (var token in said)
        {
            if (at < wanted.Count && IsNearly(token.Normalized, wanted[at].Normalized))
                at++;
            else if (Language.For(options.Locale).AroundChoices.Match([new Word(token.Normalized, false)], 0, out _) == 0)
                return false;
        }
        return at == wanted.Count && at > 0;
    }

    private static bool IsNearly(string said, string wanted) =>
        said == wanted || (wanted.Length >= ShortestWord && said.Length >= ShortestWord - 1 && said[0] == wanted[0] && OneEditApart(said, wanted));

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
