namespace MentorBot.BotFramework;

/// <summary>Keeps JSON documents by key, and knows when one changed under its reader.</summary>
public interface IStorage
{
    /// <summary>Reads a document; null when there is none.</summary>
    ValueTask<StoreItem?> ReadAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Writes a document that was read before, or a new one.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="item">Its new content, with the ETag it was read with: null says that there was none.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The ETag of what was written.</returns>
    /// <exception cref="StateConflictException">The document has changed since, or is there after all.</exception>
    ValueTask<string> WriteAsync(string key, StoreItem item, CancellationToken cancellationToken = default);

    /// <summary>Deletes a document, whatever its ETag. Deleting what is not there does nothing.</summary>
    ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default);
}

/// <summary>A stored document.</summary>
/// <param name="Json">Its content, a JSON object in UTF-8.</param>
/// <param name="ETag">Which version of it this is; null for one that was never stored.</param>
public sealed record StoreItem(ReadOnlyMemory<byte> Json, string? ETag)
{
    /// <summary>Says how big the document is, and nothing of what it says.</summary>
    public override string ToString() => $"{Json.Length} bytes, version {ETag ?? "none"}";
}
