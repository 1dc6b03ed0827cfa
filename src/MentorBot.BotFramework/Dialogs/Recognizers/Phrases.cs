namespace MentorBot.BotFramework.Dialogs;

/// <summary>Words and phrases with what they mean. The longest phrase that fits is the one that counts.</summary>
internal sealed class Phrases<T>
{
    private readonly Dictionary<string, List<(string[] Words, T Meaning)>> byFirstWord = [];

    /// <summary>Adds phrases of one meaning, parted by commas, in the letters of <see cref="Word.Text"/>.</summary>
    public Phrases<T> Add(T meaning, string phrases)
    {
        foreach (var phrase in phrases.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = phrase.Split(' ');
            if (!byFirstWord.TryGetValue(words[0], out var same))
                byFirstWord[words[0]] = same = [];
            same.Add((words, meaning));
            same.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        }
        return this;
    }

    /// <summary>Finds the longest phrase that begins at a word.</summary>
    /// <returns>How many words it has; 0 if there is none.</returns>
    public int Match(List<Word> words, int at, out T meaning)
    {
        if (at < words.Count && byFirstWord.TryGetValue(words[at].Text, out var candidates))
        {
            foreach (var (phrase, found) in candidates)
            {
                if (!Fits(phrase, words, at))
                    continue;
                meaning = found;
                return phrase.Length;
            }
        }
        meaning = default!;
        return 0;
    }

    public bool Has(List<Word> words, int at, T meaning) =>
        Match(words, at, out var found) > 0 && EqualityComparer<T>.Default.Equals(found, meaning);

    private static bool Fits(string[] phrase, List<Word> words, int at)
    {
        if (at + phrase.Length > words.Count)
            return false;
        for (var i = 1; i < phrase.Length; i++)
        {
            if (phrase[i] != words[at + i].Text)
                return false;
        }
        return true;
    }
}
