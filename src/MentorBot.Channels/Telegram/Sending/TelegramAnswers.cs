using System.Globalization;
using System.Text.Json;
using MentorBot.BotFramework;

namespace MentorBot.Channels.Telegram;

/// <summary>Tells from the answer to a <c>sendMessage</c> what became of the message.</summary>
/// <remarks>
/// An error in Telegram's own JSON, or a gateway's 500 to 503, is a refusal before anything was sent, as far as anyone can tell: send again. A gateway that waited in
/// vain (504), a lost connection, no answer in time, and a yes that cannot be read leave it uncertain.
/// </remarks>
internal static class TelegramAnswers
{
    // For "too many requests" without a number, which Telegram always gives.
    private static readonly TimeSpan UsualFlood = TimeSpan.FromSeconds(5);

    public static Delivery Read(TelegramAnswer answer) => answer.End switch
    {
        TelegramEnd.NeverConnected => Delivery.TryLater("no-connection"),
        TelegramEnd.Lost => Delivery.Uncertain("connection-lost"),
        TelegramEnd.TimedOut => Delivery.Uncertain("timeout"),
        TelegramEnd.Cancelled => Delivery.Uncertain("cancelled"),
        _ when answer.IsOk => Taken(answer.Result),
        _ => answer.IsJson ? Refused(answer) : ByPage(answer),
    };

    private static Delivery Taken(JsonElement result) =>
        result.ValueKind == JsonValueKind.Object && result.TryGetProperty("message_id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number)
            ? Delivery.Accepted(number.ToString(CultureInfo.InvariantCulture))
            : Delivery.Uncertain("unreadable");

    // What Telegram itself says.
    private static Delivery Refused(TelegramAnswer answer) => answer.Status switch
    {
        429 => Delivery.TryLater("http-429", answer.RetryAfter ?? UsualFlood),
        401 or 404 => Delivery.Refused(DeliveryOutcome.StopSender, CodeOf(answer)),
        403 => Delivery.Refused(DeliveryOutcome.AddressUnusable, WhyForbidden(answer.Description)),
        >= 500 => Delivery.TryLater(CodeOf(answer), answer.RetryAfter),
        _ when answer.MigrateToChatId is { } chat => Delivery.Moved(chat.ToString(CultureInfo.InvariantCulture)),
        _ when Says(answer.Description, "chat not found") => Delivery.Refused(DeliveryOutcome.AddressUnusable, "chat-not-found"),
        _ => Delivery.Refused(DeliveryOutcome.Rejected, CodeOf(answer)),
    };

    // What something between us and Telegram says knows nothing of the person.
    private static Delivery ByPage(TelegramAnswer answer) => answer.Status switch
    {
        < 300 or 408 or 504 => Delivery.Uncertain(CodeOf(answer)),
        429 or >= 500 => Delivery.TryLater(CodeOf(answer)),
        400 or 413 => Delivery.Refused(DeliveryOutcome.Rejected, CodeOf(answer)),
        _ => Delivery.Refused(DeliveryOutcome.StopSender, CodeOf(answer)),
    };

    private static string WhyForbidden(string description)
    {
        if (Says(description, "blocked"))
            return "blocked";
        if (Says(description, "deactivated"))
            return "deactivated";
        return Says(description, "initiate") ? "never-wrote" : "http-403";
    }

    private static bool Says(string description, string words) => description.Contains(words, StringComparison.Ordinal);

    private static string CodeOf(TelegramAnswer answer) => $"http-{answer.Status}";
}
