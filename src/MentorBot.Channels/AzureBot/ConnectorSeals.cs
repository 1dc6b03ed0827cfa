using System.Security.Cryptography;

namespace MentorBot.Channels.AzureBot;

/// <summary>The means to hide the channels' ids, lent by whoever keeps the keys.</summary>
/// <remarks>
/// A channel's ids may be a phone number, or have the conversation's id inside. So an activity that is stored carries a sealed <see cref="Ticket"/> in place of its
/// own id. A reply brings it back as the id that it answers, and only delivery opens it.
/// </remarks>
/// <param name="KeyOf">A keyed hash, 32 bytes: the same text gives the same, and nobody without the key can tell which text.</param>
/// <param name="Seal">Encrypts a text.</param>
/// <param name="Open">Decrypts what <paramref name="Seal"/> made, or throws a <see cref="CryptographicException"/>.</param>
public sealed record ConnectorSeals(Func<string, byte[]> KeyOf, Func<string, byte[]> Seal, Func<byte[], string> Open)
{
    /// <summary>Seals a ticket, as text.</summary>
    internal string Close(Ticket ticket) => Convert.ToBase64String(Seal($"{ticket.UserId}\n{ticket.ActivityId}"));

    /// <summary>Opens a ticket; an empty one if the text is none, as for a message that answers nothing.</summary>
    internal Ticket OpenTicket(string? text)
    {
        try
        {
            var parts = text is null ? [] : Open(Convert.FromBase64String(text)).Split('\n');
            return parts.Length == 2 ? new(Some(parts[0]), Some(parts[1])) : Ticket.Empty;
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            return Ticket.Empty;
        }
    }

    private static string? Some(string text) => text.Length == 0 ? null : text;
}

/// <summary>What delivery needs to answer an activity, and nobody else may see.</summary>
/// <param name="UserId">The account of whoever sent it.</param>
/// <param name="ActivityId">The channel's id for it, to reply to; null where a reply must not name it.</param>
internal sealed record Ticket(string? UserId, string? ActivityId)
{
    public static Ticket Empty { get; } = new(null, null);

    /// <summary>The type's name and nothing else.</summary>
    public override string ToString() => nameof(Ticket);
}
