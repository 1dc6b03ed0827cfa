using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace MentorBot.Mentoring.Privacy;

/// <summary>Seals bytes with AES-256-GCM so that a stolen database is not a stolen confession.</summary>
/// <remarks>
/// Sealed bytes are: key id (4, big endian), nonce (12, random), tag (16), ciphertext. They are bound to a purpose and an owner
/// (additional authenticated data), so that one row's bytes cannot be pasted into another.
/// Random 96-bit nonces are safe for 2^32 seals a key (NIST SP 800-38D, 8.3): add a key before that.
/// </remarks>
public sealed class Cipher : IDisposable
{
    private const int IdLength = 4;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeaderLength = IdLength + NonceLength + TagLength;

    private readonly KeyRing _keys;
    private readonly Dictionary<int, ConcurrentBag<AesGcm>> _idle;

    /// <summary>Seals and opens with the keys of a ring.</summary>
    public Cipher(KeyRing keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        _keys = keys;
        _idle = keys.SealingKeys.Keys.ToDictionary(id => id, _ => new ConcurrentBag<AesGcm>());
    }

    /// <summary>Seals some bytes for a purpose ("address", "activity", "state") and an owner (a conversation's or address's key).</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain, string purpose, ReadOnlySpan<byte> owner)
    {
        var box = new byte[HeaderLength + plain.Length];
        BinaryPrimitives.WriteInt32BigEndian(box, _keys.NewestId);
        var nonce = box.AsSpan(IdLength, NonceLength);
        RandomNumberGenerator.Fill(nonce);

        Span<byte> bound = stackalloc byte[MaxBound];
        bound = bound[..Bind(purpose, owner, bound)];
        var aes = Rent(_keys.NewestId);
        aes.Encrypt(nonce, plain, box.AsSpan(HeaderLength), box.AsSpan(IdLength + NonceLength, TagLength), bound);
        _idle[_keys.NewestId].Add(aes);
        return box;
    }

    /// <summary>Opens what <see cref="Seal"/> made for the same purpose and owner.</summary>
    /// <exception cref="CryptographicException">The bytes were changed, belong elsewhere, or their key is not in the ring.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, string purpose, ReadOnlySpan<byte> owner)
    {
        if (box.Length < HeaderLength) throw new CryptographicException("Sealed bytes are cut short.");
        var id = BinaryPrimitives.ReadInt32BigEndian(box);
        if (!_idle.TryGetValue(id, out var idle)) throw new CryptographicException($"Sealing key {id} is not in the key ring.");

        var plain = new byte[box.Length - HeaderLength];
        Span<byte> bound = stackalloc byte[MaxBound];
        bound = bound[..Bind(purpose, owner, bound)];
        var aes = Rent(id);
        aes.Decrypt(box.Slice(IdLength, NonceLength), box[HeaderLength..], box.Slice(IdLength + NonceLength, TagLength), plain, bound);
        idle.Add(aes);
        return plain;
    }

    /// <summary>Forgets the keys' schedules.</summary>
    public void Dispose()
    {
        foreach (var aes in _idle.Values.SelectMany(bag => bag)) aes.Dispose();
    }

    private const int MaxBound = 96;

    private static int Bind(string purpose, ReadOnlySpan<byte> owner, Span<byte> into)
    {
        var length = Encoding.UTF8.GetBytes(purpose, into);
        into[length++] = 0;
        owner.CopyTo(into[length..]);
        return length + owner.Length;
    }

    // An AesGcm is not safe for two threads at once and dear to make, so each is used by one and put back.
    private AesGcm Rent(int id) => _idle[id].TryTake(out var aes) ? aes : new AesGcm(_keys.SealingKeys[id], TagLength);
}
