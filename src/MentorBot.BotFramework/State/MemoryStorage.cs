using System.Globalization;

namespace MentorBot.BotFramework;

/// <summary>Storage that lasts as long as the program: for tests and for talking in a terminal.</summary>
public sealed class MemoryStorage : IStorage
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, StoreItem> items = [];
    private long version;

    /// <inheritdoc/>
    public ValueTask<StoreItem?> ReadAsync(string key, CancellationToken cancellationToken = default)
    {
        lock (gate)
            return ValueTask.FromResult(items.GetValueOrDefault(key));
    }

    /// <inheritdoc/>
    public ValueTask<string> WriteAsync(string key, StoreItem item, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        lock (gate)
        {
            if (items.GetValueOrDefault(key)?.ETag != item.ETag)
                throw new StateConflictException();
            var etag = (++version).ToString(CultureInfo.InvariantCulture);
            items[key] = new StoreItem(item.Json.ToArray(), etag);
            return ValueTask.FromResult(etag);
        }
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        lock (gate)
            items.Remove(key);
        return ValueTask.CompletedTask;
    }
}
