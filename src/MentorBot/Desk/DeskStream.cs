using System.Text.Json;
using System.Threading.Channels;
using MentorBot.Mentoring.Desk;

namespace MentorBot.Desk;

/// <summary>One browser that is told when something is new. It holds no words: whoever is told fetches its page again.</summary>
internal sealed class DeskStream(DeskVisitor visitor, int mentorId)
{
    // News that nobody fetched by then are old: the newest tell all.
    private const int MostWaiting = 8;

    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web);

    private readonly Channel<string> _events = Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
    private string? _mark;

    /// <summary>Who looks.</summary>
    public DeskVisitor Visitor => visitor;

    /// <summary>The mentor.</summary>
    public int MentorId => mentorId;

    /// <summary>Tells how it stands, if that is not known there yet.</summary>
    public void Tell(DeskState state)
    {
        if (Interlocked.Exchange(ref _mark, state.Mark) != state.Mark) Send("state", state);
    }

    /// <summary>Tells that she is typing.</summary>
    public void TellTyping(long handoffId) => Send("typing", new { talk = handoffId });

    /// <summary>Says good-bye: whoever it is may not be here any more, or the program stops.</summary>
    public void End() => _events.Writer.TryComplete();

    /// <summary>Waits for the next thing to tell.</summary>
    /// <returns>Null when there was nothing for a while.</returns>
    /// <exception cref="ChannelClosedException">It has ended.</exception>
    public async Task<string?> NextAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(atMost);
        try
        {
            return await _events.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private void Send<T>(string name, T data) => _events.Writer.TryWrite($"event: {name}\ndata: {JsonSerializer.Serialize(data, Wire)}\n\n");
}
