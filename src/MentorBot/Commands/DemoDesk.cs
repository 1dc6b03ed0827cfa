using MentorBot.Desk;
using MentorBot.Mentoring.Accounts;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.WebChats;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Commands;

/// <summary>In Development the first start makes accounts for the demo's people, and every start prints links that sign them in once. Nothing of the kind happens in Production.</summary>
internal static class DemoDesk
{
    private const int MostLinks = 10;

    /// <summary>Makes an account, as if he had joined by an invitation.</summary>
    /// <returns>The mentor that he is, or null, and what to sign in with, in a line.</returns>
    public static async Task<(int? MentorId, string Line)> JoinAsync(IServiceProvider services, string name, bool isCoordinator)
    {
        var code = await services.GetRequiredService<DeskInvitations>().InviteAsync(new DeskGuest(name, isCoordinator));
        var (signInName, password, key) = (name.ToLowerInvariant(), NewPassword(), Totp.NewKey());
        var step = Totp.StepAt(services.GetRequiredService<MachineClock>().Now);
        // The code before this one, so that the one that an app shows now still counts.
        var second = new SecondStep(Guid.NewGuid(), key, Totp.CodeAt(key, step - 1), Passkey: null);
        var joined = await services.GetRequiredService<Joining>().JoinAsync(new Newcomer(code, name, signInName, password, second));
        var standing = await services.GetRequiredService<SignIns>().FindAsync(joined.Token!, CancellationToken.None);
        await services.GetRequiredService<SignIns>().EndAsync(joined.Token!);
        return (standing!.MentorId, $"{name} ({(isCoordinator ? "coordinator" : "mentor")}): sign-in name {signInName}, password {password}, app key {Totp.Spell(key)}");
    }

    /// <summary>Makes links for whoever has an account.</summary>
    /// <returns>What to print.</returns>
    public static async Task<IReadOnlyList<DeskLine>> WaysInAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<MentorBotDb>>().CreateDbContextAsync(cancellationToken);
        var accounts = await db.Accounts.Where(a => a.ClosedAt == null).OrderBy(a => a.Id).Take(MostLinks).Select(a => a.Id).ToListAsync(cancellationToken);
        if (accounts.Count == 0) return [];
        var lines = new List<DeskLine> { new("  The mentors' desk. Each link signs somebody in once, in Development only:") };
        foreach (var id in accounts) lines.Add(await WayInAsync(services, id, cancellationToken));
        return lines;
    }

    private static async Task<DeskLine> WayInAsync(IServiceProvider services, int accountId, CancellationToken cancellationToken)
    {
        var standing = await services.GetRequiredService<Standings>().FindAsync(accountId, cancellationToken);
        return new DeskLine($"    {standing?.Name ?? "Nobody"}: ", services.GetRequiredService<OnceLinks>().New(accountId));
    }

    private static string NewPassword() => $"{ReturnCode.New().Replace(' ', '-')}-{ReturnCode.New().Split(' ')[0]}";
}
