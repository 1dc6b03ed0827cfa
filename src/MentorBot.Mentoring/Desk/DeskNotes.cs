using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;

namespace MentorBot.Mentoring.Desk;

/// <summary>What mentors note about a handoff for each other, sealed.</summary>
public sealed class DeskNotes(TextVault texts)
{
    /// <summary>Adds a note.</summary>
    public void Add(Turn turn, Handoff handoff, Mentor mentor, string text)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        turn.Db.HandoffNotes.Add(new HandoffNote { Handoff = handoff, Mentor = mentor, Sealed = texts.SealText(text, Of(handoff.Id)), At = turn.Now });
    }

    /// <summary>A note's words; null once they were erased.</summary>
    internal string? Read(HandoffNote note) => note.Sealed is { } box ? texts.OpenText(box, Of(note.HandoffId)) : null;

    private static string Of(long handoffId) => $"note {handoffId}";
}
