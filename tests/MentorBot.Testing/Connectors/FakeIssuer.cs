using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MentorBot.Testing;

/// <summary>The part of the fake Bot Framework that announces signing keys and gives tokens.</summary>
internal sealed class FakeIssuer
{
    private readonly Queue<FakeAnswer> _answers = new();
    private readonly List<string> _forms = [];
    private readonly Lock _gate = new();
    private int _keyFetches;

    public IList<FakeSigningKey> Keys { get; } = [new FakeSigningKey("key-1", "msteams", "telegram", "directline", "webchat", FakeConnector.Hub)];

    public IList<FakeSigningKey> EmulatorKeys { get; } = [new FakeSigningKey("entra-1")];

    public bool HidesKeys { get; set; }

    public int TokenSeconds { get; set; } = 3600;

    public int KeyFetches => Volatile.Read(ref _keyFetches);

    /// <summary>What was posted for tokens.</summary>
    public IReadOnlyList<string> Forms
    {
        get
        {
            lock (_gate)
                return [.. _forms];
        }
    }

    /// <summary>Says how the next requests for tokens are answered.</summary>
    public void NextAnswers(FakeAnswer[] answers)
    {
        lock (_gate)
        {
            foreach (var answer in answers)
                _answers.Enqueue(answer);
        }
    }

    public Task MetadataAsync(HttpContext context, string keysUrl) => HidesKeys
        ? FakeAnswer.Page(500).GiveAsync(context, () => [])
        : WriteAsync(context, new JsonObject { ["issuer"] = "https://api.botframework.com", ["jwks_uri"] = keysUrl });

    public Task KeysAsync(HttpContext context, IList<FakeSigningKey> keys)
    {
        Interlocked.Increment(ref _keyFetches);
        return WriteAsync(context, new JsonObject { ["keys"] = new JsonArray([.. keys.Select(k => k.ToJson())]) });
    }

    public async Task TokenAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var (number, answer) = Note(await reader.ReadToEndAsync());
        if (answer is not null)
            await answer.GiveAsync(context, () => []);
        else
            await WriteAsync(context, new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = TokenSeconds, ["access_token"] = $"our-token-{number}" });
    }

    private (int Number, FakeAnswer? Answer) Note(string form)
    {
        lock (_gate)
        {
            _forms.Add(form);
            return (_forms.Count, _answers.TryDequeue(out var answer) ? answer : null);
        }
    }

    private static Task WriteAsync(HttpContext context, JsonObject json)
    {
        context.Response.StatusCode = 200;
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(json)).AsTask();
    }
}
