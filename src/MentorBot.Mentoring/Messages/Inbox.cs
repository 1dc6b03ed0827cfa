using System.Data.Common;
using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Privacy;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Messages;

/// <summary>Where everything that mentees send is stored, once, before anybody is told that we have it.</summary>
/// <remarks>
/// Several nodes may store for one conversation at once, before it has a row that could be locked. So each message takes the place after the last that it sees, and the unique index on
/// the places does the rest: of two that take the same, one waits for the other's commit and is then written anew, behind it. Who sees a message sees all that come before it.
/// </remarks>
public sealed class Inbox
{
    private const int MostInOneCommit = 256;

    // Each that was in vain means that another node stored something in the same conversation, so somebody always gets on. Whoever loses again and again may not be turned away for it.
    private const int MostTries = 20;

    private readonly Writes _writes;
    private readonly AddressVault _addresses;
    private readonly TextVault _texts;
    private readonly TimeProvider _clock;
    private readonly Signal<Turns> _turns;
    private readonly GroupCommit<InboxMessage, Acceptance> _arrivals;

    /// <summary>Makes an inbox over the database.</summary>
    public Inbox(Writes writes, AddressVault addresses, TextVault texts, TimeProvider clock, Signal<Turns> turns)
    {
        (_writes, _addresses, _texts, _clock, _turns) = (writes, addresses, texts, clock, turns);
        _arrivals = new(StoreAsync, MostInOneCommit);
    }

    /// <summary>Stores a message, unless it is already there. When this completes it is on disk.</summary>
    /// <exception cref="DbUpdateException">The database refused it: answer so that the provider tries again.</exception>
    /// <exception cref="DbException">The database is away: answer so that the provider tries again.</exception>
    public async Task<Acceptance> AcceptAsync(IncomingMessage message)
    {
        var acceptance = await _arrivals.AddAsync(Seal(message));
        _turns.Pulse();
        return acceptance;
    }

    /// <summary>Stores an occasion, unless it is already there: its turn is taken like that of a message.</summary>
    public async Task<Acceptance> CallAsync(Occasion occasion)
    {
        ArgumentNullException.ThrowIfNull(occasion);
        var acceptance = await _arrivals.AddAsync(occasion.ToMessage(_texts, _clock.GetUtcNow()));
        _turns.Pulse();
        return acceptance;
    }

    private InboxMessage Seal(IncomingMessage message)
    {
        var conversationKey = _addresses.KeyOf(message.Channel, message.Address, message.OurName);
        var addressKey = _addresses.KeyOf(message.Channel, message.Address);
        var now = _clock.GetUtcNow();
        return new InboxMessage
        {
            Channel = message.Channel,
            ProviderMessageId = message.ProviderMessageId,
            ConversationKey = conversationKey,
            AddressKey = addressKey,
            Partition = Partitions.Of(conversationKey),
            SealedAddress = _addresses.Seal(message.Address, addressKey),
            OurAddress = message.OurAddress,
            SealedActivity = _texts.Seal(message.Activity, conversationKey),
            ReceivedAt = now,
            DueAt = now,
        };
    }

    private async Task<IReadOnlyList<Acceptance>> StoreAsync(IReadOnlyList<InboxMessage> arrivals)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await _writes.RunAsync(db => AddNewAsync(db, arrivals), CancellationToken.None);
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                // Those of the other nodes are there now.
            }
        }
    }

    private static async Task<IReadOnlyList<Acceptance>> AddNewAsync(MentorBotDb db, IReadOnlyList<InboxMessage> arrivals)
    {
        using var insert = new InboxStatement(db);
        var acceptances = new Acceptance[arrivals.Count];
        for (var i = 0; i < arrivals.Count; i++) acceptances[i] = await insert.RunAsync(arrivals[i]);
        return acceptances;
    }
}

/// <summary>What became of an incoming message. Either way the provider is told that we have it.</summary>
public enum Acceptance
{
    /// <summary>It was new, and is stored.</summary>
    Stored,

    /// <summary>It was there already: nothing was done.</summary>
    Repeated,
}
