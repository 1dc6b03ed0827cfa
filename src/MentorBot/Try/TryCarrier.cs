using MentorBot.BotFramework;

namespace MentorBot.Try;

/// <summary>A carrier that stays inside the program: it takes every message for the simulator's people, and leaves all others to the real one.</summary>
/// <param name="id">The channel.</param>
/// <param name="real">The configured carrier, or null where there is none.</param>
/// <param name="render">What the real one would carry.</param>
/// <param name="owns">Whether an address is one of the simulator's.</param>
internal sealed class TryCarrier(string id, IChannel? real, Func<Activity, IReadOnlyList<Activity>> render, Func<string, bool> owns) : IChannel
{
    private const int TryMessagesPerSecond = 100;

    public string Id => id;

    public int MessagesPerSecond => real?.MessagesPerSecond ?? TryMessagesPerSecond;

    public double MessagesPerSecondToOne => real?.MessagesPerSecondToOne ?? TryMessagesPerSecond;

    public IReadOnlyList<Activity> Render(Activity reply) => render(reply);

    public Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        // It has arrived when it is recorded as accepted: the screen shows what the outbox holds.
        if (owns(message.Address)) return Task.FromResult(Delivery.Accepted($"try-{message.Id:N}"));
        return real?.SendAsync(message, cancellationToken) ?? Task.FromResult(NoCarrier);
    }

    public Task<Delivery> LookUpAsync(OutgoingMessage message, IReadOnlySet<string> knownProviderIds, CancellationToken cancellationToken)
    {
        // What was not recorded as accepted was never on the screen.
        if (owns(message.Address)) return Task.FromResult(Delivery.NotTaken);
        return real?.LookUpAsync(message, knownProviderIds, cancellationToken) ?? Task.FromResult(NoCarrier);
    }

    private static Delivery NoCarrier { get; } = Delivery.Refused(DeliveryOutcome.StopSender, "no-carrier");
}
