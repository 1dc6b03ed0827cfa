using System.Text.Json;

namespace MentorBot.Channels.Telegram;

/// <summary>Fetches what people sent, so that nobody need be shown Telegram's link, which holds the bot's token.</summary>
/// <param name="settings">The bot.</param>
/// <param name="http">A client made by <see cref="TelegramChannel.CreateClient"/>.</param>
/// <param name="clock">Times the answers.</param>
public sealed class TelegramFiles(TelegramSettings settings, HttpClient http, TimeProvider clock)
{
    /// <summary>The largest file that Telegram gives to bots, in bytes (https://core.telegram.org/bots/api#getfile).</summary>
    public const int Largest = 20 * 1024 * 1024;

    private readonly TelegramApi _api = new(settings, http, clock);

    /// <summary>Copies a file.</summary>
    /// <param name="fileId">Telegram's id for it.</param>
    /// <param name="open">Gives where to copy to; asked only when the file is there.</param>
    /// <param name="cancellationToken">Ends the copying.</param>
    /// <returns>Whether there was such a file, and it was copied whole.</returns>
    public async Task<bool> CopyAsync(string fileId, Func<Stream> open, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(open);
        if (await PathOfAsync(fileId, cancellationToken) is not { } path)
            return false;
        using var file = await _api.DownloadAsync(path, cancellationToken);
        if (file is null || file.Content.Headers.ContentLength > Largest)
            return false;
        await using var from = await file.Content.ReadAsStreamAsync(cancellationToken);
        return await CopyAsync(from, open(), cancellationToken);
    }

    private async Task<string?> PathOfAsync(string fileId, CancellationToken cancellationToken)
    {
        var answer = await _api.CallAsync("getFile", new(fileId), TelegramJson.Default.TelegramFileWish, cancellationToken);
        if (!answer.IsOk || answer.Result.ValueKind != JsonValueKind.Object)
            return null;
        var stored = answer.Result.Deserialize(TelegramJson.Default.TelegramStored);
        return stored?.FileSize > Largest || stored?.FilePath?.Split('/').Contains("..") == true ? null : stored?.FilePath;
    }

    private static async Task<bool> CopyAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var copied = 0;
        while (await from.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            copied += read;
            if (copied > Largest)
                return false;
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        return true;
    }
}
