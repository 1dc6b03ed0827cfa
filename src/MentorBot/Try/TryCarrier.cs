using MentorBot.BotFramework;
using MentorBot.Channels.Sms;

namespace MentorBot.Try;

/// <summary>A carrier that stays inside the program: it takes every message for a simulator's phone, and leaves all others to the real one.</summary>
/// <param name="real">The configured carrier, or null where there is none.</param>
internal sealed class TryCarrier(TwilioChannel? real) : IChannel
{
    private const int TryMessagesPerSecond = 100;

    public string Id => BotFramework.Channels.Sms;

    public int MessagesPerSecond => real?.MessagesPerSecond ?? TryMessagesPerSecond;

    public IReadOnlyList<Activity> Render(Activity reply) => SmsRendering.Render(reply);

    public Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        // It has arrived when it is recorded as accepted: the phone shows what the outbox holds.
        if (TryNumbers.Contains(message.Address)) return Task.FromResult(Delivery.Accepted($"try-{message.Id:N}"));
        return real?.SendAsync(message, cancellationToken) ?? Task.FromResult(NoCarrier);
    }

    public Task<Delivery> LookUpAsync(OutgoingMessage message, IReadOnlySet<string> knownProviderIds, CancellationToken cancellationToken)
    {
        // What was not recorded as accepted was never on the phone's screen.
        if (TryNumbers.Contains(message.Address)) return Task.FromResult(Delivery.NotTaken);
        return real?.LookUpAsync(message, knownProviderIds, cancellationToken) ?? Task.FromResult(NoCarrier);
    }

    private static Delivery NoCarrier { get; } = Delivery.Refused(DeliveryOutcome.StopSender, "no-carrier");
}
