using MentorBot.BotFramework;

namespace MentorBot.Mentoring.Messages;

/// <summary>The one document that a conversation's state is, for the length of a turn: loaded before it, recorded after it.</summary>
/// <param name="json">What was stored, or null.</param>
internal sealed class TurnDocument(byte[]? json) : IStorage
{
    private const string Stored = "stored";

    private StoreItem? _item = json is null ? null : new StoreItem(json, Stored);

    /// <summary>Whether the turn changed it.</summary>
    public bool Changed { get; private set; }

    /// <summary>What it holds now; empty when the turn deleted it.</summary>
    public ReadOnlySpan<byte> Json => _item is null ? default : _item.Json.Span;

    public ValueTask<StoreItem?> ReadAsync(string key, CancellationToken cancellationToken = default) => ValueTask.FromResult(_item);

    public ValueTask<string> WriteAsync(string key, StoreItem item, CancellationToken cancellationToken = default)
    {
        _item = item with { ETag = Stored };
        Changed = true;
        return ValueTask.FromResult(Stored);
    }

    public ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        _item = null;
        Changed = true;
        return ValueTask.CompletedTask;
    }
}
