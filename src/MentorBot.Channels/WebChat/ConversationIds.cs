using System.Buffers.Text;
using System.Security.Cryptography;

namespace MentorBot.Channels.WebChat;

/// <summary>The ids of chats: 22 characters of base64url, which are 128 random bits. Who could guess one could read a stranger's words; nobody can.</summary>
public static class ConversationIds
{
    private const int Bytes = 16;
    private const int Characters = 22;

    /// <summary>A new one.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The one that belongs to a keyed hash.</summary>
    /// <param name="hash">16 bytes or more that nobody can guess; the first 16 are used.</param>
    public static string From(ReadOnlySpan<byte> hash) => Base64Url.EncodeToString(hash[..Bytes]);

    /// <summary>Whether it is written as one.</summary>
    public static bool IsOne(string? text) => text is { Length: Characters } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
