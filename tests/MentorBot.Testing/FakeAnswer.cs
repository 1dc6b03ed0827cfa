using System.Text;
using Microsoft.AspNetCore.Http;

namespace MentorBot.Testing;

/// <summary>One way in which a provider may answer, or fail to.</summary>
/// <remarks>Whether the message was taken and whether the answer arrives are two things; the hard cases are those where they differ.</remarks>
public sealed class FakeAnswer
{
    private readonly Func<HttpContext, Func<byte[]>, Task> _give;

    internal FakeAnswer(Func<HttpContext, Func<byte[]>, Task> give) => _give = give;

    /// <summary>Takes the message and says so.</summary>
    public static FakeAnswer Accept { get; } = new((context, take) => WriteAsync(context, 201, "application/json;charset=utf-8", take()));

    /// <summary>Drops the connection without taking the message.</summary>
    public static FakeAnswer ResetBeforeTaking { get; } = new((context, _) => Abort(context));

    /// <summary>Takes the message and drops the connection.</summary>
    public static FakeAnswer ResetAfterTaking { get; } = new((context, take) =>
    {
        take();
        return Abort(context);
    });

    /// <summary>Takes the message and drops the connection in the middle of the answer.</summary>
    public static FakeAnswer CutShort { get; } = new(async (context, take) =>
    {
        var json = take();
        context.Response.StatusCode = 201;
        context.Response.ContentType = "application/json;charset=utf-8";
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json.AsMemory(0, json.Length / 2));
        await context.Response.Body.FlushAsync();
        context.Abort();
    });

    /// <summary>Takes the message and says something that is not JSON.</summary>
    public static FakeAnswer TakeAndMumble { get; } = new((context, take) =>
    {
        take();
        return WriteAsync(context, 200, "text/plain", "OK"u8.ToArray());
    });

    /// <summary>Takes the message and answers once the task is done.</summary>
    public static FakeAnswer TakeAndWaitFor(Task release) => new(async (context, take) =>
    {
        var json = take();
        await release.WaitAsync(context.RequestAborted);
        await WriteAsync(context, 201, "application/json;charset=utf-8", json);
    });

    /// <summary>Answers like this, but only once something is done; the caller may have gone by then.</summary>
    public FakeAnswer After(Func<Task> wait) => new(async (context, take) =>
    {
        await wait();
        await GiveAsync(context, take);
    });

    /// <summary>Takes the message at once, and only then waits and answers like this.</summary>
    public FakeAnswer TakenBefore(Func<Task> wait) => new(async (context, take) =>
    {
        var json = take();
        await wait();
        await GiveAsync(context, () => json);
    });

    /// <summary>Refuses with an error in the form that most of the API uses.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">Twilio's error code.</param>
    /// <param name="retryAfter">Seconds for a Retry-After header.</param>
    public static FakeAnswer Refuse(int status, int code, int? retryAfter = null) => new((context, _) =>
    {
        if (retryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString();
        return WriteAsync(context, status, "application/json;charset=utf-8", Encoding.UTF8.GetBytes(
            $$"""{"code":{{code}},"message":"Said about +447700900101 for people to read","more_info":"https://www.twilio.com/docs/errors/{{code}}","status":{{status}}}"""));
    });

    /// <summary>Refuses with an error in the form of RFC 9457, which newer parts of the API use.</summary>
    public static FakeAnswer RefuseAsProblem(int status, int code) => new((context, _) =>
        WriteAsync(context, status, "application/problem+json", Encoding.UTF8.GetBytes(
            $$"""{"type":"https://www.twilio.com/docs/api/errors/{{code}}","title":"Refused","code":{{code}},"status":{{status}},"detail":"Said about +447700900101","errors":[]}""")));

    /// <summary>Refuses with an error in the form that a Bot Framework Connector uses.</summary>
    public static FakeAnswer RefuseAsConnector(int status, string code, int? retryAfter = null) => new((context, _) =>
    {
        if (retryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString();
        return WriteAsync(context, status, "application/json; charset=utf-8", Encoding.UTF8.GetBytes(
            $$$"""{"error":{"code":"{{{code}}}","message":"Said about +447700900101 for people to read"}}"""));
    });

    /// <summary>Answers with a page for people, as gateways do when what is behind them fails.</summary>
    public static FakeAnswer Page(int status) => new((context, _) =>
        WriteAsync(context, status, "text/html", "<html><body><h1>Something went wrong</h1></body></html>"u8.ToArray()));

    /// <summary>Takes the message and then answers with a page for people.</summary>
    public static FakeAnswer TakeAndPage(int status) => new((context, take) =>
    {
        take();
        return Page(status).GiveAsync(context, take);
    });

    /// <summary>Sends the caller elsewhere.</summary>
    public static FakeAnswer Redirect(string location) => new((context, _) =>
    {
        context.Response.Redirect(location);
        return Task.CompletedTask;
    });

    /// <summary>Gives the answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="take">Takes the message and returns the JSON that says so.</param>
    internal Task GiveAsync(HttpContext context, Func<byte[]> take) => _give(context, take);

    private static Task Abort(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    internal static async Task WriteAsync(HttpContext context, int status, string contentType, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }
}
