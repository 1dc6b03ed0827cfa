using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Desk;

/// <summary>Finds words in a mentor's own talks. They are sealed, so that no database can look for them: the newest talks are opened here, one after another, and nothing of it is kept.</summary>
public sealed class DeskSearch(IDbContextFactory<MentorBotDb> contexts, TalkLines lines, Abouts abouts)
{
    /// <summary>How many talks are looked through: the newest.</summary>
    public const int MostTalks = 100;

    /// <summary>How many talks are shown.</summary>
    public const int MostFound = 20;

    /// <summary>Looks for a word or a name, whatever its case.</summary>
    /// <param name="mentorId">Whose talks.</param>
    /// <param name="text">What for; nothing lists the newest.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<FoundTalk>> FindAsync(int mentorId, string? text, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = new List<FoundTalk>();
        foreach (var handoff in await NewestAsync(db, mentorId, cancellationToken))
        {
            if (found.Count == MostFound) break;
            if (await MatchAsync(db, handoff, text?.Trim() ?? "", cancellationToken) is { } match) found.Add(match);
        }
        return found;
    }

    // His own, and not what he gave back: that is somebody else's by now.
    private static Task<List<Handoff>> NewestAsync(MentorBotDb db, int mentorId, CancellationToken cancellationToken) =>
        db.Handoffs.AsNoTracking().Include(h => h.Conversation!.Address!.Mentee).Include(h => h.Mentor)
            .Where(h => h.MentorId == mentorId && h.State >= HandoffState.Active && h.State <= HandoffState.Ended
                && !db.Offers.Any(o => o.HandoffId == h.Id && o.MentorId == mentorId && (o.Answer == OfferAnswer.Declined || o.Answer == OfferAnswer.Silent)))
            .OrderByDescending(h => h.TakenAt).Take(MostTalks).ToListAsync(cancellationToken);

    private async Task<FoundTalk?> MatchAsync(MentorBotDb db, Handoff handoff, string text, CancellationToken cancellationToken)
    {
        var alias = handoff.Hers.Alias;
        if (text.Length == 0 || alias.Contains(text, StringComparison.OrdinalIgnoreCase)) return new FoundTalk(handoff, alias, null);
        var about = await abouts.ReadAsync(db, handoff.AboutId, cancellationToken) is { } words ? Contacts.Hide(words.Trim()) : null;
        if (about?.Contains(text, StringComparison.OrdinalIgnoreCase) == true) return new FoundTalk(handoff, alias, null) { About = about };
        var all = await lines.ReadAsync(db, handoff, cancellationToken);
        var line = all.LastOrDefault(line => line.Text?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);
        return line is null ? null : new FoundTalk(handoff, alias, line);
    }
}

/// <summary>A talk that was looked for.</summary>
/// <param name="Handoff">Which.</param>
/// <param name="Alias">What we call her.</param>
/// <param name="Line">Where the words stand; null where it was her name, or nothing was looked for.</param>
public sealed record FoundTalk(Handoff Handoff, string Alias, TalkLine? Line)
{
    /// <summary>What she said it is about, without numbers, where that has the words; otherwise null.</summary>
    public string? About { get; init; }
}
