using System.Collections.Concurrent;
using System.Net.WebSockets;
using MentorBot.Workers;

namespace MentorBot.Channels.DirectLine;

/// <summary>All open sockets: one worker keeps them alive, lets go of those whose client is gone, and ends them when the program stops.</summary>
internal sealed class ChatStreams(IHostApplicationLifetime lifetime, ILogger<ChatStreams> log) : Loop(log)
{
    // Half of what proxies commonly allow a connection to be silent (nginx: proxy_read_timeout, 60 seconds).
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    // A sign of life is a call of the system's: ten thousand of them at once would hold up whoever is being answered by a third of a second. So each socket has its beat.
    private const int Beats = 30;

    private readonly ConcurrentDictionary<ChatStream, byte[]> _open = new();

    /// <summary>The sockets that are open now, with the look-up keys of their conversations.</summary>
    public IEnumerable<KeyValuePair<ChatStream, byte[]>> Open => _open;

    /// <summary>Whether there is any.</summary>
    public bool IsEmpty => _open.IsEmpty;

    /// <summary>Looks after a socket until it has run to its end.</summary>
    public async Task KeepAsync(ChatStream stream, byte[] conversationKey, Func<Task> runAsync)
    {
        _open[stream] = conversationKey;
        // One that comes as the program stops may have been overlooked.
        if (lifetime.ApplicationStopping.IsCancellationRequested) stream.End(WebSocketCloseStatus.EndpointUnavailable);
        try
        {
            await runAsync();
        }
        finally
        {
            _open.TryRemove(stream, out _);
        }
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // At once and not in StopAsync: the server waits for its sockets before the workers are asked to stop.
        lifetime.ApplicationStopping.Register(() => EndAll(WebSocketCloseStatus.EndpointUnavailable));
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Tells the clients whose beat it is that we live, and lets go of those that do not say so.</summary>
    private void KeepAlive(int beat)
    {
        foreach (var (stream, _) in _open.Where(open => (uint)open.Key.GetHashCode() % Beats == beat))
        {
            if (stream.IsSilent) stream.End(WebSocketCloseStatus.EndpointUnavailable);
            else stream.KeepAlive();
        }
    }

    /// <summary>Closes the sockets of a chat that somebody has left by the page's way out, on this node.</summary>
    public Task EndOfAsync(string conversationId)
    {
        foreach (var stream in _open.Keys.Where(stream => stream.ConversationId == conversationId)) stream.End(ChatStream.WasLeft);
        return Task.CompletedTask;
    }

    protected override async Task GoRoundAsync(CancellationToken stopping)
    {
        for (var beat = 0; beat < Beats; beat++)
        {
            await Task.Delay(LongestPause / Beats, TimeProvider.System, stopping);
            KeepAlive(beat);
        }
    }

    private void EndAll(WebSocketCloseStatus why)
    {
        foreach (var stream in _open.Keys) stream.End(why);
    }
}
