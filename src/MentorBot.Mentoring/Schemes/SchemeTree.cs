using MentorBot.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Schemes;

/// <summary>Which scheme lies above which. There are few schemes: the tree is read whole.</summary>
internal static class SchemeTree
{
    /// <summary>A scheme and all above it, itself first: mentors help in theirs and in all below.</summary>
    public static async Task<IReadOnlyList<int>> SchemesUpwardsAsync(this MentorBotDb db, int schemeId, CancellationToken cancellationToken)
    {
        var parents = await db.Schemes.ToDictionaryAsync(s => s.Id, s => s.ParentId, cancellationToken);
        var upwards = new List<int>();
        for (int? scheme = schemeId; scheme is { } id && !upwards.Contains(id); scheme = parents.GetValueOrDefault(id)) upwards.Add(id);
        return upwards;
    }

    /// <summary>The waits that count in a scheme.</summary>
    public static async Task<Waits> WaitsAsync(this MentorBotDb db, int schemeId, CancellationToken cancellationToken) => Waits.Of(
        await db.Schemes.AsNoTracking().ToDictionaryAsync(s => s.Id, cancellationToken), await db.SchemesUpwardsAsync(schemeId, cancellationToken));

    /// <summary>A scheme and all below it, itself first: a coordinator answers for theirs and for all below.</summary>
    public static async Task<IReadOnlyList<int>> SchemesDownwardsAsync(this MentorBotDb db, int schemeId, CancellationToken cancellationToken)
    {
        var children = (await db.Schemes.Select(s => new { s.Id, s.ParentId }).ToListAsync(cancellationToken)).ToLookup(s => s.ParentId, s => s.Id);
        var downwards = new List<int> { schemeId };
        // Grows while it is gone through.
        for (var i = 0; i < downwards.Count; i++) downwards.AddRange(children[downwards[i]].Except(downwards));
        return downwards;
    }
}
