using MentorBot.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Accounts;

/// <summary>Who is at the desk, in which browser.</summary>
public sealed class SignIns(IDbContextFactory<MentorBotDb> contexts, Writes writes, AccountVault vault, Standings standings, MachineClock clock)
{
    // Often enough for an hour's end, and seldom enough that reading does not become writing.
    private static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(1);

    /// <summary>Who it is whose browser holds these words, and notes that he did something; null if nobody, not any more, or not by now.</summary>
    public async Task<Standing?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var (key, now) = (vault.KeyOfSignIn(token), clock.Now);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var signIn = await db.SignIns.AsNoTracking().Include(s => s.Account!.Mentor).SingleOrDefaultAsync(s => s.Key == key, cancellationToken);
        if (signIn is null || !signIn.IsOpen(now) || standings.Of(signIn.Account) is not { } standing) return null;
        if (now - signIn.UsedAt >= NotedEvery) await NoteAsync(signIn.Id, now);
        return standing;
    }

    /// <summary>He leaves, in one browser. Whatever is open in it is looked at again.</summary>
    public Task EndAsync(string token)
    {
        var key = vault.KeyOfSignIn(token);
        return writes.RunAsync(
            async db =>
            {
                if (await db.SignIns.Include(s => s.Account).SingleOrDefaultAsync(s => s.Key == key) is not { } signIn) return 0;
                db.SignIns.Remove(signIn);
                return LookAgainAt(signIn.Account!);
            },
            CancellationToken.None);
    }

    /// <summary>He leaves, in every browser.</summary>
    public Task EndAllAsync(int accountId) => writes.RunAsync(
        async db =>
        {
            if (await db.Accounts.FindAsync(accountId) is not { } account) return 0;
            await EndAllAsync(db, accountId);
            return LookAgainAt(account);
        },
        CancellationToken.None);

    /// <summary>Ends all of an account within a transaction, but for one that may stay.</summary>
    internal static Task EndAllAsync(MentorBotDb db, int accountId, byte[]? except = null) =>
        db.SignIns.Where(s => s.AccountId == accountId && (except == null || s.Key != except)).ExecuteDeleteAsync();

    private static int LookAgainAt(Account account)
    {
        account.Stamp = Guid.NewGuid();
        return ++account.Version;
    }

    private Task<int> NoteAsync(long id, DateTimeOffset now) => writes.RunAsync(
        db => db.SignIns.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.UsedAt, now)), CancellationToken.None);
}
