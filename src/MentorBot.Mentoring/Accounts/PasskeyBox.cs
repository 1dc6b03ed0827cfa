using System.Text.Json;
using Microsoft.AspNetCore.Identity;

namespace MentorBot.Mentoring.Accounts;

/// <summary>What a device told of its passkey, as it is kept. Left out is what only joining needed.</summary>
internal sealed record PasskeyBox(byte[] Id, byte[] PublicKey, DateTimeOffset MadeAt, uint SignCount, string[]? Transports, bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp)
{
    public static byte[] Seal(AccountVault vault, UserPasskeyInfo passkey, Guid handle)
    {
        var box = new PasskeyBox(
            passkey.CredentialId, passkey.PublicKey, passkey.CreatedAt, passkey.SignCount, passkey.Transports, passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp);
        return vault.Seal(JsonSerializer.SerializeToUtf8Bytes(box), handle, AccountVault.PasskeyPurpose);
    }

    public static UserPasskeyInfo Open(AccountVault vault, Passkey passkey, Guid handle)
    {
        var box = JsonSerializer.Deserialize<PasskeyBox>(vault.OpenBytes(passkey.Sealed, handle, AccountVault.PasskeyPurpose))!;
        return new UserPasskeyInfo(box.Id, box.PublicKey, box.MadeAt, box.SignCount, box.Transports, box.IsUserVerified, box.IsBackupEligible, box.IsBackedUp, [], []);
    }
}
