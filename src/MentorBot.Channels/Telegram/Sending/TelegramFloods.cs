using MentorBot.BotFramework;

namespace MentorBot.Channels.Telegram;

/// <summary>Tells whether "too many requests" is about one chat or about the whole bot, which Telegram does not say.</summary>
/// <remarks>
/// We keep to one message a second in a chat and to 30 in all, so one such answer is taken for that chat's alone. If a second chat is refused while the first
/// still waits, it is the bot that is refused, and everything it has to send waits.
/// </remarks>
internal sealed class TelegramFloods(TimeProvider clock)
{
    /// <summary>The status of such an answer.</summary>
    public const int TooManyRequests = 429;

    private readonly Lock _gate = new();
    private string? _chat;
    private DateTimeOffset _until;

    /// <summary>The same answer, or, if it is about the whole bot, one that holds it.</summary>
    public Delivery Judge(Delivery flood, string chat)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var isGlobal = now < _until && _chat != chat;
            (_chat, _until) = (chat, now + (flood.RetryAfter ?? TimeSpan.Zero));
            return isGlobal ? Delivery.Refused(DeliveryOutcome.PauseSender, flood.Code!, flood.RetryAfter) : flood;
        }
    }
}
