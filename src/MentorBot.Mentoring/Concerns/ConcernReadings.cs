using System.Globalization;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Events;
using MentorBot.Mentoring.Privacy;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Concerns;

/// <summary>Lets a coordinator read what made us worry: only with a reason, which is kept for good before a word is shown.</summary>
public sealed class ConcernReadings(Writes writes, TextVault texts, TimeProvider clock)
{
    /// <summary>The shortest reason: "police" is one, "ok" is none.</summary>
    public const int ShortestReason = 5;

    /// <summary>The longest reason.</summary>
    public const int LongestReason = 500;

    /// <summary>Reads the words of a concern. That it was read, by whom and why, is on disk when this completes.</summary>
    /// <param name="concernId">The concern.</param>
    /// <param name="reader">Who reads, and in which schemes he may.</param>
    /// <param name="reason">Why, in his own words.</param>
    /// <param name="cancellationToken">Ends it; nothing was read then.</param>
    public async Task<ConcernWords> ReadAsync(long concernId, ConcernReader reader, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var why = (reason ?? "").Trim();
        if (why.Length is < ShortestReason or > LongestReason) return new(ConcernReadingResult.NoReason, []);
        return await writes.RunAsync(async db => await FindAsync(db, concernId, reader, cancellationToken) is { } concern
            ? await NoteAndReadAsync(db, concern, new(reader.Id, why), cancellationToken)
            : new(ConcernReadingResult.NotFound, []), cancellationToken);
    }

    /// <summary>Who read a concern, and why, the first first. To look at this is no reading.</summary>
    public async Task<IReadOnlyList<ConcernReadingShown>> ListAsync(MentorBotDb db, long concernId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rows = await db.ConcernReadings.AsNoTracking().Where(r => r.ConcernId == concernId).OrderBy(r => r.Id)
            .Select(r => new { r.Reader, r.At, r.SealedReason }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new ConcernReadingShown(row.Reader, row.At, texts.OpenText(row.SealedReason, ReasonOf(concernId))));
    }

    private static Task<RaisedConcern?> FindAsync(MentorBotDb db, long concernId, ConcernReader reader, CancellationToken cancellationToken) =>
        db.Concerns.Include(c => c.Mentee)
            .FirstOrDefaultAsync(c => c.Id == concernId && reader.Schemes.Contains(c.SchemeId), cancellationToken);

    // Not by its conversation: a chat may move to another.
    private static string ReasonOf(long concernId) => string.Create(CultureInfo.InvariantCulture, $"reason {concernId}");

    private async Task<ConcernWords> NoteAndReadAsync(MentorBotDb db, RaisedConcern concern, (string Reader, string Why) reading, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var reason = texts.SealText(reading.Why, ReasonOf(concern.Id));
        db.ConcernReadings.Add(new ConcernReading { Concern = concern, Reader = reading.Reader, At = now, SealedReason = reason });
        db.Events.Add(new RecordedEvent { Name = "concern.read", Subject = concern.KindId, SchemeId = concern.SchemeId, Mentee = concern.Mentee, At = now });
        var ids = concern.MessageIds.ToArray();
        var messages = await db.Inbox.AsNoTracking().Where(m => ids.Contains(m.Id)).OrderBy(m => m.Id)
            .Select(m => new { m.ReceivedAt, m.SealedActivity, m.ConversationKey }).ToListAsync(cancellationToken);
        return new(ConcernReadingResult.Read, messages.ConvertAll(m => new ConcernMessage(m.ReceivedAt, m.SealedActivity is { } words ? texts.OpenActivity(words, m.ConversationKey).Text : null)));
    }
}

/// <summary>Who reads.</summary>
/// <param name="Id">His account's id, at most <see cref="ConcernReading.LongestReader"/> characters, never a number that can be called.</param>
/// <param name="Schemes">The schemes whose concerns he may read.</param>
public sealed record ConcernReader(string Id, IReadOnlyList<int> Schemes);

/// <summary>What was read.</summary>
/// <param name="Result">Whether anything was.</param>
/// <param name="Messages">The messages, the first first; none if not.</param>
public sealed record ConcernWords(ConcernReadingResult Result, IReadOnlyList<ConcernMessage> Messages);

/// <summary>A message that made us worry.</summary>
/// <param name="At">When it was accepted.</param>
/// <param name="Text">Its words; null once they were erased.</param>
public sealed record ConcernMessage(DateTimeOffset At, string? Text);

/// <summary>A reading, as it is shown.</summary>
/// <param name="Reader">Who.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record ConcernReadingShown(string Reader, DateTimeOffset At, string Reason);

/// <summary>What became of reading.</summary>
public enum ConcernReadingResult
{
    /// <summary>The words were read, and that they were is noted.</summary>
    Read,

    /// <summary>There is no such concern in his schemes; nothing is noted.</summary>
    NotFound,

    /// <summary>No reason, or one too short or too long; nothing is noted.</summary>
    NoReason,
}
