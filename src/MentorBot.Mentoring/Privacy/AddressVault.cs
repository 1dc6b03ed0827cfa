using System.Text;

namespace MentorBot.Mentoring.Privacy;

/// <summary>Turns a phone number or chat id into what may be stored: a look-up key that finds it, and sealed bytes that only delivery opens.</summary>
public sealed class AddressVault(KeyRing keys, Cipher cipher)
{
    /// <summary>The key of a person's address on a channel: 32 bytes.</summary>
    public byte[] KeyOf(string channel, string address) => keys.LookUp(Encoding.UTF8.GetBytes($"{channel}\n{address}"));

    /// <summary>The key of the conversation between a person's address and one of ours: two of our numbers are two conversations. 32 bytes.</summary>
    public byte[] KeyOf(string channel, string address, string ourAddress) =>
        keys.LookUp(Encoding.UTF8.GetBytes($"{channel}\n{address}\n{ourAddress}"));

    /// <summary>Seals an address, bound to its key.</summary>
    public byte[] Seal(string address, byte[] addressKey) => cipher.Seal(Encoding.UTF8.GetBytes(address), Purpose, addressKey);

    /// <summary>Opens a sealed address. Only delivery may.</summary>
    public string Open(byte[] box, byte[] addressKey) => Encoding.UTF8.GetString(cipher.Open(box, Purpose, addressKey));

    private const string Purpose = "address";
}
