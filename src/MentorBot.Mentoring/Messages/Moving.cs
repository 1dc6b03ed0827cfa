using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Privacy;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Messages;

/// <summary>Follows a chat to the address that it has from now on: the same mentee, where the dialogs stood, and what waits to be sent, in its order.</summary>
/// <remarks>It only changes what the context holds, so it is one transaction with the settling of the message that was refused.</remarks>
public sealed class Moving(AddressVault addresses, TextVault texts)
{
    private const string Moved = "moved";

    internal async Task FollowAsync(MentorBotDb db, OutboxMessage refused, string newAddress, DateTimeOffset now)
    {
        var old = refused.Conversation!;
        var there = await ConversationThereAsync(db, old, newAddress);
        // What else is in doubt stays in doubt where it was sent to.
        var waiting = await db.Outbox
            .Where(m => m.ConversationId == old.Id && (m.State == OutboxState.Queued || m.Id == refused.Id))
            .OrderBy(m => m.Sequence)
            .ToListAsync();
        foreach (var message in waiting)
        {
            db.Outbox.Add(Again(message, old, there, now));
            message.Drop(Moved);
        }
        old.Address!.Lose(Moved);
        await TakeAlongAsync(db, old, there);
    }

    /// <summary>A handoff, a concern and meetings go with their mentee, and a mentor's phone is where he is.</summary>
    private static async Task TakeAlongAsync(MentorBotDb db, Conversation old, Conversation there)
    {
        foreach (var handoff in await db.Handoffs.Where(h => h.ConversationId == old.Id && h.State < HandoffState.Ended).ToListAsync()) handoff.Conversation = there;
        foreach (var concern in await db.Concerns.Where(c => c.ConversationId == old.Id && c.State < ConcernState.Ended).ToListAsync()) concern.Conversation = there;
        foreach (var booking in await db.Bookings.Where(b => b.ConversationId == old.Id && (b.DueAt != null || b.State == BookingState.Waiting)).ToListAsync()) booking.Conversation = there;
        foreach (var participant in await db.Participants.Where(p => p.ConversationId == old.Id).ToListAsync()) participant.Conversation = there;
        there.GiveFloorTo(old.Floor);
        if (!old.IsMentors || there.IsMentors) return;
        foreach (var mentor in await db.Mentors.Where(m => m.PhoneId == old.Id).ToListAsync()) mentor.Phone = there;
        (there.IsMentors, old.IsMentors) = (true, false);
    }

    private async Task<Conversation> ConversationThereAsync(MentorBotDb db, Conversation old, string newAddress)
    {
        var key = addresses.KeyOf(old.Address!.Channel, newAddress, old.OurAddress);
        if (await db.Conversations.SingleOrDefaultAsync(c => c.Key == key) is { } known) return known;

        var there = new Conversation
        {
            Key = key,
            Partition = Partitions.Of(key),
            Address = await AddressThereAsync(db, old.Address, newAddress),
            OurAddress = old.OurAddress,
            Floor = old.Floor,
            State = old.State is null ? null : texts.SealState(texts.OpenState(old.State, old.Key), key),
            LastTurnAt = old.LastTurnAt,
        };
        return db.Conversations.Add(there).Entity;
    }

    private async Task<Address> AddressThereAsync(MentorBotDb db, Address old, string newAddress)
    {
        var key = addresses.KeyOf(old.Channel, newAddress);
        return await db.Addresses.SingleOrDefaultAsync(a => a.Key == key) ?? new Address
        {
            MenteeId = old.MenteeId,
            FormerMenteeId = old.FormerMenteeId,
            Channel = old.Channel,
            Key = key,
            Sealed = addresses.Seal(newAddress, key),
            OptedOutAt = old.OptedOutAt,
        };
    }

    private OutboxMessage Again(OutboxMessage message, Conversation old, Conversation there, DateTimeOffset now) => new()
    {
        MessageId = Guid.CreateVersion7(message.PreparedAt),
        Conversation = there,
        Sequence = there.Prepared++,
        Partition = there.Partition,
        InReplyTo = message.InReplyTo,
        Speaker = message.Speaker,
        Priority = message.Priority,
        SealedActivity = texts.Seal(texts.OpenActivity(message.SealedActivity!, old.Key), there.Key),
        PreparedAt = message.PreparedAt,
        DueAt = message.State == OutboxState.Queued ? message.DueAt : now,
    };
}
