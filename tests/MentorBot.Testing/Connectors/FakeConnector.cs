using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace MentorBot.Testing;

/// <summary>The Bot Framework on a loopback port: signing keys, tokens, and a Connector that takes replies. It is able to fail in every way.</summary>
public sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Queue<FakeAnswer> _answers = new();
    private readonly List<SentActivity> _taken = [];
    private readonly FakeIssuer _issuer = new();
    private readonly Lock _gate = new();
    private TaskCompletionSource _taking = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _requests;
    private int _probes;

    private FakeConnector(WebApplication app) => _app = app;

    /// <summary>The app whose tokens it gives and takes.</summary>
    public static string AppId => "8b3e6a52-1c1f-4f6c-9d52-0a5b8f1f2c01";

    /// <summary>The app's secret.</summary>
    public static string AppPassword => "fake~app.password";

    /// <summary>The channel of a contact centre.</summary>
    public static string Hub => "ourcontactcentre";

    /// <summary>Its address.</summary>
    public string BaseUrl => _app.Urls.First();

    /// <summary>Where it takes replies, as activities name it.</summary>
    public string ReplyUrl => $"{BaseUrl}/connector/";

    /// <summary>The keys that it announces.</summary>
    public IList<FakeSigningKey> Keys => _issuer.Keys;

    /// <summary>The keys that it announces for the Emulator's tokens.</summary>
    public IList<FakeSigningKey> EmulatorKeys => _issuer.EmulatorKeys;

    /// <summary>Whether its keys cannot be had.</summary>
    public bool HidesKeys
    {
        get => _issuer.HidesKeys;
        set => _issuer.HidesKeys = value;
    }

    /// <summary>Whether it refuses even to say that it is there.</summary>
    public bool IsSilent { get; set; }

    /// <summary>How long its tokens live, in seconds.</summary>
    public int TokenSeconds
    {
        get => _issuer.TokenSeconds;
        set => _issuer.TokenSeconds = value;
    }

    /// <summary>How many activities have reached it, taken or not.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>How often its keys were fetched.</summary>
    public int KeyFetches => _issuer.KeyFetches;

    /// <summary>How often it was asked whether it is there.</summary>
    public int Probes => Volatile.Read(ref _probes);

    /// <summary>What was posted for tokens.</summary>
    public IReadOnlyList<string> TokenForms => _issuer.Forms;

    /// <summary>The activities it has taken, in order.</summary>
    public IReadOnlyList<SentActivity> Taken
    {
        get
        {
            lock (_gate)
                return [.. _taken];
        }
    }

    /// <summary>Starts one on a port of its own.</summary>
    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.Listen(IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http1);
            k.AddServerHeader = false;
        });
        var app = builder.Build();
        var fake = new FakeConnector(app);
        app.Run(fake.AnswerAsync);
        await app.StartAsync();
        return fake;
    }

    /// <summary>The settings that lead a program to it.</summary>
    public IDictionary<string, string> Settings() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["MentorBot:AzureBot:AppId"] = AppId,
        ["MentorBot:AzureBot:AppPassword"] = AppPassword,
        ["MentorBot:AzureBot:OpenIdMetadataUrl"] = $"{BaseUrl}/channels/openidconfiguration",
        ["MentorBot:AzureBot:EmulatorOpenIdMetadataUrl"] = $"{BaseUrl}/emulator/openidconfiguration",
        ["MentorBot:AzureBot:TokenUrl"] = $"{BaseUrl}/token",
    };

    /// <summary>A token such as the channels show.</summary>
    public FakeToken ChannelToken(DateTimeOffset now) => new()
    {
        Claims = new()
        {
            ["iss"] = "https://api.botframework.com", ["aud"] = AppId, ["serviceurl"] = ReplyUrl,
            ["nbf"] = now.ToUnixTimeSeconds(), ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        },
    };

    /// <summary>A token such as the Emulator shows, in version 1.0 or 2.0.</summary>
    public static FakeToken EmulatorToken(DateTimeOffset now, string version, string tenant = "d6d49420-f39b-4df7-a1dc-d59a935871db") => new()
    {
        Claims = new()
        {
            ["iss"] = version == "1.0" ? $"https://sts.windows.net/{tenant}/" : $"https://login.microsoftonline.com/{tenant}/v2.0",
            ["aud"] = AppId, ["ver"] = version, [version == "1.0" ? "appid" : "azp"] = AppId, ["tid"] = tenant,
            ["nbf"] = now.ToUnixTimeSeconds(), ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        },
    };

    /// <summary>Says how the next activities are answered, in order; after them everything is taken again.</summary>
    public void NextAnswers(params FakeAnswer[] answers)
    {
        lock (_gate)
        {
            foreach (var answer in answers)
                _answers.Enqueue(answer);
        }
    }

    /// <summary>Says how the next requests for tokens are answered.</summary>
    public void NextTokenAnswers(params FakeAnswer[] answers) => _issuer.NextAnswers(answers);

    /// <summary>Waits until it has taken so many activities in a conversation, and gives them in order. Gives up after half a minute.</summary>
    public async Task<IReadOnlyList<SentActivity>> TakenInAsync(string conversation, int count)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            Task next;
            lock (_gate)
            {
                var taken = _taken.FindAll(t => t.ConversationId == conversation);
                if (taken.Count >= count)
                    return taken;
                next = _taking.Task;
            }
            await next.WaitAsync(giveUp.Token);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/channels/openidconfiguration" => _issuer.MetadataAsync(context, $"{BaseUrl}/channels/keys"),
        "/emulator/openidconfiguration" => _issuer.MetadataAsync(context, $"{BaseUrl}/emulator/keys"),
        "/channels/keys" => _issuer.KeysAsync(context, Keys),
        "/emulator/keys" => _issuer.KeysAsync(context, EmulatorKeys),
        "/token" => _issuer.TokenAsync(context),
        "/connector/v3/conversations" => ProbeAsync(context),
        _ => PostAsync(context),
    };

    private Task ProbeAsync(HttpContext context)
    {
        Interlocked.Increment(ref _probes);
        if (IsSilent)
            context.Abort();
        else
            context.Response.StatusCode = 401;
        return Task.CompletedTask;
    }

    private async Task PostAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        var activity = await JsonNode.ParseAsync(context.Request.Body);
        var answer = NextAnswer() ?? FakeAnswer.Accept;
        await answer.GiveAsync(context, () => Take(context, activity!));
    }

    private byte[] Take(HttpContext context, JsonNode activity)
    {
        var authorization = context.Request.Headers.Authorization;
        lock (_gate)
        {
            _taken.Add(new(context.Features.Get<IHttpRequestFeature>()!.RawTarget, authorization.Count == 0 ? null : authorization.ToString(), activity));
            _taking.SetResult();
            _taking = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return Encoding.UTF8.GetBytes($$"""{"id":"activity-{{_taken.Count}}"}""");
        }
    }

    private FakeAnswer? NextAnswer()
    {
        lock (_gate)
            return _answers.TryDequeue(out var answer) ? answer : null;
    }
}
