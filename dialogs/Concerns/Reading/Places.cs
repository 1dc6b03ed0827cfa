namespace MentorBot.Dialogs.Concerns.Reading;

/// <summary>Which parts of signs may begin in a message: most signs are passed over by it.</summary>
internal sealed class Places
{
    private readonly ulong[] _has;

    /// <param name="message">The words.</param>
    /// <param name="partsByWord">The parts that may begin with each word.</param>
    /// <param name="parts">How many parts there are.</param>
    public Places(int[] message, int[][] partsByWord, int parts)
    {
        (Message, PartsByWord) = (message, partsByWord);
        _has = new ulong[(parts + 63) / 64];
        foreach (var word in message)
            foreach (var part in partsByWord[word]) _has[part / 64] |= 1UL << (part % 64);
    }

    /// <summary>The words.</summary>
    public int[] Message { get; }

    /// <summary>The parts that may begin with each word that there is.</summary>
    public int[][] PartsByWord { get; }

    /// <summary>Whether all these parts may begin somewhere.</summary>
    public bool HasAll(int[] parts)
    {
        foreach (var part in parts)
            if ((_has[part / 64] & (1UL << (part % 64))) == 0) return false;
        return true;
    }
}
