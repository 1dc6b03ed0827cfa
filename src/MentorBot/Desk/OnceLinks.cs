using System.Collections.Concurrent;
using MentorBot.Mentoring.Accounts;

namespace MentorBot.Desk;

/// <summary>Links that sign somebody in once and without any proof, for who tries MentorBot out. They are made, and mapped, in Development only, and are gone with the process.</summary>
internal sealed class OnceLinks(SigningIn signingIn)
{
    /// <summary>Where they lead.</summary>
    public const string Path = "/desk/once";

    private readonly ConcurrentDictionary<string, int> _accounts = new(StringComparer.Ordinal);

    /// <summary>A link for an account.</summary>
    public string New(int accountId)
    {
        var code = AccountVault.NewToken();
        _accounts[code] = accountId;
        return $"{Path}/{code}";
    }

    /// <summary>Opens one.</summary>
    public async Task<IResult> OpenAsync(string code, HttpContext http)
    {
        if (!_accounts.TryRemove(code, out var accountId) || await signingIn.AtOnceAsync(accountId) is not { } token) return Results.NotFound();
        await DeskCookie.WriteAsync(http, token);
        return Results.LocalRedirect(DeskAccess.Path);
    }
}
