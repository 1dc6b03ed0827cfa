using System.Collections.Concurrent;
using System.Data.Common;
using MentorBot.BotFramework;
using Microsoft.EntityFrameworkCore;
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

    private bool MayLeave(OutboxMessage message, PartitionsHeld held)
    {
        var conversation = message.Conversation!;
        var channel = conversation.Address!.Channel;
        // A node that looks after a part of the conversations has that part of the sender's pace.
        var share = (double)held.Ids.Count / Partitions.Count;
        return _channels.TryGetValue(channel, out var carrier)
            && pace.TryTake(SenderOf(channel, conversation.OurAddress), carrier.MessagesPerSecond * share);
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
            if (delivery.HoldsSender) pace.Hold(SenderOf(errand.Channel, errand.Message.OurAddress), delivery.RetryAfter ?? Hold);
            await RecordAsync(errand, delivery);
        }
        finally
        {
            _underWay.TryRemove(errand.Id, out _);
            signal.Pulse();
        }
    }

    private async Task<Delivery> AskAsync(Errand errand)
    {
        try
        {
            var channel = _channels[errand.Channel];
            if (!errand.LooksUp) return await channel.SendAsync(errand.Message, CancellationToken.None);

            var known = await outbox.KnownProviderIdsAsync(errand.ConversationId, errand.Message.FirstTriedAt, CancellationToken.None);
            return await channel.LookUpAsync(errand.Message, known, CancellationToken.None);
        }
        catch (Exception error)
        {
            // A channel that throws is a bug, and the message may have left before it: never send it blindly again.
            log.ChannelThrew(error.GetType().Name, errand.Id);
            return Delivery.Uncertain("channel-threw");
        }
    }

    private async Task RecordAsync(Errand errand, Delivery delivery)
    {
        log.Delivered(errand.Id, delivery.Outcome, delivery.Code);
        while (true)
        {
            try
            {
                await outbox.SettleAsync(errand.Id, delivery);
                return;
            }
            catch (Exception error) when (error is DbException or DbUpdateException)
            {
                // The provider has answered and we must not forget it: the row waits, marked as sending, until the database is back.
                log.CouldNotRecord(error.GetType().Name, errand.Id);
                await Task.Delay(BetweenTriesToRecord, clock);
            }
        }
    }

    private static string SenderOf(string channel, string? ourAddress) => $"{channel}\n{ourAddress}";
}
