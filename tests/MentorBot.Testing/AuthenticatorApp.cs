using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace MentorBot.Testing;

/// <summary>An authenticator app on somebody's phone: a second opinion on RFC 6238, by the machine's time. Each code that it shows is a later one, for none counts twice.</summary>
/// <param name="spelt">The key, in base 32, with or without spaces.</param>
public sealed class AuthenticatorApp(string spelt)
{
    private const int Step = 30;
    private const int OnItsWay = 5;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private long _last;

    /// <summary>The code to type next. Within thirty seconds there are three that count: those before, now and after. Shortly before they change it waits, or the first would be too old by the time that it arrives.</summary>
    public string Next()
    {
        var left = Step - (Now % Step);
        if (left <= OnItsWay) Task.Delay(TimeSpan.FromSeconds(left), TimeProvider.System).Wait();
        _last = Math.Max(_last + 1, (Now / Step) - 1);
        return CodeOf(_last);
    }

    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    [SuppressMessage("Security", "CA5350", Justification = "Authenticator apps know HMAC-SHA1 alone")]
    private string CodeOf(long step)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(Key(), counter);
        var offset = hash[19] & 15;
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(offset, 4)) & 0x7FFFFFFF;
        return $"{number % 1000000:000000}";
    }

    private byte[] Key()
    {
        var (bytes, bits, count) = (new List<byte>(), 0, 0);
        foreach (var letter in spelt.Where(c => c != ' '))
        {
            (bits, count) = ((bits << 5) | Letters.IndexOf(letter, StringComparison.Ordinal), count + 5);
            if (count < 8) continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
            bits &= (1 << count) - 1;
        }
        return [.. bytes];
    }
}
