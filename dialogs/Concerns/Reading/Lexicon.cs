using System.Buffers;

namespace MentorBot.Dialogs.Concerns.Reading;

/// <summary>The words that signs are made of, each with a number, and all the ways that people write them.</summary>
internal sealed class Lexicon
{
    /// <summary>Where a sentence ends.</summary>
    public const int End = 0;

    /// <summary>A word that no sign has.</summary>
    public const int Other = 1;

    /// <summary>A word of something that is no concern.</summary>
    public const int Hidden = 2;

    // Below this, parts are found in words of their own: "today" has "to" and "day".
    private const int FewestLettersForParts = 8;
    private const int MostLettersForParts = 40;
    private const int FewestLettersSpaced = 3;
    private const int FewestLettersDropped = 5;

    private static readonly SearchValues<char> Leets = SearchValues.Create("0134579@$!");

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [Folding.End, "", ""];
    private readonly Dictionary<string, int[]> _spellings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _beginnings = new(StringComparer.Ordinal);
    private readonly Slips _slips = new();
    private int _longest = 1;

    /// <summary>How many numbers there are.</summary>
    public int Count => _texts.Count;

    /// <summary>The number of a word, which it gets if it has none.</summary>
    public int Add(string word)
    {
        if (_ids.TryGetValue(word, out var id)) return id;
        _texts.Add(word);
        return _ids[word] = Count - 1;
    }

    /// <summary>Another way to write one or more words.</summary>
    public void AddSpelling(string written, int[] ids)
    {
        if (!_spellings.TryAdd(written, ids)) return;
        var words = written.Split(' ');
        if (words.Length > 1) _beginnings.Add(words[0]);
        _longest = Math.Max(_longest, words.Length);
    }

    /// <summary>A word that is understood with a slip of the finger.</summary>
    public void AddSlip(string word) => _slips.Add(word, Add(word));

    /// <summary>A word that is no slip, though it looks like one.</summary>
    public void AddNoSlip(string word) => _slips.Spare(word);

    /// <summary>Whether a word has a number of its own, or is another spelling.</summary>
    public bool Knows(string word) => _ids.ContainsKey(word) || _spellings.ContainsKey(word);

    /// <summary>The numbers of a word of a sign: its own, which it gets if it has none, or those of the words that it is another spelling of.</summary>
    public int[] Numbers(string word) => !_ids.ContainsKey(word) && _spellings.TryGetValue(word, out var ids) ? ids : [Add(word)];

    /// <summary>The numbers of the words of a message, and the words as the lists spell them: 2nite is tonight. A word that no list has stays as it was said.</summary>
    public (int[] Numbers, string[] Words) Read(string text)
    {
        var words = Folding.Words(text);
        var read = new List<int>(words.Count + 8);
        var spelled = new List<string>(words.Count + 8);
        for (var at = 0; at < words.Count;)
        {
            var word = words[at];
            at += ReadNext(words, at, read);
            while (spelled.Count < read.Count) spelled.Add(read[spelled.Count] is var number && number == Other ? word : _texts[number]);
        }
        return ([.. read], [.. spelled]);
    }

    private int ReadNext(List<string> words, int at, List<int> read) =>
        ReadPhrase(words, at, read) is var taken and > 0 ? taken : ReadSpaced(words, at, read) is var spaced and > 0 ? spaced : ReadWord(words[at], read);

    private int ReadPhrase(List<string> words, int at, List<int> read)
    {
        if (!_beginnings.Contains(words[at])) return 0;
        for (var length = Math.Min(_longest, words.Count - at); length > 1; length--)
        {
            if (!_spellings.TryGetValue(string.Join(' ', words.GetRange(at, length)), out var ids)) continue;
            read.AddRange(ids);
            return length;
        }
        return 0;
    }

    // "d i e", "s.u.i.c.i.d.e"
    private int ReadSpaced(List<string> words, int at, List<int> read)
    {
        var end = at;
        while (end < words.Count && words[end].Length == 1 && words[end] != Folding.End) end++;
        if (end - at < FewestLettersSpaced) return 0;
        if (end - at > MostLettersForParts) return Pass(end - at, read);
        var joined = string.Concat(words.GetRange(at, end - at));
        return TryKnown(joined, read) || TryKnown(Leet(joined, 'i'), read) || TryParts(joined, read) ? end - at : 0;
    }

    // So many letters are a pattern, and no words.
    private static int Pass(int letters, List<int> read)
    {
        read.AddRange(Enumerable.Repeat(Other, letters));
        return letters;
    }

    private int ReadWord(string word, List<int> read)
    {
        if (word == Folding.End) read.Add(End);
        else if (!TryKnown(word, read) && !TryLeet(word, read) && !TryCalm(word, read) && !TryDropped(word, read) && !(word.Length >= FewestLettersForParts && TryParts(word, read))) read.Add(_slips.Find(word) ?? Other);
        return 1;
    }

    private bool TryKnown(string word, List<int> read)
    {
        if (_ids.TryGetValue(word, out var id)) read.Add(id);
        else if (_spellings.TryGetValue(word, out var ids)) read.AddRange(ids);
        else return false;
        return true;
    }

    // k1ll, su1c1de, c@n
    private bool TryLeet(string word, List<int> read)
    {
        if (!word.AsSpan().ContainsAny(Leets)) return false;
        var plain = Leet(word, 'i');
        if (TryKnown(plain, read) || TryKnown(Leet(word, 'l'), read)) return true;
        if (!word.Any(char.IsLetter) || _slips.Find(plain) is not { } id) return false;
        read.Add(id);
        return true;
    }

    private static string Leet(string word, char one) => string.Create(word.Length, (word, one), static (plain, from) =>
    {
        for (var i = 0; i < plain.Length; i++)
            plain[i] = from.word[i] switch { '0' => 'o', '1' or '!' => from.one, '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', '9' => 'g', var letter => letter };
    });

    // dieeee, killlll: a key was held down.
    private bool TryCalm(string word, List<int> read) =>
        (Calm(word, 2) is var twice && twice != word && TryKnown(twice, read)) || (Calm(word, 1) is var once && once != word && TryKnown(once, read));

    private static string Calm(string word, int most)
    {
        var calm = new System.Text.StringBuilder(word.Length);
        foreach (var letter in word)
        {
            var isHeld = calm.Length >= most && calm[^1] == letter && (most == 1 || calm[^2] == letter);
            if (!isHeld) calm.Append(letter);
        }
        return calm.ToString();
    }

    // cuttin, followin: the last letter is not heard. Short words are words of their own: thin.
    private bool TryDropped(string word, List<int> read) =>
        word.Length >= FewestLettersDropped && word.EndsWith("in", StringComparison.Ordinal) && TryKnown(word + "g", read);

    // wanttodie, killmyself
    private bool TryParts(string word, List<int> read)
    {
        if (word.Length > MostLettersForParts) return false;
        var reach = new int[word.Length + 1];
        Array.Fill(reach, -1);
        reach[0] = 0;
        for (var end = 1; end <= word.Length; end++)
        {
            for (var start = 0; start < end && reach[end] < 0; start++)
                if (reach[start] >= 0 && IsPart(word, start, end)) reach[end] = start;
        }
        if (reach[^1] < 0) return false;
        var parts = new Stack<string>();
        for (var end = word.Length; end > 0; end = reach[end]) parts.Push(word[reach[end]..end]);
        foreach (var part in parts) TryKnown(part, read);
        return true;
    }

    private bool IsPart(string word, int start, int end) =>
        end - start > 1 ? Knows(word[start..end]) : word[start] is 'i';
}
