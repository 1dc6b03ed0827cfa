using MentorBot.BotFramework;
using MentorBot.Channels.Sms;

namespace MentorBot.Chat;

/// <summary>The terminal as a carrier: it takes everything that is sent, for the screen to show.</summary>
/// <param name="channel">The channel that it stands for.</param>
internal sealed class ChatCarrier(string channel) : IChannel
{
    private readonly List<Activity> _taken = [];

    public string Id => channel;

    // Faster than anybody can read: nobody waits for a pace in a terminal.
    public int MessagesPerSecond => 1_000_000;

    public IReadOnlyList<Activity> Render(Activity reply) => channel == BotFramework.Channels.Sms ? SmsRendering.Render(reply) : [reply];

    public Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        lock (_taken) _taken.Add(message.Activity);
        return Task.FromResult(Delivery.Accepted($"chat-{message.Id:N}"));
    }

    // All that was sent was taken, or the process ended and its memory with it.
    public Task<Delivery> LookUpAsync(OutgoingMessage message, IReadOnlySet<string> knownProviderIds, CancellationToken cancellationToken) =>
        Task.FromResult(Delivery.NotTaken);

    /// <summary>What was sent since this was last asked, in order.</summary>
    public IReadOnlyList<Activity> Take()
    {
        lock (_taken)
        {
            Activity[] taken = [.. _taken];
            _taken.Clear();
            return taken;
        }
    }
}
