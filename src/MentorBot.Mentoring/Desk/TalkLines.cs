using System.Security.Cryptography;
using System.Text.Json;
using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Desk;

/// <summary>Reads what was said between a mentor and a mentee in a handoff, as far as each meant it for the other, and what mentors noted.</summary>
/// <remarks>Her words are those that he was given (<see cref="PassedMessage"/>), his are the lines of the outbox in a mentor's name since he took it. What was said to a mentor before him is not his to read.</remarks>
public sealed class TalkLines(TextVault texts, DeskNotes notes)
{
    /// <summary>How many of each kind are read: the newest.</summary>
    public const int Most = 200;

    /// <summary>The lines, oldest first.</summary>
    public async Task<IReadOnlyList<TalkLine>> ReadAsync(MentorBotDb db, Handoff handoff, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(handoff);
        // Of what has one instant, his come first: she is told that he is here before he is given a word of hers.
        List<TalkLine> all = [
            .. await HisAsync(db, handoff, cancellationToken), .. await HersAsync(db, handoff, cancellationToken), .. await NotesAsync(db, handoff, cancellationToken)];
        return [.. all.OrderBy(line => line.At)];
    }

    private async Task<IEnumerable<TalkLine>> HersAsync(MentorBotDb db, Handoff handoff, CancellationToken cancellationToken)
    {
        var rows = await db.PassedMessages.Where(p => p.HandoffId == handoff.Id && p.MentorId == handoff.MentorId).OrderByDescending(p => p.Id).Take(Most)
            .Join(db.Inbox, p => p.InboxId, m => m.Id, (p, m) => new { p.Id, p.At, p.HidesContacts, m.SealedActivity, m.ConversationKey }).ToListAsync(cancellationToken);
        return rows.OrderBy(row => row.Id).Select(row =>
        {
            var activity = Open(row.SealedActivity, row.ConversationKey);
            var words = activity?.Text ?? "";
            return new TalkLine(TalkSide.Mentee, $"h{row.Id}", row.At, activity is null ? null : row.HidesContacts ? Contacts.Hide(words) : words)
            {
                Files = [.. (activity?.Attachments ?? []).Select(file => file.ContentType ?? "")],
                PassedId = row.Id,
            };
        });
    }

    private async Task<IEnumerable<TalkLine>> HisAsync(MentorBotDb db, Handoff handoff, CancellationToken cancellationToken)
    {
        var (conversation, from, until) = (handoff.ConversationId, handoff.TakenAt, handoff.EndedAt ?? DateTimeOffset.MaxValue.AddYears(-1));
        var rows = await db.Outbox.Where(m => m.ConversationId == conversation && m.Speaker == Speaker.Mentor && m.PreparedAt >= from && m.PreparedAt <= until)
            .OrderByDescending(m => m.Sequence).Take(Most)
            .Select(m => new { m.Id, m.PreparedAt, m.Sequence, m.State, m.SealedActivity, m.Conversation!.Key }).ToListAsync(cancellationToken);
        // What is prepared in one turn has one instant; its place tells the order.
        return rows.OrderBy(row => row.Sequence).Select(row => new TalkLine(TalkSide.Mentor, $"o{row.Id}", row.PreparedAt, Open(row.SealedActivity, row.Key)?.Text) { State = row.State });
    }

    private async Task<IEnumerable<TalkLine>> NotesAsync(MentorBotDb db, Handoff handoff, CancellationToken cancellationToken)
    {
        var rows = await db.HandoffNotes.AsNoTracking().Where(n => n.HandoffId == handoff.Id).OrderByDescending(n => n.Id).Take(Most).Include(n => n.Mentor).ToListAsync(cancellationToken);
        return rows.OrderBy(note => note.Id).Select(note => new TalkLine(TalkSide.Note, $"n{note.Id}", note.At, notes.Read(note)) { Author = note.Mentor!.Name });
    }

    /// <summary>Null of what was erased, and of what cannot be opened: one such row must not hide the rest of the talk.</summary>
    internal Activity? Open(byte[]? box, byte[] key)
    {
        try
        {
            return box is null ? null : texts.OpenActivity(box, key);
        }
        catch (Exception error) when (error is CryptographicException or JsonException)
        {
            return null;
        }
    }
}

/// <summary>One line of a talk as the desk shows it.</summary>
/// <param name="Side">Whose it is.</param>
/// <param name="Id">What names it on the page.</param>
/// <param name="At">When.</param>
/// <param name="Text">The words; null once they were erased.</param>
public sealed record TalkLine(TalkSide Side, string Id, DateTimeOffset At, string? Text)
{
    /// <summary>Who noted it, of a note.</summary>
    public string? Author { get; init; }

    /// <summary>The media types of what she sent along.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Names her message to <see cref="DeskTalks.FindFileAsync"/>.</summary>
    public long PassedId { get; init; }

    /// <summary>How far his words have come to her.</summary>
    public OutboxState State { get; init; }
}

/// <summary>Whose line it is.</summary>
public enum TalkSide
{
    /// <summary>The mentee's.</summary>
    Mentee,

    /// <summary>The mentor's, or what we said to her of him.</summary>
    Mentor,

    /// <summary>A note of a mentor, which she does not see.</summary>
    Note,
}
