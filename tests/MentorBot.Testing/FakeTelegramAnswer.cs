using System.Text;
using System.Text.Json.Nodes;

namespace MentorBot.Testing;

/// <summary>Telegram's ways to say no. Connections that are lost and pages of gateways are in <see cref="FakeAnswer"/>.</summary>
public static class FakeTelegramAnswer
{
    /// <summary>An error in Telegram's own form.</summary>
    public static FakeAnswer Error(int code, string description, int? retryAfter = null, long? migrateTo = null) => new((context, _) =>
        FakeAnswer.WriteAsync(context, code, "application/json", Encoding.UTF8.GetBytes(Json(code, description, retryAfter, migrateTo))));

    /// <summary>Too many requests.</summary>
    public static FakeAnswer Flood(int retryAfter) => Error(429, $"Too Many Requests: retry after {retryAfter}", retryAfter);

    /// <summary>No updates: whatever the offset confirms is confirmed.</summary>
    public static FakeAnswer NoUpdates => new((context, _) => FakeAnswer.WriteAsync(context, 200, "application/json", """{"ok":true,"result":[]}"""u8.ToArray()));

    /// <summary>She has blocked the bot.</summary>
    public static FakeAnswer Blocked => Error(403, "Forbidden: bot was blocked by the user");

    private static string Json(int code, string description, int? retryAfter, long? migrateTo)
    {
        var parameters = new JsonObject();
        if (retryAfter is not null)
            parameters["retry_after"] = retryAfter;
        if (migrateTo is not null)
            parameters["migrate_to_chat_id"] = migrateTo;
        var json = new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = description };
        if (parameters.Count > 0)
            json["parameters"] = parameters;
        return json.ToJsonString();
    }
}
