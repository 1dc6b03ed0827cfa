using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Concerns.Reading;

/// <summary>The decisive words, which are understood with a slip of the finger: sucide, ovedose.</summary>
internal sealed class Slips
{
    // Up to here most slips make another word.
    private const int ShortestWord = 5;
    private const int ShortestForTwo = 9;
    private const int ShortestMasked = 3;

    private readonly Dictionary<char, List<(string Word, int Id)>> _byFirst = [];
    private readonly HashSet<string> _spared = new(StringComparer.Ordinal);

    public void Add(string word, int id)
    {
        if (!_byFirst.TryGetValue(word[0], out var words)) _byFirst[word[0]] = words = [];
        words.Add((word, id));
    }

    public void Spare(string word) => _spared.Add(word);

    /// <summary>The word that this one is a slip of; nothing when it is none.</summary>
    public int? Find(string said)
    {
        var masked = said.Contains('*', StringComparison.Ordinal);
        if (said.Length < (masked ? ShortestMasked : ShortestWord - 1) || !_byFirst.TryGetValue(said[0], out var words) || _spared.Contains(said)) return null;
        foreach (var (word, id) in words)
        {
            if (Math.Abs(word.Length - said.Length) > 2) continue;
            if (masked ? IsMasked(said, word) : word.Length >= ShortestWord && (Typos.IsOneEdit(said, word) || (word.Length >= ShortestForTwo && IsTwoEdits(said, word)))) return id;
        }
        return null;
    }

    private static bool IsMasked(string said, string word)
    {
        if (said.Length != word.Length) return false;
        for (var i = 0; i < said.Length; i++)
            if (said[i] != '*' && said[i] != word[i]) return false;
        return true;
    }

    // One edit undone at each place leaves one.
    private static bool IsTwoEdits(string said, string wanted)
    {
        var at = said.AsSpan().CommonPrefixLength(wanted);
        var (rest, wantedRest) = (said[at..], wanted[at..]);
        if (rest.Length == 0 || wantedRest.Length == 0) return rest.Length + wantedRest.Length <= 2;
        return Typos.IsOneEdit(rest[1..], wantedRest[1..]) || Typos.IsOneEdit(rest[1..], wantedRest) || Typos.IsOneEdit(rest, wantedRest[1..])
            || rest[1..] == wantedRest || rest == wantedRest[1..];
    }
}
