using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MentorBot.Mentoring.Privacy;

namespace MentorBot.Mentoring.Accounts;

/// <summary>What accounts keep: look-up keys of what people type or their browsers hold, and sealed bytes that open for one account only.</summary>
public sealed partial class AccountVault(KeyRing keys, Cipher cipher)
{
    private const int TokenBytes = 32;

    /// <summary>The key of the name that somebody signs in with; capital letters and spaces around it do not count.</summary>
    public byte[] KeyOfSignInName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return KeyOf("desk-name", name.Trim().ToLowerInvariant());
    }

    /// <summary>The key of what a browser holds.</summary>
    public byte[] KeyOfSignIn(string token) => KeyOf("desk-sign-in", token);

    /// <summary>The key of an invitation's code.</summary>
    public byte[] KeyOfInvitation(string code) => KeyOf("desk-invitation", code);

    /// <summary>The key of a passkey's id.</summary>
    public byte[] KeyOfPasskey(byte[] id) => KeyOf("desk-passkey", Convert.ToBase64String(id));

    /// <summary>The key of a recovery code of an account, in base 64; small letters, spaces and hyphens do not count.</summary>
    public string KeyOfRecovery(Guid handle, string code) =>
        Convert.ToBase64String(KeyOf($"desk-recovery {handle}", Separators().Replace(code, "").ToUpperInvariant()));

    /// <summary>Words that nobody can guess, for a browser or a link: 256 bits, fit for an address.</summary>
    public static string NewToken() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>A look-up key that nothing leads to.</summary>
    public static byte[] NobodysKey() => RandomNumberGenerator.GetBytes(TokenBytes);

    internal byte[] Seal(string words, Guid handle, string purpose) => Seal(Encoding.UTF8.GetBytes(words), handle, purpose);

    internal byte[] Seal(byte[] plain, Guid handle, string purpose) => cipher.Seal(plain, purpose, handle.ToByteArray());

    internal string Open(byte[] box, Guid handle, string purpose) => Encoding.UTF8.GetString(OpenBytes(box, handle, purpose));

    internal byte[] OpenBytes(byte[] box, Guid handle, string purpose) => cipher.Open(box, purpose, handle.ToByteArray());

    internal const string NamePurpose = "account-name";
    internal const string SignInNamePurpose = "account-sign-in-name";
    internal const string CodeKeyPurpose = "account-code-key";
    internal const string PasskeyPurpose = "account-passkey";

    private byte[] KeyOf(string kind, string value) => keys.LookUp(Encoding.UTF8.GetBytes($"{kind}\n{value}"));

    [GeneratedRegex(@"[\s\-]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separators();
}
