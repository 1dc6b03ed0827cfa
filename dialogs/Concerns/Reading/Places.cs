namespace MentorBot.Dialogs.Concerns.Reading;

/// <summary>Where the parts of signs may begin in a message: most signs are passed over by it, and the others are tried only where they may begin.</summary>
internal sealed class Places
{
    private readonly List<int>?[] _byPart;

    /// <param name="message">The words.</param>
    /// <param name="partsByWord">The parts that may begin with each word.</param>
    /// <param name="parts">How many parts there are.</param>
    public Places(int[] message, int[][] partsByWord, int parts)
    {
        Message = message;
        _byPart = new List<int>?[parts];
        for (var place = 0; place < message.Length; place++)
            foreach (var part in partsByWord[message[place]])
                (_byPart[part] ??= []).Add(place);
    }

    /// <summary>The words.</summary>
    public int[] Message { get; }

    /// <summary>Whether all these parts may begin somewhere.</summary>
    public bool HasAll(int[] parts)
    {
        foreach (var part in parts)
            if (_byPart[part] is null) return false;
        return true;
    }

    /// <summary>The places where a part may begin, in order.</summary>
    public List<int> Of(int part) => _byPart[part] ?? [];
}
