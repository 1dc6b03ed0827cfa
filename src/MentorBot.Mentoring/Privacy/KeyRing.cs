using System.Security.Cryptography;

namespace MentorBot.Mentoring.Privacy;

/// <summary>The secrets that turn addresses and texts into what the database may hold. They are kept outside the database.</summary>
/// <remarks>
/// One look-up key makes addresses findable without being readable; it never changes, since every stored look-up stands on it.
/// Sealing keys encrypt; the newest seals and every one opens, so a new key can be added at any time and old rows stay readable.
/// </remarks>
public sealed class KeyRing
{
    /// <summary>Length of every key, in bytes: 256 bits.</summary>
    public const int KeyLength = 32;

    private readonly byte[] _lookUpKey;
    private readonly Dictionary<int, byte[]> _sealingKeys;

    /// <summary>Makes a ring of one look-up key and at least one sealing key.</summary>
    /// <param name="lookUpKey">The HMAC-SHA-256 key of look-ups, 32 bytes.</param>
    /// <param name="sealingKeys">AES-256 keys by their ids; the highest id seals.</param>
    /// <exception cref="ArgumentException">A key is not 32 bytes long, or there is no sealing key.</exception>
    public KeyRing(byte[] lookUpKey, IReadOnlyDictionary<int, byte[]> sealingKeys)
    {
        ArgumentNullException.ThrowIfNull(lookUpKey);
        ArgumentNullException.ThrowIfNull(sealingKeys);
        if (lookUpKey.Length != KeyLength || sealingKeys.Count == 0 || sealingKeys.Values.Any(key => key.Length != KeyLength))
            throw new ArgumentException("A key ring needs one look-up key and one or more sealing keys of 32 bytes each.", nameof(sealingKeys));

        _lookUpKey = lookUpKey;
        _sealingKeys = new Dictionary<int, byte[]>(sealingKeys);
        NewestId = _sealingKeys.Keys.Max();
    }

    /// <summary>The id of the key that seals.</summary>
    public int NewestId { get; }

    /// <summary>A ring of fresh random keys.</summary>
    public static KeyRing Create() =>
        new(RandomNumberGenerator.GetBytes(KeyLength), new Dictionary<int, byte[]> { [1] = RandomNumberGenerator.GetBytes(KeyLength) });

    /// <summary>This ring with one more random sealing key, which seals from now on.</summary>
    public KeyRing WithNewKey() =>
        new(_lookUpKey, new Dictionary<int, byte[]>(_sealingKeys) { [NewestId + 1] = RandomNumberGenerator.GetBytes(KeyLength) });

    /// <summary>The HMAC-SHA-256 of some bytes under the look-up key: the same bytes always give the same 32 bytes, and nobody without the key can tell which.</summary>
    public byte[] LookUp(ReadOnlySpan<byte> value) => HMACSHA256.HashData(_lookUpKey, value);

    /// <summary>A short proof that a database was written with this ring: 32 bytes that reveal nothing of the keys.</summary>
    public byte[] Fingerprint() => LookUp("MentorBot key ring fingerprint"u8);

    internal byte[] LookUpKey => _lookUpKey;

    internal IReadOnlyDictionary<int, byte[]> SealingKeys => _sealingKeys;
}
