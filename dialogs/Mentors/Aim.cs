using MentorBot.Mentoring.Handoffs;

namespace MentorBot.Dialogs.Mentors;

/// <summary>For whom a mentor's message is. These are all the answers there are: only <see cref="At"/> and <see cref="Release"/> send anything to anybody.</summary>
internal abstract record Aim
{
    private Aim()
    {
    }

    /// <summary>For one whom he holds: he named her, or can mean nobody else.</summary>
    /// <param name="Handoff">Whom.</param>
    /// <param name="Text">What goes to her.</param>
    /// <param name="ByLetter">Whether he chose her by a letter alone, for words that waited.</param>
    /// <param name="EndsWaiting">Whether the words that waited for a letter are done with.</param>
    public sealed record At(Handoff Handoff, string Text, bool ByLetter, bool EndsWaiting) : Aim;

    /// <summary>It cannot be known: he is asked. What waited before does not any more: words of two moments may be for two people.</summary>
    /// <param name="Text">What waits for the answer.</param>
    public sealed record Unclear(string Text) : Aim;

    /// <summary>For a tag that he does not hold.</summary>
    /// <param name="Tag">The tag.</param>
    /// <param name="Text">What waits for the right one, in place of what waited before; null where that waits on.</param>
    public sealed record Unknown(string Tag, string? Text) : Aim;

    /// <summary>He sends what was held back, number and all or without.</summary>
    public sealed record Release(Handoff Handoff, string Text) : Aim;

    /// <summary>He sends it, and does not hold her any more.</summary>
    public sealed record Gone(string Alias) : Aim;

    /// <summary>He answered a question that was asked too long ago.</summary>
    public sealed record TooLate : Aim;
}
