using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace MentorBot.Mentoring.Accounts;

/// <summary>The codes that authenticator apps show: six digits, new every thirty seconds (RFC 6238, with SHA-1, which is what every app knows).</summary>
public static class Totp
{
    /// <summary>How long a key is, in bytes (RFC 4226, 4).</summary>
    public const int KeyLength = 20;

    /// <summary>How many digits a code has.</summary>
    public const int Digits = 6;

    /// <summary>How long a code is shown.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    private const int Codes = 1_000_000;
    private const string Base32Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A key that nobody can guess.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    /// <summary>The step of an instant: how many times thirty seconds went by since 1970.</summary>
    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / (long)Step.TotalSeconds;

    /// <summary>The step in which a typed code was shown: now, just before, or just after, for clocks differ.</summary>
    /// <param name="key">The key.</param>
    /// <param name="typed">What was typed; spaces do not count.</param>
    /// <param name="now">The machine's time.</param>
    /// <param name="after">The step of the last code that was taken: it and all before count no more.</param>
    /// <returns>Null if it is none of theirs.</returns>
    public static long? Find(byte[] key, string typed, DateTimeOffset now, long after)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var code = typed.Replace(" ", "", StringComparison.Ordinal);
        if (code.Length != Digits) return null;
        var step = StepAt(now);
        foreach (var near in new[] { step, step - 1, step + 1 })
        {
            if (near > after && code == CodeAt(key, near)) return near;
        }
        return null;
    }

    /// <summary>The code of a step.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "Authenticator apps know HMAC-SHA1 alone, which is not broken as a keyed hash")]
    public static string CodeAt(byte[] key, long step)
    {
        ArgumentNullException.ThrowIfNull(key);
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(key, counter);
        // RFC 4226, 5.3: four bytes from where the last half byte points, without the sign.
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % Codes).ToString("D6");
    }

    /// <summary>A key as people type it into an app: in base 32 (RFC 4648), in groups of four.</summary>
    public static string Spell(byte[] key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var bits = string.Concat(key.Select(b => Convert.ToString(b, 2).PadLeft(8, '0')));
        var letters = bits.Chunk(5).Select(five => Base32Letters[Convert.ToInt32(new string(five).PadRight(5, '0'), 2)]);
        return string.Join(' ', letters.Chunk(4).Select(four => new string(four)));
    }

    /// <summary>What an app reads from a QR code.</summary>
    public static string AddressFor(byte[] key, string whose) =>
        $"otpauth://totp/MentorBot:{Uri.EscapeDataString(whose)}?secret={Spell(key).Replace(" ", "", StringComparison.Ordinal)}&issuer=MentorBot";
}
