using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Handoffs;

/// <summary>Counts how far those came who asked for a person, for the coordinator who promised one.</summary>
public sealed class Funnels(IDbContextFactory<MentorBotDb> contexts)
{
    /// <summary>Counts the handoffs that were asked for in a stretch of time.</summary>
    /// <param name="schemeId">The coordinator's scheme; all below it count too.</param>
    /// <param name="from">The first instant.</param>
    /// <param name="until">The end, which is no part of it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Funnel> CountAsync(int schemeId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schemes = await db.SchemesDownwardsAsync(schemeId, cancellationToken);
        return Funnel.Of(await db.Handoffs
            .Where(h => schemes.Contains(h.SchemeId) && h.RequestedAt >= from && h.RequestedAt < until)
            .Select(h => new HandoffCourse(db.Offers.Any(o => o.HandoffId == h.Id), h.RequestedAt, h.TakenAt, h.FirstWordsAt, h.EndedAt, h.State, h.Ending, h.Helped))
            .ToListAsync(cancellationToken));
    }
}

/// <summary>When one handoff came how far.</summary>
internal sealed record HandoffCourse(
    bool WasOffered, DateTimeOffset RequestedAt, DateTimeOffset? TakenAt, DateTimeOffset? FirstWordsAt, DateTimeOffset? EndedAt, HandoffState State, HandoffEnd? Ending, int? Helped);

/// <summary>How many handoffs came how far. Each step counts some of those of the step before.</summary>
/// <param name="Asked">How many were asked for.</param>
/// <param name="Offered">How many of them at least one mentor was asked about.</param>
/// <param name="Taken">How many a mentor took.</param>
/// <param name="FirstWords">How many a mentor wrote a word in.</param>
/// <param name="Done">How many a mentor finished.</param>
/// <param name="Helped">How many mentees said that it helped, at least a little.</param>
/// <param name="NotHelped">How many said that it did not.</param>
/// <param name="Expired">How many nobody took in time.</param>
/// <param name="Withdrawn">How many mentees ended or left before or while somebody helped.</param>
/// <param name="Open">How many are not over.</param>
/// <param name="UntilTaken">The time from asking until it was taken last: the median, null if none was.</param>
/// <param name="UntilFirstWords">The time from asking until a mentor's first word: likewise.</param>
/// <param name="UntilDone">The time from asking until it was done: likewise.</param>
public sealed record Funnel(
    int Asked, int Offered, int Taken, int FirstWords, int Done, int Helped, int NotHelped, int Expired, int Withdrawn, int Open,
    TimeSpan? UntilTaken, TimeSpan? UntilFirstWords, TimeSpan? UntilDone)
{
    internal static Funnel Of(IReadOnlyCollection<HandoffCourse> all)
    {
        var done = all.Where(h => h.Ending == HandoffEnd.Done).ToList();
        return new(
            all.Count, all.Count(h => h.WasOffered), all.Count(h => h.TakenAt is not null), all.Count(h => h.FirstWordsAt is not null), done.Count,
            all.Count(h => h.Helped is not null and not Holding.DidNotHelp), all.Count(h => h.Helped == Holding.DidNotHelp),
            all.Count(h => h.State == HandoffState.Expired), all.Count(h => h.Ending is HandoffEnd.Withdrawn or HandoffEnd.Left), all.Count(h => h.State < HandoffState.Ended),
            Median(all, h => h.TakenAt), Median(all, h => h.FirstWordsAt), Median(done, h => h.EndedAt));
    }

    private static TimeSpan? Median(IEnumerable<HandoffCourse> all, Func<HandoffCourse, DateTimeOffset?> when)
    {
        var times = all.Select(h => when(h) - h.RequestedAt).OfType<TimeSpan>().Order().ToList();
        return times.Count == 0 ? null : times[times.Count / 2];
    }
}
