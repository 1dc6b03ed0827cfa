using System.Security.Cryptography;
using System.Text.Json;
using MentorBot.Mentoring.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace MentorBot.Desk;

/// <summary>Asks a browser for a passkey, and checks its answer (WebAuthn, by ASP.NET Core Identity). What was asked travels with the form, sealed, for five minutes.</summary>
internal sealed class PasskeyProofs(IPasskeyHandler<Account> handler, IDataProtectionProvider protection)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("MentorBot.PasskeyProofs").ToTimeLimitedDataProtector();

    /// <summary>What a browser needs to make a passkey, as JSON.</summary>
    public async Task<PasskeyQuestion> AskForNewAsync(HttpContext http, Guid handle, string name)
    {
        var entity = new PasskeyUserEntity { Id = handle.ToString(), Name = name, DisplayName = name };
        var asked = await handler.MakeCreationOptionsAsync(entity, http);
        return Seal(asked.CreationOptionsJson, asked.AttestationState);
    }

    /// <summary>What a browser needs to show any passkey that it has for us, as JSON.</summary>
    public async Task<PasskeyQuestion> AskAsync(HttpContext http)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, http);
        return Seal(asked.RequestOptionsJson, asked.AssertionState);
    }

    /// <summary>The passkey that was made, if it is for this account and was asked for; otherwise null.</summary>
    public async Task<UserPasskeyInfo?> CheckNewAsync(HttpContext http, PasskeyAnswer answer, Guid handle)
    {
        if (Open(answer.State) is not { } state || string.IsNullOrEmpty(answer.Credential)) return null;
        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = answer.Credential, AttestationState = state });
        return result.Succeeded && result.UserEntity.Id == handle.ToString() ? result.Passkey : null;
    }

    /// <summary>Whose passkey was shown, if it is right; otherwise null.</summary>
    public async Task<(Account Account, UserPasskeyInfo Passkey)?> CheckAsync(HttpContext http, PasskeyAnswer answer)
    {
        if (Open(answer.State) is not { } state || string.IsNullOrEmpty(answer.Credential)) return null;
        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = answer.Credential, AssertionState = state });
        return result.Succeeded ? (result.User, result.Passkey) : null;
    }

    private PasskeyQuestion Seal(string options, string? state) => new(JsonSerializer.Deserialize<JsonElement>(options), _protector.Protect(state ?? "", GoodFor));

    private string? Open(string? box)
    {
        if (string.IsNullOrEmpty(box)) return null;
        try
        {
            return _protector.Unprotect(box);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>What a browser is asked.</summary>
/// <param name="Options">What it needs for it.</param>
/// <param name="State">What it sends back with its answer.</param>
internal sealed record PasskeyQuestion(JsonElement Options, string State);

/// <summary>What a browser answers.</summary>
/// <param name="Credential">The credential, as JSON.</param>
/// <param name="State">What it was asked, sealed.</param>
internal sealed record PasskeyAnswer(string? Credential, string? State);
