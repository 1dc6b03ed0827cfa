using System.Text;
using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.WebChats;

/// <summary>The chats that were begun on our own page, and the way back to them.</summary>
public sealed class BegunChats(IDbContextFactory<MentorBotDb> contexts, Writes writes, KeyRing keys, Cipher cipher, AddressVault addresses, TimeProvider clock)
{
    // Of 8.6 thousand million codes, eight in a row are never all taken.
    private const int CodesTried = 8;
    private const string CodePurpose = "return-code";

    /// <summary>Notes that a chat begins, and gives it a code. One that has begun keeps the code that it has.</summary>
    /// <param name="conversationId">The chat's id in Direct Line.</param>
    /// <param name="site">The site that it begins on.</param>
    /// <returns>The return code.</returns>
    /// <exception cref="DbUpdateException">The database refused it.</exception>
    public async Task<string> StartAsync(string conversationId, string site)
    {
        var key = addresses.KeyOf(Channels.WebChat, conversationId, site);
        for (var tries = 1; ; tries++)
        {
            if (await FindRowAsync(c => c.ConversationKey == key, CancellationToken.None) is { } begun) return CodeOf(begun);
            try
            {
                return await AddAsync(conversationId, site, key);
            }
            catch (DbUpdateException) when (tries < CodesTried)
            {
                // Somebody has the same code, or began the same chat in the same moment: look again.
            }
        }
    }

    /// <summary>What is to be shown to whoever is in a chat; null if it was not begun on our page, or is forgotten.</summary>
    public async Task<BegunChat?> FindAsync(string conversationId, string site, CancellationToken cancellationToken)
    {
        var key = addresses.KeyOf(Channels.WebChat, conversationId, site);
        if (await FindRowAsync(c => c.ConversationKey == key, cancellationToken) is not { } begun) return null;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var talk = await db.Conversations.Where(c => c.Key == key).Select(c => new { c.Address!.Mentee!.Alias, c.Address.Mentee.Language, c.Floor }).SingleOrDefaultAsync(cancellationToken);
        return new BegunChat(key, CodeOf(begun), talk?.Alias, talk?.Language) { IsWithMentor = talk?.Floor == Floor.Mentor };
    }

    /// <summary>The chat that a code brings back; null if there is none. Whoever calls this limits how often it is asked.</summary>
    /// <param name="typed">The code as it was typed.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async Task<FoundChat?> FindByCodeAsync(string? typed, CancellationToken cancellationToken)
    {
        if (ReturnCode.Read(typed) is not { } code) return null;
        var key = KeyOf(code);
        return await FindRowAsync(c => c.CodeKey == key, cancellationToken) is { } begun
            ? new FoundChat(addresses.Open(begun.SealedAddress, begun.ConversationKey), begun.OurAddress)
            : null;
    }

    private async Task<string> AddAsync(string conversationId, string site, byte[] key)
    {
        var code = ReturnCode.New();
        return await writes.RunAsync(
            db =>
            {
                db.WebChats.Add(new WebChat
                {
                    ConversationKey = key,
                    SealedAddress = addresses.Seal(conversationId, key),
                    OurAddress = site,
                    CodeKey = KeyOf(code),
                    SealedCode = cipher.Seal(Encoding.UTF8.GetBytes(code), CodePurpose, key),
                    StartedAt = clock.GetUtcNow(),
                });
                return Task.FromResult(code);
            },
            CancellationToken.None);
    }

    private async Task<WebChat?> FindRowAsync(System.Linq.Expressions.Expression<Func<WebChat, bool>> isIt, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.WebChats.AsNoTracking().SingleOrDefaultAsync(isIt, cancellationToken);
    }

    private string CodeOf(WebChat begun) => Encoding.UTF8.GetString(cipher.Open(begun.SealedCode, CodePurpose, begun.ConversationKey));

    private byte[] KeyOf(string code) => keys.LookUp(Encoding.UTF8.GetBytes($"{CodePurpose}\n{code}"));
}

/// <summary>A chat that somebody is in.</summary>
/// <param name="ConversationKey">The look-up key of its conversation: 32 bytes.</param>
/// <param name="Code">Its return code.</param>
/// <param name="Alias">What we call its mentee; null until her first turn is taken.</param>
/// <param name="Language">The language that she is answered in; null until then.</param>
public sealed record BegunChat(byte[] ConversationKey, string Code, string? Alias, string? Language)
{
    /// <summary>Whether what is written in it goes to a mentor.</summary>
    public bool IsWithMentor { get; init; }

    /// <summary>The type's name and nothing else: the code opens the chat.</summary>
    public override string ToString() => nameof(BegunChat);
}

/// <summary>A chat that a code brought back.</summary>
/// <param name="ConversationId">Its id in Direct Line.</param>
/// <param name="Site">The site that it was begun on.</param>
public sealed record FoundChat(string ConversationId, string Site)
{
    /// <summary>The type's name and nothing else: the id is an address.</summary>
    public override string ToString() => nameof(FoundChat);
}
