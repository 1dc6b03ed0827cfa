using System.Security.Cryptography;
using System.Text;

namespace MentorBot.Channels.Telegram;

/// <summary>The proof that an update was posted by Telegram: it shows the secret that we gave it.</summary>
public static class TelegramSecret
{
    /// <summary>The header that holds it.</summary>
    public const string Header = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>Whether it is the secret. The time that it takes tells nothing about it, not even how long it is.</summary>
    public static bool IsRight(TelegramSettings settings, string? shown)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return shown is not null && CryptographicOperations.FixedTimeEquals(Digest(shown), Digest(settings.WebhookSecret!));
    }

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
