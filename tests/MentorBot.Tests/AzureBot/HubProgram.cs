using System.Net;
using System.Text.Json.Nodes;

namespace MentorBot.Tests.AzureBot;

/// <summary>The program with a contact centre on the other side of the Connector, and no mentors.</summary>
public class HubProgram : ConnectedProgram
{
    protected override IDictionary<string, string> Settings
    {
        get
        {
            var settings = base.Settings;
            settings["MentorBot:AzureBot:HubChannels"] = FakeConnector.Hub;
            return settings;
        }
    }

    public override JsonObject Said(string conversation, string text, string type = "message")
    {
        var said = base.Said(conversation, text, type);
        said["channelId"] = FakeConnector.Hub;
        return said;
    }

    /// <summary>What the contact centre says became of a conversation.</summary>
    public JsonObject Status(string conversation, string state)
    {
        var status = Said(conversation, "", "event");
        status.Remove("text");
        (status["name"], status["value"]) = ("handoff.status", new JsonObject { ["state"] = state });
        status["from"] = new JsonObject { ["id"] = "the-centre-itself", ["name"] = "Our contact centre" };
        return status;
    }

    /// <summary>Somebody writes there, or the contact centre says something.</summary>
    public async Task TellAsync(JsonNode activity)
    {
        using var answer = await PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>Somebody writes, one thing after the other, each once so much was sent to her.</summary>
    public async Task SayAsync(string conversation, params (string Text, int SentAfter)[] texts)
    {
        foreach (var (text, sent) in texts)
        {
            await TellAsync(Said(conversation, text));
            await Connector.TakenInAsync(conversation, sent);
        }
    }

    /// <summary>Somebody has asked for a person: four things were sent to her, the last of them the initiation.</summary>
    public Task AskAsync(string conversation, string about = "my photos are dark") => SayAsync(conversation, ("hi", 1), ("PERSON", 2), (about, 4));

    /// <summary>The first words of each thing that was sent in a conversation, once there are so many; of an event, what it says.</summary>
    public async Task<IReadOnlyList<string>> SentAsync(string conversation, int count) =>
        [.. (await Connector.TakenInAsync(conversation, count)).Select(sent => sent.Text is { } text ? string.Join(' ', text.Split(' ').Take(4)) : Shown(sent.Activity))];

    private static string Shown(JsonNode activity) =>
        (string?)activity["name"] == "handoff.status" ? string.Join(' ', activity["value"]!.AsObject().Select(part => part.Value)) : $"{activity["name"]}";
}

internal static class ActivityOfChannel
{
    /// <summary>The same activity by another channel.</summary>
    public static JsonObject Of(this JsonObject activity, string channel)
    {
        activity["channelId"] = channel;
        return activity;
    }
}
