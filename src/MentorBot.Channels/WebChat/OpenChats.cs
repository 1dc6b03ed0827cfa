using System.Collections.Concurrent;
using MentorBot.BotFramework;

namespace MentorBot.Channels.WebChat;

/// <summary>Who is looking at which chat on this node, so that they can be told at once that there is something new. It holds no words: whoever is woken reads the history.</summary>
/// <remarks>An open chat that nothing happens in costs its place here, and no timer and no query.</remarks>
public sealed class OpenChats
{
    private readonly ConcurrentDictionary<string, ChatViewer[]> _viewers = new(StringComparer.Ordinal);

    /// <summary>How many are looking.</summary>
    public int Count => _viewers.Values.Sum(viewers => viewers.Length);

    /// <summary>How many are looking at one chat.</summary>
    public int CountOn(string conversationId) => On(conversationId).Length;

    /// <summary>Begins to look at a chat; until the viewer is disposed, it is woken by everything new.</summary>
    public ChatViewer Open(string conversationId)
    {
        var viewer = new ChatViewer(conversationId, Close);
        _viewers.AddOrUpdate(conversationId, _ => [viewer], (_, others) => [.. others, viewer]);
        return viewer;
    }

    /// <summary>Tells whoever looks at a chat that there is something new in its history.</summary>
    public void Wake(string conversationId)
    {
        foreach (var viewer in On(conversationId)) viewer.Wake();
    }

    /// <summary>Shows whoever looks at a chat something that is not kept, such as that somebody is typing.</summary>
    public void Show(string conversationId, Activity activity)
    {
        foreach (var viewer in On(conversationId)) viewer.Show(activity);
    }

    private ChatViewer[] On(string conversationId) => _viewers.GetValueOrDefault(conversationId, []);

    private void Close(ChatViewer viewer)
    {
        while (_viewers.TryGetValue(viewer.ConversationId, out var all))
        {
            var others = Array.FindAll(all, other => other != viewer);
            var isGone = others.Length == 0
                ? _viewers.TryRemove(new KeyValuePair<string, ChatViewer[]>(viewer.ConversationId, all))
                : _viewers.TryUpdate(viewer.ConversationId, others, all);
            if (isGone) return;
        }
    }
}

/// <summary>Somebody who looks at a chat: a socket, or a page that waits for its answer.</summary>
public sealed class ChatViewer : IDisposable
{
    // What nobody fetched by then is old: that somebody is typing is true for a few seconds.
    private const int MostFleeting = 10;

    private readonly SemaphoreSlim _news = new(0, 1);
    private readonly Lock _gate = new();
    private Queue<Activity>? _fleeting;
    private readonly Action<ChatViewer> _close;

    internal ChatViewer(string conversationId, Action<ChatViewer> close) => (ConversationId, _close) = (conversationId, close);

    /// <summary>The chat.</summary>
    public string ConversationId { get; }

    /// <summary>Waits for something new. News that came while nobody waited is not forgotten.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _news.WaitAsync(cancellationToken);

    /// <summary>Waits for something new, or for a while.</summary>
    /// <returns>Whether there was something.</returns>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _news.WaitAsync(atMost, cancellationToken);

    /// <summary>What was shown and is not kept, since the last call.</summary>
    public IReadOnlyList<Activity> TakeFleeting()
    {
        lock (_gate)
        {
            Activity[] taken = _fleeting is null ? [] : [.. _fleeting];
            _fleeting = null;
            return taken;
        }
    }

    /// <summary>Looks no more.</summary>
    public void Dispose() => _close(this);

    internal void Wake()
    {
        try
        {
            if (_news.CurrentCount == 0) _news.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody woke it in the same moment, which is as good.
        }
    }

    internal void Show(Activity activity)
    {
        lock (_gate)
        {
            _fleeting ??= new Queue<Activity>();
            if (_fleeting.Count == MostFleeting) _fleeting.Dequeue();
            _fleeting.Enqueue(activity);
        }
        Wake();
    }
}
