using System.Globalization;
using System.Text.Json;
using MentorBot.Channels.Telegram;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;

namespace MentorBot.Try;

/// <summary>A Telegram chat in the simulator: it is read as Telegram's own updates are, and its screen shows what was really sent.</summary>
internal sealed class TryTelegram(Inbox inbox, TryScreen screen, AddressVault addresses, Signal<Deliveries> deliveries, TimeProvider clock)
{
    /// <summary>The longest text that Telegram takes, in UTF-16 units (https://core.telegram.org/bots/api#sendmessage).</summary>
    public const int LongestText = 4096;

    private const string Bot = "0";

    // Telegram's ids have at most 52 bits (https://core.telegram.org/bots/api#chat), so nobody owns these.
    private const long FirstChat = 9_000_000_000_000_000;

    private readonly TelegramReader _reader = new(new TelegramSettings { BotToken = $"{Bot}:try" }, (_, _) => "about:blank");

    /// <summary>Whether a chat is one of the simulator's.</summary>
    public static bool Owns(string chat) => long.TryParse(chat, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is >= FirstChat and < FirstChat + 1000;

    /// <summary>Writes to us.</summary>
    /// <param name="person">The person's three digits.</param>
    /// <param name="text">What she writes, at most <see cref="LongestText"/>.</param>
    public Task WriteAsync(string person, string text) => TellAsync(new { update_id = NewId(), message = Message(person, text) });

    /// <summary>Presses a button below the last message.</summary>
    public Task PressAsync(string person, string label) => TellAsync(new
    {
        update_id = NewId(),
        callback_query = new { id = NewId().ToString(CultureInfo.InvariantCulture), data = "0", message = Message(person, "", label) },
    });

    /// <summary>What the chat shows, oldest first.</summary>
    public async Task<IReadOnlyList<TryChatMessage>> ScreenAsync(string person, CancellationToken cancellationToken)
    {
        var lines = await screen.ReadAsync(addresses.KeyOf(BotFramework.Channels.Telegram, ChatOf(person), Bot), cancellationToken);
        return [.. lines.Select(line => new TryChatMessage(line.Id, line.Direction, line.Activity.Text ?? "", line.At, ButtonsOf(line)))];
    }

    private static string[] ButtonsOf(TryLine line) => [.. line.Activity.SuggestedActions?.Actions?.Select(action => action.Title ?? "") ?? []];

    private object Message(string person, string text, params string[] buttons) => new
    {
        message_id = 1,
        date = clock.GetUtcNow().ToUnixTimeSeconds(),
        chat = new { id = FirstChat + int.Parse(person, CultureInfo.InvariantCulture), type = "private" },
        text,
        reply_markup = new { inline_keyboard = buttons.Select(label => new[] { new { text = label, callback_data = "0" } }) },
    };

    private async Task TellAsync<TUpdate>(TUpdate update)
    {
        if (_reader.Read(JsonSerializer.SerializeToUtf8Bytes(update)).Message is not { } message) return;
        await inbox.AcceptAsync(message);
        deliveries.Pulse();
    }

    private static string ChatOf(string person) => (FirstChat + int.Parse(person, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);

    private static long NewId() => Random.Shared.NextInt64(long.MaxValue);
}

/// <summary>One message in a simulated chat.</summary>
/// <param name="Id">Names it on the screen.</param>
/// <param name="Direction">"in" for what the mentee wrote, "out" for what she got.</param>
/// <param name="Body">The words.</param>
/// <param name="At">When, by the simulator's clock.</param>
/// <param name="Buttons">What can be pressed below it.</param>
public sealed record TryChatMessage(string Id, string Direction, string Body, DateTimeOffset At, IReadOnlyList<string> Buttons);
