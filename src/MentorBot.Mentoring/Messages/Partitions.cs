using MentorBot.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Messages;

/// <summary>Divides all conversations among the nodes, so that a conversation's turns and messages are one node's business at a time.</summary>
/// <remarks>
/// A partition is a fixed share of all conversations. A node holds it by a lease that it renews; a dead node's are free when its leases run out. On SQLite there is one process,
/// and it takes them all at once. What a partition's last holder was sending when it lost it may have arrived, so it becomes
/// <see cref="OutboxState.Uncertain"/>. Leases save work; what makes a double turn impossible is the version on every conversation.
/// </remarks>
public sealed class Partitions(Writes writes, TimeProvider machineClock)
{
    /// <summary>How many there are: more than any scheme will have nodes.</summary>
    public const int Count = 64;

    /// <summary>How long a lease lasts. Half of it may pass before a renewal is late.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    // A process that is alone keeps its partitions for as long as it lives. (Whole milliseconds, as SQLite keeps instants.)
    private static readonly DateTimeOffset Forever = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Guid _node = Guid.NewGuid();
    private volatile PartitionsHeld _held = PartitionsHeld.None;

    /// <summary>The partitions this node holds now, and may work on.</summary>
    public PartitionsHeld Held => machineClock.GetUtcNow() < _held.Until ? _held : PartitionsHeld.None;

    /// <summary>The partition of a conversation, by its key.</summary>
    public static int Of(ReadOnlySpan<byte> conversationKey) => conversationKey[0] % Count;

    /// <summary>Says that this node is alive, renews its leases, takes what is free up to its due and gives back what is more.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        if (_held.Until == Forever) return;
        var now = machineClock.GetUtcNow();
        var held = await writes.RunAsync(db => RenewAsync(db, now), cancellationToken);
        _held = held;
    }

    /// <summary>Gives all partitions back, so that other nodes need not wait for the leases to run out.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        _held = PartitionsHeld.None;
        await writes.RunAsync(async db =>
        {
            await db.Partitions.Where(p => p.Node == _node).ExecuteUpdateAsync(p => p.SetProperty(x => x.Node, (Guid?)null), cancellationToken);
            return await db.Nodes.Where(n => n.Id == _node).ExecuteDeleteAsync(cancellationToken);
        }, cancellationToken);
    }

    private async Task<PartitionsHeld> RenewAsync(MentorBotDb db, DateTimeOffset now)
    {
        var alone = db is SqliteDb;
        var due = alone ? Count : await DueToItAsync(db, now);
        var leases = await db.Partitions.OrderBy(p => p.Id).ToListAsync();

        var mine = leases.Where(p => p.Node == _node).ToList();
        foreach (var extra in mine.Skip(due)) extra.Node = null;

        var free = leases.Where(p => p.Node != _node && (alone || p.Node is null || p.Until < now)).Take(Math.Max(0, due - mine.Count)).ToList();
        foreach (var taken in free) taken.Node = _node;

        var kept = mine.Take(due).Concat(free).ToList();
        var until = alone ? Forever : now + Lease;
        foreach (var lease in kept) lease.Until = until;

        var recoveredUpTo = free.Count == 0 ? _held.RecoveredUpTo : await RecoverAsync(db, free.ConvertAll(p => p.Id));
        return new PartitionsHeld(kept.ConvertAll(p => p.Id), until, recoveredUpTo);
    }

    private async Task<int> DueToItAsync(MentorBotDb db, DateTimeOffset now)
    {
        var dead = now - Lease;
        await db.Nodes.Where(n => n.SeenAt < dead && n.Id != _node).ExecuteDeleteAsync();
        if (await db.Nodes.FindAsync(_node) is { } self) self.SeenAt = now;
        else db.Nodes.Add(new Node { Id = _node, SeenAt = now });

        var others = await db.Nodes.CountAsync(n => n.Id != _node);
        return (Count + others) / (others + 1);
    }

    /// <summary>Doubts what the last holders were sending, and tells up to which message a turn may have been running when they died.</summary>
    private static async Task<long> RecoverAsync(MentorBotDb db, List<int> taken)
    {
        await db.Outbox.Where(m => m.State == OutboxState.Sending && taken.Contains(m.Partition))
            .ExecuteUpdateAsync(m => m
                .SetProperty(x => x.State, OutboxState.Uncertain)
                .SetProperty(x => x.Version, x => x.Version + 1));
        return await db.Inbox.MaxAsync(m => (long?)m.Id) ?? 0;
    }
}

/// <summary>The partitions that a node holds, and until when.</summary>
/// <param name="Ids">Which.</param>
/// <param name="Until">The instant at which the lease runs out, by the machine's clock.</param>
/// <param name="RecoveredUpTo">Messages up to this inbox id may have been in a turn when a process died, so their turns are taken with care.</param>
public sealed record PartitionsHeld(IReadOnlyList<int> Ids, DateTimeOffset Until, long RecoveredUpTo)
{
    /// <summary>No partitions.</summary>
    public static PartitionsHeld None { get; } = new([], DateTimeOffset.MinValue, 0);

    /// <summary>Whether a node holds every partition, and so need not ask whose a row is.</summary>
    public bool All => Ids.Count == Partitions.Count;
}
