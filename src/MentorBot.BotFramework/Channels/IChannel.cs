namespace MentorBot.BotFramework;

/// <summary>A way to reach people: the port between MentorBot and one provider. Its members may be called by many threads at once.</summary>
/// <remarks>Reading what a provider posts to us is each channel's own affair and ends in an <see cref="IncomingMessage"/> or a <see cref="DeliveryReport"/>.</remarks>
public interface IChannel
{
    /// <summary>The channel's name, such as <c>sms</c>: the <see cref="Activity.ChannelId"/> of what it carries.</summary>
    string Id { get; }

    /// <summary>How many messages a second one sender of ours may send, at least 1. Whoever calls <see cref="SendAsync"/> keeps this pace.</summary>
    int MessagesPerSecond { get; }

    /// <summary>How many messages a second one person may be sent, more than 0; a channel that does not say so lets her have as many as her sender may send.</summary>
    double MessagesPerSecondToOne => double.PositiveInfinity;

    /// <summary>Whether an outside hub is at the other end of the conversations of this side of ours: it has people of its own, and is asked for them, and answers, by <see cref="HandoffEventNames"/>.</summary>
    /// <param name="ourAddress">Our side, as <see cref="IncomingMessage.OurAddress"/> named it.</param>
    bool IsHub(string ourAddress) => false;

    /// <summary>Turns a reply into what the channel will really carry.</summary>
    /// <returns>One element for each provider message, in the order to be sent; empty when the channel carries nothing of the kind.</returns>
    IReadOnlyList<Activity> Render(Activity reply);

    /// <summary>Gives one rendered message to the provider, once. Never throws for what the outside world does.</summary>
    /// <remarks>A send that is cancelled may have arrived all the same, so it ends as <see cref="DeliveryOutcome.Uncertain"/> and not in an exception.</remarks>
    Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Asks the provider what became of a message whose answer was lost.</summary>
    /// <param name="message">The message, as it was given to <see cref="SendAsync"/>.</param>
    /// <param name="knownProviderIds">Provider ids already recorded for other messages to this address, so that a message with the same words is not taken for this one.</param>
    /// <param name="cancellationToken">Ends the asking; the answer is then <see cref="DeliveryOutcome.Uncertain"/>.</param>
    /// <returns>
    /// <see cref="DeliveryOutcome.Accepted"/> with the provider's id, <see cref="DeliveryOutcome.NotTaken"/>, or still <see cref="DeliveryOutcome.Uncertain"/>.
    /// A provider that keeps no list may let it be sent again once (<see cref="Delivery.SendBlindly"/>); after that it ends as <see cref="DeliveryOutcome.Rejected"/>.
    /// </returns>
    /// <remarks>Call it no sooner than the <see cref="Delivery.RetryAfter"/> of the uncertain delivery: until then a missing message may still be on its way.</remarks>
    Task<Delivery> LookUpAsync(OutgoingMessage message, IReadOnlySet<string> knownProviderIds, CancellationToken cancellationToken);
}
