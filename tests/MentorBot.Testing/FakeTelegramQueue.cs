using System.Text.Json.Nodes;

namespace MentorBot.Testing;

/// <summary>The updates that the fake keeps until they are confirmed.</summary>
internal sealed class FakeTelegramQueue
{
    private readonly Lock _gate = new();
    private readonly List<JsonObject> _waiting = [];
    private TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _poller;

    /// <summary>The number of the next update.</summary>
    public long NextId { get; set; } = 700_000_001;

    public int Count
    {
        get
        {
            lock (_gate)
                return _waiting.Count;
        }
    }

    /// <summary>Whether somebody waits for updates now.</summary>
    public bool IsPolled { get; private set; }

    /// <summary>Numbers an update and keeps it.</summary>
    public JsonObject Add(JsonObject update)
    {
        lock (_gate)
        {
            var numbered = Number(update);
            _waiting.Add(numbered);
            Change();
            return numbered;
        }
    }

    /// <summary>Numbers an update without keeping it: it is posted.</summary>
    public JsonObject Number(JsonObject update)
    {
        lock (_gate)
        {
            var numbered = (JsonObject)update.DeepClone();
            numbered["update_id"] ??= NextId++;
            return numbered;
        }
    }

    /// <summary>Confirms what is before the offset, and waits for what is not; null if another poller came meanwhile.</summary>
    public async Task<JsonArray?> PollAsync(long? offset, int limit, Task end)
    {
        var self = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _poller?.TrySetResult();
            _poller = self;
            _waiting.RemoveAll(u => offset is not null && (long)u["update_id"]! < offset);
            Change();
        }

        while (true)
        {
            Task change;
            lock (_gate)
            {
                var isNews = !IsPolled;
                IsPolled = _waiting.Count == 0 && !end.IsCompleted;
                if (isNews && IsPolled)
                    Change();
                if (!IsPolled)
                    return [.. _waiting.Take(limit).Select(u => u.DeepClone())];
                change = _change.Task;
            }
            await Task.WhenAny(change, self.Task, end);
            if (self.Task.IsCompleted)
                return null;
        }
    }

    /// <summary>Waits until everything is confirmed and somebody waits for more.</summary>
    public async Task WhenPolledAsync(CancellationToken giveUp)
    {
        while (true)
        {
            Task change;
            lock (_gate)
            {
                if (_waiting.Count == 0 && IsPolled)
                    return;
                change = _change.Task;
            }
            await change.WaitAsync(giveUp);
        }
    }

    // Whoever waits for a poller looks again when one has come.
    private void Change()
    {
        _change.TrySetResult();
        _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
