namespace MentorBot.BotFramework.Dialogs;

/// <summary>Finds the words of choices among the words of an answer.</summary>
internal static class ChoiceWords
{
    public static List<ModelResult<FoundChoice>> Find(string utterance, List<ChoiceName> names, FindChoicesOptions options)
    {
        var said = Tokenizer.Tokenize(utterance);
        var matches = new List<Match>();
        // The longest name goes first, so that "blue sky" is not just "blue".
        foreach (var name in names.OrderByDescending(n => n.Name!.Length))
        {
            var wanted = Tokenizer.Tokenize(name.Name);
            for (var from = 0; wanted.Count > 0 && from < said.Count && MatchFrom(said, wanted, from, name, options) is { } match; from = match.To + 1)
                matches.Add(match);
        }
        var kept = WithoutOverlaps(matches);
        return kept.Count == 0 || IsNegated(said, kept, options)
            ? []
            : kept.ConvertAll(m => m.Name.Found(said[m.From].Start, said[m.To].End, m.Score));
    }

    // Words are looked for in order; between two of them only a few others may stand.
    private static Match? MatchFrom(
        IReadOnlyList<Token> said, IReadOnlyList<Token> wanted, int from, ChoiceName name, FindChoicesOptions options)
    {
        var (matched, skipped, first, last) = (0, 0, -1, -1);
        foreach (var token in wanted)
        {
            var at = IndexOf(said, token.Normalized, last < 0 ? from : last + 1);
            if (at < 0 || (last >= 0 && at - last - 1 > options.MaxTokenDistance))
                continue;
            skipped += last < 0 ? 0 : at - last - 1;
            (first, last, matched) = (first < 0 ? at : first, at, matched + 1);
        }
        if (matched == 0 || (matched < wanted.Count && !options.AllowPartialMatches))
            return null;
        var score = (float)matched / wanted.Count * matched / (matched + skipped);
        return new Match(name, first, last, score);
    }

    private static int IndexOf(IReadOnlyList<Token> said, string word, int from)
    {
        for (var i = from; i < said.Count; i++)
        {
            if (said[i].Normalized == word)
                return i;
        }
        return -1;
    }

    private static List<Match> WithoutOverlaps(List<Match> matches)
    {
        var kept = new List<Match>();
        foreach (var match in matches.OrderByDescending(m => m.Score))
        {
            if (!kept.Exists(k => (k.From <= match.To && match.From <= k.To) || k.Name.Index == match.Name.Index))
                kept.Add(match);
        }
        kept.Sort((a, b) => a.From.CompareTo(b.From));
        return kept;
    }

    // A "not" that belongs to a choice's own name ("Not now") is no negation.
    private static bool IsNegated(IReadOnlyList<Token> said, List<Match> kept, FindChoicesOptions options)
    {
        for (var i = 0; i < said.Count; i++)
        {
            if (!kept.Exists(k => k.From <= i && i <= k.To) && IsNegation(said, i, options.Locale))
                return true;
        }
        return false;
    }

    private static bool IsNegation(IReadOnlyList<Token> said, int at, string? locale)
    {
        // An apostrophe parts tokens here, and not words: don't is two of the first and one of the second.
        var text = said[at].Normalized;
        if (at + 1 < said.Count && said[at + 1].Normalized is "t" && said[at + 1].Start == said[at].End + 2)
            text += "t";
        if (at + 1 < said.Count)
            text += " " + said[at + 1].Normalized;
        var words = Words.Split(text);
        var language = Language.For(locale);
        return language.Negations.Match(words, 0, out _) > 0 || language.Beside?.Negations.Match(words, 0, out _) > 0;
    }

    private sealed record Match(ChoiceName Name, int From, int To, float Score);
}
