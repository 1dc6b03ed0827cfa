namespace MentorBot.Mentoring.Accounts;

/// <summary>Counts wrong answers, and takes none for a while after too many in a row.</summary>
public sealed class Lockout
{
    /// <summary>After so many wrong answers in a row no answer counts for a while.</summary>
    public const int TriesBefore = 5;

    /// <summary>How long that is, the first time and at the most. Each is twice as long as the one before, until an answer is right.</summary>
    public static readonly (TimeSpan First, TimeSpan Longest) Lasts = (TimeSpan.FromMinutes(5), TimeSpan.FromHours(1));

    /// <summary>Wrong answers since the last right one, or since the last lock.</summary>
    public int WrongTries { get; private set; }

    /// <summary>Locks since the last right answer.</summary>
    public int Locks { get; private set; }

    /// <summary>Until when no answer counts, or null.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Whether no answer counts at an instant.</summary>
    public bool HoldsAt(DateTimeOffset now) => now < Until;

    /// <summary>Counts an answer as wrong, before it is known whether it is: many at once get no more than their number.</summary>
    internal void CountTry(DateTimeOffset now)
    {
        if (++WrongTries < TriesBefore) return;
        var doubled = Lasts.First * Math.Pow(2, Math.Min(Locks, 10));
        Until = now + (doubled < Lasts.Longest ? doubled : Lasts.Longest);
        (WrongTries, Locks) = (0, Locks + 1);
    }

    /// <summary>The answer was right: nothing counts any more.</summary>
    internal void Forget() => (WrongTries, Locks, Until) = (0, 0, null);
}
