using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace MentorBot.Testing;

/// <summary>Telegram's Bot API on a loopback port, able to fail in every way. It accepts everything that Telegram would until told otherwise.</summary>
public sealed class FakeTelegram : IAsyncDisposable
{
    /// <summary>The bot's token.</summary>
    public const string Token = "123456:Fake-Telegram_Token";

    /// <summary>The bot's id.</summary>
    public const string BotId = "123456";

    /// <summary>The secret that posted updates show.</summary>
    public const string Secret = "Fake-Webhook_Secret";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<FakeAnswer>> _answers = new(StringComparer.Ordinal);
    private readonly FakeTelegramQueue _queue = new();
    private readonly FakeTelegramMemory _memory;
    private string? _webhook;

    private FakeTelegram(WebApplication app, TimeProvider clock) => (_app, _memory) = (app, new(clock));

    /// <summary>What to set as the API's base.</summary>
    public string BaseUrl => _app.Urls.First();

    /// <summary>Every call that reached it, whatever became of it.</summary>
    public IReadOnlyList<(string Method, JsonObject Call)> Calls => _memory.Calls;

    /// <summary>Files that can be fetched, by their ids.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>How every call of a method is answered that no list says otherwise of; null as usual.</summary>
    public Func<string, FakeAnswer?> AnswerTo { get; set; } = _ => null;

    /// <summary>How long at least two messages in one chat are apart: the smallest gap so far.</summary>
    public TimeSpan SmallestGap => _memory.SmallestGap;

    /// <summary>What it has taken, in order.</summary>
    public IReadOnlyList<SentTelegram> Taken => _memory.Taken;

    /// <summary>How many updates are not confirmed yet.</summary>
    public int Unconfirmed => _queue.Count;

    /// <summary>Starts it.</summary>
    /// <param name="clock">Dates what it takes.</param>
    public static async Task<FakeTelegram> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k =>
        {
            k.Listen(IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http1);
            k.AddServerHeader = false;
        });
        var app = builder.Build();
        var fake = new FakeTelegram(app, clock ?? TimeProvider.System);
        app.Run(fake.AnswerAsync);
        await app.StartAsync();
        return fake;
    }

    /// <summary>Says how the next calls of a method are answered, in order; after them as usual again.</summary>
    public void NextAnswers(string method, params IEnumerable<FakeAnswer> answers)
    {
        foreach (var answer in answers)
            _answers.GetOrAdd(method, _ => new()).Enqueue(answer);
    }

    /// <summary>Keeps an update to be fetched.</summary>
    /// <returns>It, numbered unless it has a number.</returns>
    public JsonObject Tell(JsonObject update) => _queue.Add(update);

    /// <summary>Begins to count updates anew, as after a quiet week.</summary>
    public void CountUpdatesFrom(long id) => _queue.NextId = id;

    /// <summary>Presses a button of a message that it has taken.</summary>
    public static JsonObject PressOf(Person from, SentTelegram message, string label, string id = "press-1") => FakeTelegramUpdates.Press(
        from, id, (string?)message.Buttons.First(button => (string)button["text"]! == label)["callback_data"], message.Call["reply_markup"]);

    /// <summary>Posts an update to us.</summary>
    public async Task<HttpResponseMessage> PostAsync(HttpClient http, JsonObject update, string? secret = Secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/channels/telegram");
        request.Content = new StringContent(_queue.Number(update).ToJsonString(), Encoding.UTF8, "application/json");
        if (secret is not null)
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        return await http.SendAsync(request);
    }

    /// <summary>Waits until it has taken so many messages for somebody, and gives them in order. Gives up after half a minute.</summary>
    public Task<IReadOnlyList<SentTelegram>> TakenForAsync(Person person, int count) => _memory.TakenForAsync(FakeTelegramUpdates.ChatOf(person), count);

    /// <summary>Waits until a method was called so often, and gives the calls. Gives up after half a minute.</summary>
    public Task<IReadOnlyList<JsonObject>> CallsOfAsync(string method, int count) => _memory.CallsOfAsync(method, count);

    /// <summary>Waits until every update is confirmed, and more are waited for. Gives up after half a minute.</summary>
    public async Task WhenPolledAsync()
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _queue.WhenPolledAsync(giveUp.Token);
    }

    // Not StopAsync, which would wait for answers that a test holds back.
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.Split('/');
        if (path is ["", "file", "bot" + Token, "documents", var file])
            await DownloadAsync(context, file);
        else if (path is ["", "bot" + Token, var method])
            await CallAsync(context, method);
        else
            await FakeTelegramAnswer.Error(401, "Unauthorized").GiveAsync(context, () => []);
    }

    private async Task CallAsync(HttpContext context, string method)
    {
        var call = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        _memory.Note(method, call);
        var scripted = _answers.TryGetValue(method, out var answers) && answers.TryDequeue(out var next) ? next : AnswerTo(method);
        if (FakeTelegramRules.Problem(method, call) is { } problem)
            scripted = FakeTelegramAnswer.Error(400, $"Bad Request: {problem}");
        if (scripted is not null)
            await scripted.GiveAsync(context, () => Yes(Take(method, call)));
        else if (method == "getUpdates")
            await PollAsync(context, call);
        else
            await WriteAsync(context, Take(method, call));
    }

    private async Task PollAsync(HttpContext context, JsonObject call)
    {
        if (_webhook is not null)
        {
            await FakeTelegramAnswer.Error(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first").GiveAsync(context, () => []);
            return;
        }
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        waiting.CancelAfter(TimeSpan.FromSeconds((int?)call["timeout"] ?? 0));
        var end = new TaskCompletionSource();
        await using var registered = waiting.Token.Register(() => end.TrySetResult());
        if (await _queue.PollAsync((long?)call["offset"], (int?)call["limit"] ?? 100, end.Task) is { } updates)
            await WriteAsync(context, updates);
        else
            await FakeTelegramAnswer.Error(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running").GiveAsync(context, () => []);
    }

    private JsonNode Take(string method, JsonObject call)
    {
        switch (method)
        {
            case "sendMessage":
                return TakeMessage(call);
            case "setWebhook":
                _webhook = (string?)call["url"];
                return true;
            case "deleteWebhook":
                _webhook = null;
                return true;
            case "getMe":
                return new JsonObject { ["id"] = long.Parse(BotId), ["is_bot"] = true, ["first_name"] = "MentorBot", ["username"] = "mentor_bot" };
            case "getFile":
                var id = (string)call["file_id"]!;
                return new JsonObject { ["file_id"] = id, ["file_unique_id"] = "u", ["file_size"] = Files[id].Length, ["file_path"] = $"documents/{id}" };
            default:
                return true;
        }
    }

    private JsonObject TakeMessage(JsonObject call)
    {
        var sent = _memory.Take(call);
        return new() { ["message_id"] = sent.MessageId, ["chat"] = new JsonObject { ["id"] = sent.Chat, ["type"] = "private" }, ["date"] = 1_796_000_000, ["text"] = sent.Text };
    }

    private Task DownloadAsync(HttpContext context, string file) => Files.TryGetValue(file, out var bytes)
        ? FakeAnswer.WriteAsync(context, 200, "application/octet-stream", bytes)
        : FakeTelegramAnswer.Error(404, "Not Found").GiveAsync(context, () => []);

    private static Task WriteAsync(HttpContext context, JsonNode result) => FakeAnswer.WriteAsync(context, 200, "application/json", Yes(result));

    private static byte[] Yes(JsonNode result) => Encoding.UTF8.GetBytes(new JsonObject { ["ok"] = true, ["result"] = result }.ToJsonString());
}
