using MentorBot.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Schemes;

/// <summary>How long people wait for each other when somebody asks for a person, in whole minutes. Null where the scheme above decides.</summary>
/// <param name="Wave">How long a wave of mentors has before the next is asked.</param>
/// <param name="GiveUp">How long after the last wave it is given up, and she is told.</param>
/// <param name="Answer">How long a mentor has for his first words, and for each answer, before others are asked.</param>
public sealed record Waits(int? Wave, int? GiveUp, int? Answer)
{
    /// <summary>Where no scheme decides.</summary>
    public static readonly Waits Usual = new(5, 10, 10);

    /// <summary>The longest of each: six hours. Whoever waits longer was forgotten.</summary>
    public const int Longest = 360;

    /// <summary>Whether each is decided above, or from 1 to <see cref="Longest"/>.</summary>
    public bool AreInRange => new[] { Wave, GiveUp, Answer }.All(wait => wait is null or (>= 1 and <= Longest));

    /// <summary>The waits of a scheme: each its own, or that of the next scheme above that decides.</summary>
    public static Waits Of(IReadOnlyDictionary<int, Scheme> schemes, IEnumerable<int> upwards)
    {
        ArgumentNullException.ThrowIfNull(schemes);
        var own = upwards.Select(id => schemes[id].Waits).Append(Usual).ToList();
        return new(own.Find(waits => waits.Wave is not null)!.Wave, own.Find(waits => waits.GiveUp is not null)!.GiveUp, own.Find(waits => waits.Answer is not null)!.Answer);
    }
}

/// <summary>Reads and sets the waits of schemes.</summary>
public sealed class WaitSettings(IDbContextFactory<MentorBotDb> contexts, Writes writes)
{
    /// <summary>What a scheme itself decides, and what counts in it.</summary>
    public async Task<(Waits Own, Waits Counting)> ReadAsync(int schemeId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = await db.Schemes.AsNoTracking().SingleAsync(s => s.Id == schemeId, cancellationToken);
        return (own.Waits, await db.WaitsAsync(schemeId, cancellationToken));
    }

    /// <summary>Sets what a scheme itself decides. Whoever asked already waits as it was when she asked.</summary>
    /// <returns>Whether it was set: all are in their range.</returns>
    public async Task<bool> SetAsync(int schemeId, Waits waits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(waits);
        if (!waits.AreInRange) return false;
        await writes.RunAsync(async db => (await db.Schemes.SingleAsync(s => s.Id == schemeId, cancellationToken)).Waits = waits, cancellationToken);
        return true;
    }
}
