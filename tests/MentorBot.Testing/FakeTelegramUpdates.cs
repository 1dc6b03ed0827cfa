using System.Text.Json.Nodes;

namespace MentorBot.Testing;

/// <summary>Updates as Telegram writes them, with everything in them that we must not keep: names, user names, ids.</summary>
public static class FakeTelegramUpdates
{
    /// <summary>The surname of everybody in Telegram, for tests that search what leaves the house.</summary>
    public const string Surname = "Quillfeather";

    /// <summary>A person's chat with the bot. The digits are those of her number, so that searches for that find this too.</summary>
    public static long ChatOf(Person person) => long.Parse(person.Mobile.AsSpan(1));

    /// <summary>Somebody writes.</summary>
    public static JsonObject Message(Person from, string text) => Message(from, new JsonObject { ["text"] = text });

    /// <summary>Somebody sends something: what it is comes in its own fields.</summary>
    public static JsonObject Message(Person from, JsonObject content)
    {
        var message = new JsonObject { ["message_id"] = 1, ["from"] = User(from), ["chat"] = Chat(from), ["date"] = 1_796_000_000 };
        foreach (var (name, value) in content)
            message[name] = value?.DeepClone();
        return new() { ["message"] = message };
    }

    /// <summary>Somebody presses a button.</summary>
    /// <param name="from">Who.</param>
    /// <param name="id">The id of the press.</param>
    /// <param name="data">What the button sends.</param>
    /// <param name="keyboard">The buttons of the message; null for a message that the bot cannot see any more.</param>
    public static JsonObject Press(Person from, string id, string? data, JsonNode? keyboard)
    {
        var message = new JsonObject { ["message_id"] = 7, ["chat"] = Chat(from), ["date"] = keyboard is null ? 0 : 1_796_000_000 };
        if (keyboard is not null)
            (message["text"], message["reply_markup"]) = ("What would you like?", keyboard.DeepClone());
        var press = new JsonObject { ["id"] = id, ["from"] = User(from), ["message"] = message, ["chat_instance"] = "-42" };
        if (data is not null)
            press["data"] = data;
        return new() { ["callback_query"] = press };
    }

    /// <summary>Somebody blocks the bot (<c>kicked</c>) or lets it in again (<c>member</c>).</summary>
    public static JsonObject Membership(Person from, string status, long date = 1_796_000_000) => new()
    {
        ["my_chat_member"] = new JsonObject
        {
            ["chat"] = Chat(from),
            ["from"] = User(from),
            ["date"] = date,
            ["old_chat_member"] = new JsonObject { ["status"] = status == "member" ? "kicked" : "member", ["user"] = Bot() },
            ["new_chat_member"] = new JsonObject { ["status"] = status, ["user"] = Bot() },
        },
    };

    /// <summary>The same, in a group.</summary>
    public static JsonObject InGroup(JsonObject update)
    {
        var group = (JsonObject)update.DeepClone();
        var inner = group.First().Value!.AsObject();
        (inner["message"]?.AsObject() ?? inner)["chat"] = new JsonObject { ["id"] = -1001234567890, ["type"] = "supergroup", ["title"] = "Neighbours" };
        return group;
    }

    private static JsonObject User(Person person) => new()
    {
        ["id"] = ChatOf(person), ["is_bot"] = false, ["first_name"] = person.Name, ["last_name"] = Surname, ["username"] = $"{person.Name}_{Surname}", ["language_code"] = person.Language,
    };

    private static JsonObject Chat(Person person) => new()
    {
        ["id"] = ChatOf(person), ["type"] = "private", ["first_name"] = person.Name, ["last_name"] = Surname, ["username"] = $"{person.Name}_{Surname}",
    };

    private static JsonObject Bot() => new() { ["id"] = 123456, ["is_bot"] = true, ["first_name"] = "MentorBot", ["username"] = "mentor_bot" };
}
