using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace MentorBot.Testing;

/// <summary>A text message that the fake has taken.</summary>
public sealed record SentText(
    string Sid,
    string To,
    string? From,
    string? MessagingServiceSid,
    string Body,
    IReadOnlyList<string> MediaUrls,
    string? StatusCallback,
    DateTimeOffset At);

/// <summary>Twilio's messages API on a loopback port, able to fail in every way. It accepts everything until told otherwise.</summary>
public sealed class FakeTwilio : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TimeProvider _clock;
    private readonly ConcurrentQueue<FakeAnswer> _answers = new();
    private readonly List<SentText> _taken = [];
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private TaskCompletionSource _taking = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _requests;
    private int _sids;

    private FakeTwilio(WebApplication app, TimeProvider clock) => (_app, _clock) = (app, clock);

    /// <summary>The account whose messages it takes.</summary>
    public string AccountSid { get; init; } = "AC" + new string('a', 32);

    /// <summary>The token it asks for, and signs reports with.</summary>
    public string AuthToken { get; init; } = "fake-auth-token";

    /// <summary>What to set as the API's base.</summary>
    public string BaseUrl => _app.Urls.First();

    /// <summary>How many POSTs have reached it, taken or not.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>How many messages it lists on one page at most.</summary>
    public int PageSize { get; set; } = 1000;

    /// <summary>How a POST to a number is answered when no answer was said beforehand.</summary>
    public Func<string, FakeAnswer> AnswerTo { get; set; } = _ => FakeAnswer.Accept;

    /// <summary>Where its pages say that the next one is, when that should be wrong.</summary>
    public string? NextPageHost { get; set; }

    /// <summary>The Authorization header of the last request.</summary>
    public string? LastAuthorization { get; private set; }

    /// <summary>The messages it has taken, in order.</summary>
    public IReadOnlyList<SentText> Taken
    {
        get
        {
            lock (_gate)
                return [.. _taken];
        }
    }

    /// <summary>How many messages it has taken.</summary>
    public int TakenCount
    {
        get
        {
            lock (_gate)
                return _taken.Count;
        }
    }

    /// <summary>Starts one on a port of its own.</summary>
    public static async Task<FakeTwilio> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.Listen(IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http1);
            k.AddServerHeader = false;
        });
        var app = builder.Build();
        var fake = new FakeTwilio(app, clock ?? TimeProvider.System);
        app.Run(fake.AnswerAsync);
        await app.StartAsync();
        return fake;
    }

    /// <summary>Says how the next POSTs are answered, in order; after them everything is accepted again.</summary>
    public void NextAnswers(params IEnumerable<FakeAnswer> answers)
    {
        foreach (var answer in answers)
            _answers.Enqueue(answer);
    }

    /// <summary>Waits until one more POST has arrived.</summary>
    public Task ArrivalAsync() => _arrived.WaitAsync();

    /// <summary>Waits until it has taken so many messages for a number, and gives them in order. Gives up after half a minute.</summary>
    public async Task<IReadOnlyList<SentText>> TakenForAsync(string number, int count)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            Task next;
            lock (_gate)
            {
                var taken = _taken.FindAll(t => t.To == number);
                if (taken.Count >= count)
                    return taken;
                next = _taking.Task;
            }
            await next.WaitAsync(giveUp.Token);
        }
    }

    /// <summary>Loses a message it had taken.</summary>
    public void Forget(string sid)
    {
        lock (_gate)
            _taken.RemoveAll(t => t.Sid == sid);
    }

    /// <summary>Takes a message as if it had been posted, for lists.</summary>
    public SentText Take(string to, string body, string? from = Cast.OurNumber, DateTimeOffset? at = null, string? callback = null)
    {
        lock (_gate)
        {
            var sent = new SentText(NewSid(), to, from, null, body, [], callback, at ?? _clock.GetUtcNow());
            _taken.Add(sent);
            return sent;
        }
    }

    /// <summary>Posts a report of a message to its callback, signed.</summary>
    public async Task<HttpResponseMessage> ReportAsync(HttpClient http, SentText sent, string status, string? errorCode = null)
    {
        var callback = new Uri(sent.StatusCallback ?? throw new InvalidOperationException("The message asked for no reports."));
        var signer = new TwilioClientSigner(callback.GetLeftPart(UriPartial.Authority), AccountSid, AuthToken);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["MessageSid"] = sent.Sid, ["SmsSid"] = sent.Sid, ["MessageStatus"] = status, ["SmsStatus"] = status,
            ["To"] = sent.To, ["From"] = sent.From ?? "", ["AccountSid"] = AccountSid, ["ApiVersion"] = "2010-04-01",
        };
        if (errorCode is not null)
            fields["ErrorCode"] = errorCode;
        using var request = signer.Post(callback.PathAndQuery, fields);
        return await http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        // Not StopAsync, which would wait for answers that a test holds back.
        await _app.DisposeAsync();
        _arrived.Dispose();
    }

    private Task AnswerAsync(HttpContext context)
    {
        LastAuthorization = context.Request.Headers.Authorization;
        var list = $"/2010-04-01/Accounts/{AccountSid}/Messages";
        var path = context.Request.Path.Value!;
        if (path == list + ".json")
            return HttpMethods.IsPost(context.Request.Method) ? PostAsync(context) : ListAsync(context);
        if (path.StartsWith(list + "/", StringComparison.Ordinal))
            return OneAsync(context, Path.GetFileNameWithoutExtension(path));
        return FakeAnswer.Refuse(404, 20404).GiveAsync(context, () => throw new InvalidOperationException());
    }

    private async Task PostAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        var form = await context.Request.ReadFormAsync();
        _arrived.Release();
        var answer = _answers.TryDequeue(out var scripted) ? scripted : AnswerTo(form["To"].ToString());
        await answer.GiveAsync(context, () => FakeTwilioJson.Write(TakePosted(form), AccountSid));
    }

    private SentText TakePosted(IFormCollection form)
    {
        lock (_gate)
        {
            var sent = new SentText(
                NewSid(),
                form["To"]!,
                form.ContainsKey("From") ? (string?)form["From"] : null,
                form.ContainsKey("MessagingServiceSid") ? (string?)form["MessagingServiceSid"] : null,
                form["Body"].ToString(),
                [.. form["MediaUrl"].OfType<string>()],
                form.ContainsKey("StatusCallback") ? (string?)form["StatusCallback"] : null,
                _clock.GetUtcNow());
            _taken.Add(sent);
            _taking.SetResult();
            _taking = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return sent;
        }
    }

    private string NewSid() => $"SM{Interlocked.Increment(ref _sids):x32}";

    private Task ListAsync(HttpContext context)
    {
        var to = context.Request.Query["To"].ToString();
        var size = Math.Min(PageSize, int.TryParse(context.Request.Query["PageSize"], out var asked) ? asked : 50);
        _ = int.TryParse(context.Request.Query["Page"], out var page);
        var all = Taken.Where(t => to.Length == 0 || t.To == to).Reverse().ToList();
        var next = (page + 1) * size < all.Count
            ? $"{NextPageHost}{context.Request.Path}?To={Uri.EscapeDataString(to)}&PageSize={size}&Page={page + 1}"
            : null;
        return WriteAsync(context, FakeTwilioJson.Write(all.Skip(page * size).Take(size), next, AccountSid));
    }

    private Task OneAsync(HttpContext context, string sid) => Taken.FirstOrDefault(t => t.Sid == sid) is { } sent
        ? WriteAsync(context, FakeTwilioJson.Write(sent, AccountSid))
        : FakeAnswer.Refuse(404, 20404).GiveAsync(context, () => throw new InvalidOperationException());

    private static Task WriteAsync(HttpContext context, byte[] json)
    {
        context.Response.ContentType = "application/json;charset=utf-8";
        return context.Response.Body.WriteAsync(json).AsTask();
    }
}
