using System.Globalization;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Concerns;

/// <summary>Calls upon the conversations whose concern is to be alerted of again. It goes by a time of its own: that she has asked for a person, or has been given up on, changes nothing in it.</summary>
public sealed class ConcernClock(IDbContextFactory<MentorBotDb> contexts, Inbox inbox, TimeProvider clock)
{
    /// <summary>The occasion that a conversation's turn deals with.</summary>
    public const string Due = "concern.due";

    /// <summary>How far the clocks of two nodes may be apart.</summary>
    internal static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(5);

    /// <summary>The occasion that somebody looks after a concern: she may hear so.</summary>
    public const string Taken = "concern.taken";

    private const int MostAtOnce = 100;

    // A turn that was set aside must not let it be forgotten.
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(10);

    /// <summary>Stores an occasion for each concern that is due. Several nodes may do so: each is stored once.</summary>
    /// <returns>How many were due.</returns>
    public async Task<int> StrikeAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await DueAsync(now, cancellationToken);
        foreach (var concern in due) await inbox.CallAsync(new Occasion(concern.Conversation!, Due, IdOf(concern, now)));
        return due.Count;
    }

    private async Task<List<RaisedConcern>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Concerns.AsNoTracking().Include(c => c.Conversation!.Address)
            .Where(c => c.State < ConcernState.Ended && c.DueAt <= now)
            .OrderBy(c => c.DueAt).Take(MostAtOnce).ToListAsync(cancellationToken);
    }

    /// <summary>The occasion that somebody took a concern, in her conversation.</summary>
    public static Occasion TakenOf(RaisedConcern concern)
    {
        ArgumentNullException.ThrowIfNull(concern);
        return new(concern.Conversation!, Taken, string.Create(CultureInfo.InvariantCulture, $"concern taken {concern.Tag} {concern.TakenAt!.Value.UtcTicks}"));
    }

    private static string IdOf(RaisedConcern concern, DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"concern {concern.Id} {concern.Version} {(now - concern.DueAt!.Value).Ticks / AskAgainAfter.Ticks}");
}
