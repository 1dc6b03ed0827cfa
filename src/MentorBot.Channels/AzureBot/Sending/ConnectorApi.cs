using System.Net;
using System.Net.Http.Headers;
using MentorBot.BotFramework;

namespace MentorBot.Channels.AzureBot;

/// <summary>Single calls to a Connector: each is made once, within a time, and ends in a result.</summary>
internal sealed class ConnectorApi(HttpClient http, TimeProvider clock)
{
    // A Connector hands a message on to the channel before it answers. After this long the answer is lost, which is not to say that the message is.
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(30);

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <summary>Posts an activity, once.</summary>
    public async Task<Posted> PostAsync(ConnectorLetter letter, string? token, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(AnswerWithin, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, letter.Url) { Content = new ByteArrayContent(letter.Json) { Headers = { ContentType = Json } } };
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        try
        {
            // A yes is a yes when its head is there: the id in its body is not kept, for it may hold the conversation's.
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (response.IsSuccessStatusCode)
                return new(response.StatusCode, null);
            var code = ConnectorAnswers.Code(await response.Content.ReadAsByteArrayAsync(either.Token));
            return new(response.StatusCode, ConnectorAnswers.Read(response.StatusCode, code, RetryAfter(response)));
        }
        catch (HttpRequestException e) when (NeverConnected(e.HttpRequestError))
        {
            return new(null, Delivery.TryLater("no-connection", ConnectorAnswers.Soon));
        }
        catch (HttpRequestException)
        {
            return new(null, Delivery.Uncertain("connection-lost"));
        }
        catch (OperationCanceledException)
        {
            return new(null, Delivery.Uncertain(cancellationToken.IsCancellationRequested ? "cancelled" : "timeout"));
        }
    }

    /// <summary>Whether a Connector is there: it answers, if only to refuse. It is shown no token and no id.</summary>
    public async Task<bool> IsAnsweringAsync(Uri connector, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(AnswerWithin, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await http.GetAsync(ConnectorLetter.ProbeOf(connector), HttpCompletionOption.ResponseHeadersRead, either.Token);
            return response.StatusCode < HttpStatusCode.InternalServerError;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Whether a request failed before anything could have arrived.</summary>
    public static bool NeverConnected(HttpRequestError error) => error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? header?.Date - clock.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : null;
    }
}

/// <summary>What a Connector answered to one post.</summary>
/// <param name="Status">The status; null if no answer came.</param>
/// <param name="Failure">What became of the message; null when the Connector has it.</param>
internal sealed record Posted(HttpStatusCode? Status, Delivery? Failure);
