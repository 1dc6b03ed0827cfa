namespace MentorBot.BotFramework;

/// <summary>One turn's view of storage: documents that were loaded before it, and what the turn made of them.</summary>
/// <remarks>
/// Nothing is written anywhere. The host takes <see cref="Changes"/> and commits them in the transaction that records the replies,
/// checking there that each document still has the version it was loaded with.
/// </remarks>
public sealed class BufferedStorage : IStorage
{
    private readonly Dictionary<string, StoreItem> loaded = [];
    private readonly Dictionary<string, ReadOnlyMemory<byte>?> changes = [];

    /// <summary>What the turn wrote, by key; null for what it deleted.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>?> Changes => changes;

    /// <summary>Gives the turn a document to find.</summary>
    public void Load(string key, StoreItem item) => loaded[key] = item;

    /// <inheritdoc/>
    public ValueTask<StoreItem?> ReadAsync(string key, CancellationToken cancellationToken = default)
    {
        if (!changes.TryGetValue(key, out var changed))
            return ValueTask.FromResult(loaded.GetValueOrDefault(key));
        return ValueTask.FromResult(changed is { } json ? new StoreItem(json, Unwritten) : null);
    }

    /// <inheritdoc/>
    public ValueTask<string> WriteAsync(string key, StoreItem item, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (ETagNow(key) != item.ETag)
            throw new StateConflictException();
        changes[key] = item.Json;
        return ValueTask.FromResult(Unwritten);
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        changes[key] = null;
        return ValueTask.CompletedTask;
    }

    private const string Unwritten = "buffered";

    private string? ETagNow(string key)
    {
        if (changes.TryGetValue(key, out var changed))
            return changed is null ? null : Unwritten;
        return loaded.GetValueOrDefault(key)?.ETag;
    }
}
