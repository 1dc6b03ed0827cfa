namespace MentorBot.Dialogs.Concerns.Reading;

/// <summary>Signs by what they begin with: of thousands a message begins a few dozen, and no other is looked at.</summary>
internal sealed class SignIndex
{
    private readonly Sign[] _signs;
    private readonly int[]?[] _byFirstPart;

    /// <param name="signs">The signs, in the order of their lists.</param>
    /// <param name="parts">How many parts there are.</param>
    public SignIndex(IEnumerable<Sign> signs, int parts)
    {
        _signs = [.. signs];
        _byFirstPart = new int[]?[parts];
        foreach (var beginning in Enumerable.Range(0, _signs.Length).GroupBy(sign => _signs[sign].Needs[0])) _byFirstPart[beginning.Key] = [.. beginning];
    }

    /// <summary>Whether one is such.</summary>
    public bool Any(Predicate<Sign> isSuch) => Array.Exists(_signs, isSuch);

    /// <summary>All that stand in a message, in the order of their lists.</summary>
    public List<Found> In(Places places)
    {
        var found = new List<(int Sign, int Start, int End)>();
        for (var start = 0; start < places.Message.Length; start++)
            foreach (var part in places.PartsByWord[places.Message[start]]) AddFrom(start, part, places, found);
        found.Sort();
        return found.ConvertAll(one => new Found(_signs[one.Sign], one.Start, one.End));
    }

    private void AddFrom(int start, int part, Places places, List<(int Sign, int Start, int End)> found)
    {
        foreach (var sign in _byFirstPart[part] ?? [])
            if (places.HasAll(_signs[sign].Needs) && _signs[sign].EndFrom(places.Message, start) is { } end)
                found.Add((sign, start, end));
    }
}
