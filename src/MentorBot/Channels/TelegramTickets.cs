using System.Security.Cryptography;
using MentorBot.Channels.Telegram;
using Microsoft.AspNetCore.DataProtection;

namespace MentorBot.Channels;

/// <summary>Addresses of ours for files that people sent: each holds, sealed, Telegram's id of one file, and works for as long as words are kept.</summary>
internal sealed class TelegramTickets(IDataProtectionProvider protection, string? publicUrl, TimeSpan validFor)
{
    /// <summary>What comes before a ticket, below the public URL.</summary>
    public const string Path = TelegramSettings.WebhookPath + "/files/";

    private const char Between = '\n';

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("MentorBot.Telegram.Files").ToTimeLimitedDataProtector();

    /// <summary>The address of a file.</summary>
    public string LinkTo(string contentType, string fileId) => $"{publicUrl?.TrimEnd('/')}{Path}{_seal.Protect($"{contentType}{Between}{fileId}", validFor)}";

    /// <summary>The file that a ticket is for; null if we never gave it, or its time is over.</summary>
    public (string ContentType, string FileId)? Read(string ticket)
    {
        try
        {
            return _seal.Unprotect(ticket).Split(Between) is [var contentType, var fileId] ? (contentType, fileId) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
