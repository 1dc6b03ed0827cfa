using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MentorBot.Testing;

/// <summary>What Telegram refuses, and what we must never ask of it.</summary>
internal static partial class FakeTelegramRules
{
    private static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        ["getMe"] = [],
        ["getUpdates"] = ["offset", "limit", "timeout", "allowed_updates"],
        ["setWebhook"] = ["url", "secret_token", "allowed_updates", "max_connections"],
        ["deleteWebhook"] = [],
        ["sendMessage"] = ["chat_id", "text", "entities", "link_preview_options", "reply_markup"],
        ["answerCallbackQuery"] = ["callback_query_id", "text"],
        ["setMyCommands"] = ["commands", "language_code"],
        ["getFile"] = ["file_id"],
    };

    /// <summary>What is wrong with a call; null if nothing is. Real Telegram passes over fields that it does not know: a misspelt one fails here.</summary>
    public static string? Problem(string method, JsonObject call)
    {
        if (!Fields.TryGetValue(method, out var fields))
            return "method not found";
        if (call.FirstOrDefault(field => !fields.Contains(field.Key)).Key is { } unknown)
            return $"field {unknown} is not expected";
        return method switch
        {
            "sendMessage" => ProblemOfMessage(call),
            "setMyCommands" => ProblemOfCommands(call),
            _ => null,
        };
    }

    private static string? ProblemOfMessage(JsonObject call)
    {
        var text = (string?)call["text"] ?? "";
        if (text.Trim().Length == 0)
            return "message text is empty";
        if (text.Length > 4096)
            return "message is too long";
        if (text.Trim() != text)
            return "the text would be trimmed, and its entities be in the wrong places";
        if (call["entities"]?.AsArray().Any(e => (int)e!["offset"]! < 0 || (int)e["length"]! < 1 || (int)e["offset"]! + (int)e["length"]! > text.Length) == true)
            return "entity is out of bounds";
        if ((bool?)call["link_preview_options"]?["is_disabled"] != true)
            return "previews are on";
        var buttons = call["reply_markup"]?["inline_keyboard"]?.AsArray().SelectMany(row => row!.AsArray()) ?? [];
        return buttons.Any(button => button!["url"] is null && Encoding.UTF8.GetByteCount((string?)button["callback_data"] ?? "") is 0 or > 64) ? "BUTTON_DATA_INVALID" : null;
    }

    private static string? ProblemOfCommands(JsonObject call) => call["commands"]!.AsArray().All(c =>
        Command().IsMatch((string)c!["command"]!) && ((string)c["description"]!).Length is > 0 and <= 256)
        ? null
        : "BOT_COMMAND_INVALID";

    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();
}
