using System.Globalization;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Handoffs;

/// <summary>Calls upon the conversations whose handoff has to be looked at: another wave, a mentor who keeps silent, a talk that went quiet.</summary>
public sealed class HandoffClock(IDbContextFactory<MentorBotDb> contexts, Inbox inbox, TimeProvider clock)
{
    /// <summary>The occasion that a conversation's turn deals with.</summary>
    public const string Due = "handoff.due";

    /// <summary>The occasion that a mentor took it: what she wrote meanwhile waits in her conversation's own memory.</summary>
    public const string Taken = "handoff.taken";

    private const int MostAtOnce = 100;

    // A turn that was set aside must not leave somebody waiting for ever.
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(10);

    /// <summary>Stores an occasion for each handoff that is due. Several nodes may do so: each is stored once.</summary>
    /// <returns>How many were due.</returns>
    public async Task<int> StrikeAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await DueAsync(now, cancellationToken);
        foreach (var handoff in due) await inbox.CallAsync(OccasionOf(handoff, now));
        return due.Count;
    }

    private async Task<List<Handoff>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Handoffs.AsNoTracking().Include(h => h.Conversation!.Address)
            .Where(h => h.State < HandoffState.Ended && h.DueAt <= now)
            .OrderBy(h => h.DueAt).Take(MostAtOnce).ToListAsync(cancellationToken);
    }

    /// <summary>The occasion of a handoff that is due: one and the same, whoever finds that out.</summary>
    internal static Occasion OccasionOf(Handoff handoff, DateTimeOffset now) => new(handoff.Conversation!, Due, IdOf(handoff, now));

    /// <summary>The occasion that a handoff was taken.</summary>
    internal static Occasion TakenOf(Handoff handoff) => new(handoff.Conversation!, Taken, string.Create(CultureInfo.InvariantCulture, $"taken {handoff.Id} {handoff.Version}"));

    private static string IdOf(Handoff handoff, DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"handoff {handoff.Id} {handoff.Version} {(now - handoff.DueAt!.Value).Ticks / AskAgainAfter.Ticks}");
}
