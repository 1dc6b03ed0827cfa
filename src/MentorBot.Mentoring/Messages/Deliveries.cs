using System.Collections.Concurrent;
using MentorBot.BotFramework;
using Microsoft.Extensions.Logging;

namespace MentorBot.Mentoring.Messages;

/// <summary>Sends what the outbox holds: many conversations at once, each in order, every sender at its own pace.</summary>
public sealed class Deliveries(
    Outbox outbox, Partitions partitions, Pace pace, IEnumerable<IChannel> channels, Signal<Deliveries> signal, TimeProvider clock, ILogger<Deliveries> log)
{
    /// <summary>How many messages may be with providers at once.</summary>
    public const int MostAtOnce = 128;

    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenTriesToRecord = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Id, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, Task> _underWay = new();

    /// <summary>Starts everything that may go now, as far as there is room.</summary>
    /// <returns>How many messages were started.</returns>
    public async Task<int> StartDueAsync(CancellationToken cancellationToken)
    {
        var held = partitions.Held;
        var room = MostAtOnce - _underWay.Count;
        if (held.Ids.Count == 0 || room <= 0) return 0;

        var errands = await outbox.ClaimAsync(held, room, message => MayLeave(message, held), cancellationToken);
        foreach (var errand in errands) Start(errand);
        return errands.Count;
    }

    /// <summary>Waits until nothing is under way.</summary>
    public Task WhenIdleAsync() => Task.WhenAll(_underWay.Values);

    private Leave MayLeave(OutboxMessage message, PartitionsHeld held)
    {
        var conversation = message.Conversation!;
        if (!_channels.TryGetValue(conversation.Address!.Channel, out var carrier)) return Leave.SenderWaits;
        if (_underWay.ContainsKey(message.Id)) return Leave.ConversationWaits;
        if (message.State != OutboxState.Queued) return Leave.Now;
        if (pace.MustWaitFor(conversation.Id)) return Leave.ConversationWaits;

        // A node that looks after a part of the conversations has that part of the sender's pace.
        var part = (double)held.Ids.Count / Partitions.Count;
        if (!pace.TryTake(conversation.Sender, carrier.MessagesPerSecond * part)) return Leave.SenderWaits;
        pace.PutOff(conversation.Id, carrier.MessagesPerSecondToOne);
        return Leave.Now;
    }

    private void Start(Errand errand)
    {
        // Registered before it runs, so that whoever waits for idleness cannot miss it.
        var run = new Task<Task>(() => RunAsync(errand));
        _underWay[errand.Id] = run.Unwrap();
        run.Start(TaskScheduler.Default);
    }

    private async Task RunAsync(Errand errand)
    {
        try
        {
            var delivery = await AskAsync(errand);
            PutOffTheNext(errand);
            var isNews = Learn(errand.Sender, delivery);
            await RecordAsync(errand, delivery, isNews);
        }
        finally
        {
            _underWay.TryRemove(errand.Id, out _);
            signal.Pulse();
        }
    }

    /// <summary>The next message to the same person waits from now on, and wakes us in time.</summary>
    private void PutOffTheNext(Errand errand)
    {
        var perSecond = _channels[errand.Channel].MessagesPerSecondToOne;
        if (errand.LooksUp || double.IsPositiveInfinity(perSecond)) return;
        pace.PutOff(errand.ConversationId, perSecond);
        _ = Task.Delay(TimeSpan.FromSeconds(1 / perSecond), clock).ContinueWith(_ => signal.Pulse(), TaskScheduler.Default);
    }

    private async Task<Delivery> AskAsync(Errand errand)
    {
        try
        {
            var channel = _channels[errand.Channel];
            // A node that was held up until its partition was another's has not asked yet, and must not any more.
            if (!partitions.Held.Ids.Contains(errand.Partition)) return Delivery.TryLater("partition-lost");
            if (!errand.LooksUp) return await channel.SendAsync(errand.Message, CancellationToken.None);

            var known = await outbox.KnownProviderIdsAsync(errand, CancellationToken.None);
            return await channel.LookUpAsync(errand.Message, known, CancellationToken.None);
        }
        catch (Exception error)
        {
            // A channel that throws is a bug, and the message may have left before it: never send it blindly again.
            log.ChannelThrew(error.GetType().Name, errand.Id);
            return Delivery.Uncertain("channel-threw");
        }
    }

    /// <summary>Holds the sender if the provider says so.</summary>
    /// <returns>Whether that is news: the sender was in order before.</returns>
    private bool Learn(string sender, Delivery delivery)
    {
        if (delivery.HoldsSender) return pace.Hold(sender, delivery.RetryAfter ?? Hold);
        if (delivery.Outcome == DeliveryOutcome.Accepted) pace.Mend(sender);
        return false;
    }

    private async Task RecordAsync(Errand errand, Delivery delivery, bool isNews)
    {
        log.Delivered(errand.Id, delivery.Outcome, delivery.Code);
        while (true)
        {
            try
            {
                await outbox.SettleAsync(errand, delivery, isNews);
                return;
            }
            catch (Exception error)
            {
                // The provider has answered and we must not forget it: the row waits, marked as sending, until the database is back.
                log.CouldNotRecord(error.GetType().Name, errand.Id);
                await Task.Delay(BetweenTriesToRecord, clock);
            }
        }
    }
}
