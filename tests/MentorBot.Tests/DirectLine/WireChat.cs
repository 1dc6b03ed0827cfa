using System.Net;
using System.Text.Json.Nodes;

namespace MentorBot.Tests.DirectLine;

/// <summary>Somebody's chat over the wire.</summary>
public sealed class WireChat(ChattedProgram program, string id, string token)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public string Id => id;

    public string Token => token;

    public string Activities => $"conversations/{id}/activities";

    /// <summary>Says something, and gives the answer.</summary>
    public Task<WireAnswer> PostAsync(string text, string? clientId = null) => PostJsonAsync(new JsonObject
    {
        ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "dl_joan" },
        ["channelData"] = new JsonObject { ["clientActivityID"] = clientId ?? Guid.NewGuid().ToString("N") },
    }.ToJsonString());

    public Task<WireAnswer> PostJsonAsync(string json) => program.CallAsync(HttpMethod.Post, Activities, token, json);

    /// <summary>Says something, and gives its id.</summary>
    public async Task<string> SayAsync(string text, string? clientId = null)
    {
        var answer = await PostAsync(text, clientId);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return (string)answer.Body!["id"]!;
    }

    /// <summary>What follows after a watermark.</summary>
    public async Task<(IReadOnlyList<JsonNode> Activities, string Watermark)> ReadAsync(string watermark = "")
    {
        var answer = await program.CallAsync(HttpMethod.Get, $"{Activities}?watermark={watermark}", token);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return ([.. answer.Body!["activities"]!.AsArray().Select(a => a!)], (string)answer.Body["watermark"]!);
    }

    /// <summary>Everything that was said, once so many answers are there.</summary>
    public async Task<IReadOnlyList<JsonNode>> AnswersAsync(int count)
    {
        using var giveUp = new CancellationTokenSource(Patience);
        while (true)
        {
            var (activities, _) = await ReadAsync();
            if (activities.Count(IsBots) >= count)
                return activities;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, giveUp.Token);
        }
    }

    /// <summary>The chat's conversation as it is when one begins or comes back.</summary>
    public Task<WireAnswer> StartAsync() => program.CallAsync(HttpMethod.Post, "conversations", token, "{}");

    public Task<WireAnswer> ReconnectAsync(string watermark) => program.CallAsync(HttpMethod.Get, $"conversations/{id}?watermark={watermark}", token);

    /// <summary>Opens a socket after a watermark.</summary>
    public async Task<WireSocket> OpenAsync(string watermark = "") => await WireSocket.OpenAsync((string)(await ReconnectAsync(watermark)).Body!["streamUrl"]!);

    public static bool IsBots(JsonNode activity) => (string?)activity["from"]!["role"] == "bot";

    public static string? TextOf(JsonNode activity) => (string?)activity["text"];
}
