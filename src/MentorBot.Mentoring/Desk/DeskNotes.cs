using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>The newest notes of a handoff, oldest first.</summary>
    public async Task<IReadOnlyList<ReadNote>> LastAsync(Turn turn, Handoff handoff, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        var last = await turn.Db.HandoffNotes.AsNoTracking().Where(n => n.HandoffId == handoff.Id && n.Sealed != null)
            .OrderByDescending(n => n.Id).Take(most).Include(n => n.Mentor).ToListAsync(cancellationToken);
        return [.. last.OrderBy(n => n.Id).Select(n => new ReadNote(n.Mentor!.Name, Read(n)!))];
    }

    /// <summary>A note's words; null once they were erased.</summary>
    internal string? Read(HandoffNote note) => note.Sealed is { } box ? texts.OpenText(box, Of(note.HandoffId)) : null;

    private static string Of(long handoffId) => $"note {handoffId}";
}

/// <summary>A note, unsealed.</summary>
/// <param name="Author">Who wrote it: his first name.</param>
/// <param name="Text">The words.</param>
public sealed record ReadNote(string Author, string Text);
