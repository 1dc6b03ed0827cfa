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
        if (await ReadAsync(token, cancellationToken) is not var (signIn, standing)) return null;
        if (clock.Now - signIn.UsedAt >= NotedEvery) await NoteAsync(signIn.Id, clock.Now);
        return standing;
    }

    /// <summary>The same without noting it: for what stays open by itself, such as a stream of events, and must not keep him signed in.</summary>
    public async Task<Standing?> PeekAsync(string token, CancellationToken cancellationToken) => (await ReadAsync(token, cancellationToken))?.Standing;

    /// <summary>He leaves, in one browser.</summary>
    public Task EndAsync(string token)
    {
        var key = vault.KeyOfSignIn(token);
        return writes.RunAsync(db => db.SignIns.Where(s => s.Key == key).ExecuteDeleteAsync(), CancellationToken.None);
    }

    /// <summary>He leaves, in every browser.</summary>
    public Task EndAllAsync(int accountId) => writes.RunAsync(db => EndAllAsync(db, accountId), CancellationToken.None);

    /// <summary>Ends all of an account within a transaction, but for one that may stay.</summary>
    internal static Task<int> EndAllAsync(MentorBotDb db, int accountId, byte[]? except = null) =>
        db.SignIns.Where(s => s.AccountId == accountId && (except == null || s.Key != except)).ExecuteDeleteAsync();

    private async Task<(SignIn SignIn, Standing Standing)?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        var key = vault.KeyOfSignIn(token);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var signIn = await db.SignIns.AsNoTracking().Include(s => s.Account!.Mentor).SingleOrDefaultAsync(s => s.Key == key, cancellationToken);
        return signIn is not null && signIn.IsOpen(clock.Now) && standings.Of(signIn.Account) is { } standing ? (signIn, standing) : null;
    }

    private Task<int> NoteAsync(long id, DateTimeOffset now) => writes.RunAsync(
        db => db.SignIns.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.UsedAt, now)), CancellationToken.None);
}
