using System.Security.Cryptography;
using MentorBot.Mentoring.Privacy;
using MentorBot.Testing;

namespace MentorBot.Mentoring.Tests.Privacy;

public sealed class CipherTests
{
    private static readonly KeyRing Ring = KeyRing.Create();
    private static readonly byte[] Owner = RandomNumberGenerator.GetBytes(32);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public void What_is_sealed_opens_again(int length)
    {
        using var cipher = new Cipher(Ring);
        var plain = RandomNumberGenerator.GetBytes(length);

        Assert.Equal(plain, cipher.Open(cipher.Seal(plain, "activity", Owner), "activity", Owner));
    }

    [Fact]
    public void The_same_words_are_sealed_differently_each_time()
    {
        using var cipher = new Cipher(Ring);

        Assert.NotEqual(cipher.Seal("hello"u8, "activity", Owner), cipher.Seal("hello"u8, "activity", Owner));
    }

    [Fact]
    public void A_single_changed_bit_anywhere_is_refused()
    {
        using var cipher = new Cipher(Ring);
        var box = cipher.Seal("hello"u8, "activity", Owner);
        for (var i = 0; i < box.Length; i++)
        {
            var changed = (byte[])box.Clone();
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => cipher.Open(changed, "activity", Owner));
        }
    }

    [Fact]
    public void Bytes_that_were_cut_short_are_refused()
    {
        using var cipher = new Cipher(Ring);
        var box = cipher.Seal("hello"u8, "activity", Owner);
        for (var length = 0; length < box.Length; length++) Assert.ThrowsAny<CryptographicException>(() => cipher.Open(box.AsSpan(0, length), "activity", Owner));
    }

    [Fact]
    public void Bytes_open_for_no_other_purpose_and_no_other_owner()
    {
        using var cipher = new Cipher(Ring);
        var box = cipher.Seal("hello"u8, "activity", Owner);

        Assert.ThrowsAny<CryptographicException>(() => cipher.Open(box, "state", Owner));
        Assert.ThrowsAny<CryptographicException>(() => cipher.Open(box, "activity", RandomNumberGenerator.GetBytes(32)));
    }

    [Fact]
    public void A_ring_with_a_new_key_opens_the_old_and_seals_with_the_new()
    {
        using var before = new Cipher(Ring);
        var rotated = Ring.WithNewKey();
        using var after = new Cipher(rotated);

        Assert.Equal("old"u8, after.Open(before.Seal("old"u8, "activity", Owner), "activity", Owner));
        Assert.ThrowsAny<CryptographicException>(() => before.Open(after.Seal("new"u8, "activity", Owner), "activity", Owner));
        Assert.Equal(Ring.Fingerprint(), rotated.Fingerprint());
        Assert.Equal(Ring.LookUp("x"u8), rotated.LookUp("x"u8));
    }

    [Fact]
    public void Many_threads_may_seal_and_open_at_once()
    {
        using var cipher = new Cipher(Ring);

        Parallel.For(0, 2_000, i =>
        {
            var plain = BitConverter.GetBytes(i);
            Assert.Equal(plain, cipher.Open(cipher.Seal(plain, "activity", Owner), "activity", Owner));
        });
    }

    [Fact]
    public void A_persons_key_is_always_the_same_and_differs_by_channel_and_by_our_number()
    {
        using var cipher = new Cipher(Ring);
        var vault = new AddressVault(Ring, cipher);
        var keys = new[]
        {
            vault.KeyOf("sms", Cast.Amina.Mobile), vault.KeyOf("telegram", Cast.Amina.Mobile), vault.KeyOf("sms", Cast.Joan.Mobile),
            vault.KeyOf("sms", Cast.Amina.Mobile, Cast.OurNumber), vault.KeyOf("sms", Cast.Amina.Mobile, "+447700900001"),
        };

        Assert.Equal(5, keys.Select(Convert.ToHexString).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(keys[0], vault.KeyOf("sms", Cast.Amina.Mobile));
        Assert.Equal(Cast.Amina.Mobile, vault.Open(vault.Seal(Cast.Amina.Mobile, keys[0]), keys[0]));
    }
}
