using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Mentees;

/// <summary>Makes room for people who write for the first time, and for known people who write to another of our numbers.</summary>
public sealed class Newcomers(TimeProvider clock)
{
    // Numbered aliases are 9,998 to each plain one: eight in a row are never all taken.
    private const int AliasesTriedAtOnce = 8;

    /// <summary>Makes the conversations that these messages begin, with their addresses and mentees where those are new too.</summary>
    public async Task<IReadOnlyList<Conversation>> WelcomeAsync(
        MentorBotDb db, IEnumerable<InboxMessage> beginnings, CancellationToken cancellationToken)
    {
        var firsts = beginnings.DistinctBy(m => Convert.ToHexString(m.ConversationKey)).ToList();
        if (firsts.Count == 0) return [];

        var addresses = await AddressesAsync(db, firsts, cancellationToken);
        var conversations = firsts.ConvertAll(first => new Conversation
        {
            Key = first.ConversationKey,
            Partition = first.Partition,
            Address = addresses[Convert.ToHexString(first.AddressKey)],
            OurAddress = first.OurAddress,
        });
        db.Conversations.AddRange(conversations);
        return conversations;
    }

    private async Task<Dictionary<string, Address>> AddressesAsync(MentorBotDb db, List<InboxMessage> firsts, CancellationToken cancellationToken)
    {
        var keys = firsts.ConvertAll(m => m.AddressKey);
        var addresses = await db.Addresses
            .Where(a => keys.Contains(a.Key))
            .Include(a => a.Mentee)
            .ToDictionaryAsync(a => Convert.ToHexString(a.Key), cancellationToken);

        var strangers = firsts.Where(m => !addresses.ContainsKey(Convert.ToHexString(m.AddressKey)))
            .DistinctBy(m => Convert.ToHexString(m.AddressKey)).ToList();
        var taken = await TakenAliasesAsync(db, strangers, cancellationToken);
        var schemes = await SchemesAsync(db, cancellationToken);
        foreach (var stranger in strangers)
        {
            var scheme = schemes.TryGetValue((stranger.Channel, stranger.OurAddress), out var behindDoor) ? behindDoor : schemes[default];
            var address = Meet(stranger, scheme, taken);
            db.Addresses.Add(address);
            addresses[Convert.ToHexString(stranger.AddressKey)] = address;
        }
        return addresses;
    }

    private Address Meet(InboxMessage stranger, int scheme, HashSet<string> taken) => new()
    {
        Channel = stranger.Channel,
        Key = stranger.AddressKey,
        Sealed = stranger.SealedAddress!,
        Mentee = new Mentee { SchemeId = scheme, Alias = AliasFor(stranger, taken), JoinedAt = clock.GetUtcNow() },
    };

    private static string AliasFor(InboxMessage stranger, HashSet<string> taken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var alias = Aliases.For(stranger.AddressKey, attempt);
            // Past the ones that were looked up, the database's own rule decides, and the turn is taken again.
            if (taken.Add(alias) || attempt >= AliasesTriedAtOnce) return alias;
        }
    }

    private static async Task<HashSet<string>> TakenAliasesAsync(MentorBotDb db, List<InboxMessage> strangers, CancellationToken cancellationToken)
    {
        var wanted = strangers.SelectMany(m => Enumerable.Range(0, AliasesTriedAtOnce).Select(attempt => Aliases.For(m.AddressKey, attempt))).ToArray();
        return await db.Mentees.Where(m => wanted.Contains(m.Alias)).Select(m => m.Alias).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>Which door leads to which scheme; where there is no door, the scheme at the top.</summary>
    private static async Task<Dictionary<(string?, string?), int>> SchemesAsync(MentorBotDb db, CancellationToken cancellationToken)
    {
        var schemes = await db.Schemes.Include(s => s.Doors).ToListAsync(cancellationToken);
        var doors = schemes.SelectMany(s => s.Doors).ToDictionary(d => ((string?)d.Channel, (string?)d.OurAddress), d => d.SchemeId);
        doors[default] = schemes.Where(s => s.ParentId is null).Min(s => s.Id);
        return doors;
    }
}
