using System.Text.Json.Nodes;

namespace MentorBot.Testing;

/// <summary>Every call that reached the fake and every message that it took, for whoever waits for them.</summary>
/// <param name="clock">Dates what is taken.</param>
internal sealed class FakeTelegramMemory(TimeProvider clock)
{
    private readonly List<(string Method, JsonObject Call)> _calls = [];
    private readonly List<SentTelegram> _taken = [];
    private readonly Lock _gate = new();
    private TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<(string Method, JsonObject Call)> Calls
    {
        get
        {
            lock (_gate)
                return [.. _calls];
        }
    }

    public IReadOnlyList<SentTelegram> Taken
    {
        get
        {
            lock (_gate)
                return [.. _taken];
        }
    }

    /// <summary>How long at least two messages in one chat are apart.</summary>
    public TimeSpan SmallestGap
    {
        get
        {
            var gaps = Taken.GroupBy(t => t.Chat).SelectMany(chat => chat.Zip(chat.Skip(1), (first, next) => next.At - first.At)).ToList();
            return gaps.Count == 0 ? TimeSpan.MaxValue : gaps.Min();
        }
    }

    /// <summary>Keeps a call.</summary>
    public void Note(string method, JsonObject call)
    {
        lock (_gate)
        {
            _calls.Add((method, call));
            Change();
        }
    }

    /// <summary>Numbers and keeps a message.</summary>
    public SentTelegram Take(JsonObject call)
    {
        lock (_gate)
        {
            var sent = new SentTelegram(_taken.Count + 1, (long)call["chat_id"]!, (string)call["text"]!, call, clock.GetUtcNow());
            _taken.Add(sent);
            Change();
            return sent;
        }
    }

    /// <summary>Waits until so many messages were taken in a chat, and gives them in order. Gives up after half a minute.</summary>
    public async Task<IReadOnlyList<SentTelegram>> TakenForAsync(long chat, int count)
    {
        await WhenAsync(() => _taken.FindAll(t => t.Chat == chat).Count >= count);
        return [.. Taken.Where(t => t.Chat == chat)];
    }

    /// <summary>Waits until a method was called so often, and gives the calls. Gives up after half a minute.</summary>
    public async Task<IReadOnlyList<JsonObject>> CallsOfAsync(string method, int count)
    {
        await WhenAsync(() => _calls.Count(c => c.Method == method) >= count);
        return [.. Calls.Where(c => c.Method == method).Select(c => c.Call)];
    }

    private async Task WhenAsync(Func<bool> isSo)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            Task change;
            lock (_gate)
            {
                if (isSo())
                    return;
                change = _change.Task;
            }
            await change.WaitAsync(giveUp.Token);
        }
    }

    private void Change()
    {
        _change.TrySetResult();
        _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
