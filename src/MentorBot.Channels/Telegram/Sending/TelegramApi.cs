using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MentorBot.Channels.Telegram;

/// <summary>Single calls to the Bot API: each is made once, within a time, and ends in a result.</summary>
/// <remarks>The token is part of every address, so no address and no exception of a call may ever be logged.</remarks>
internal sealed class TelegramApi(TelegramSettings settings, HttpClient http, TimeProvider clock)
{
    /// <summary>Telegram answers within a second or two. After this long the answer is lost, which is not to say that nothing was done.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(30);

    private const long LargestAnswer = 16 * 1024 * 1024;

    private readonly string _methods = $"{settings.ApiBaseUrl.TrimEnd('/')}/bot{settings.BotToken}/";
    private readonly string _files = $"{settings.ApiBaseUrl.TrimEnd('/')}/file/bot{settings.BotToken}/";

    /// <summary>A client fit for it: it follows no redirect, keeps no cookie, and leaves the timing of answers to the calls.</summary>
    public static HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),

        // A connection the other side is about to close loses the answer to whatever is sent on it, so none lies idle for long.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),

        // Our traces are no business of Telegram's.
        ActivityHeadersPropagator = null,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    /// <summary>Calls a method that needs nothing said.</summary>
    public Task<TelegramAnswer> CallAsync(string method, CancellationToken cancellationToken) => CallAsync(method, "{}"u8.ToArray(), AnswerWithin, cancellationToken);

    /// <summary>Calls a method.</summary>
    public Task<TelegramAnswer> CallAsync<T>(string method, T said, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        CallAsync(method, JsonSerializer.SerializeToUtf8Bytes(said, type), AnswerWithin, cancellationToken);

    /// <summary>Waits for updates.</summary>
    public Task<TelegramAnswer> PollAsync(TelegramPoll poll, CancellationToken cancellationToken) => CallAsync(
        "getUpdates", JsonSerializer.SerializeToUtf8Bytes(poll, TelegramJson.Default.TelegramPoll), TimeSpan.FromSeconds(poll.Timeout) + AnswerWithin, cancellationToken);

    /// <summary>Begins to fetch a file; null if it cannot be had. Whoever calls disposes of the answer.</summary>
    public async Task<HttpResponseMessage?> DownloadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var address = new Uri(_files + string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
            var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode == HttpStatusCode.OK)
                return response;
            response.Dispose();
        }
        catch (HttpRequestException)
        {
            // Its words may hold the address. Whoever asked may ask again.
        }
        return null;
    }

    private async Task<TelegramAnswer> CallAsync(string method, byte[] json, TimeSpan within, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(within, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var content = new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        try
        {
            using var response = await http.PostAsync(new Uri(_methods + method), content, either.Token);
            return TelegramAnswer.Read((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (HttpRequestException error)
        {
            return new(NeverConnected(error.HttpRequestError) ? TelegramEnd.NeverConnected : TelegramEnd.Lost);
        }
        catch (OperationCanceledException)
        {
            return new(cancellationToken.IsCancellationRequested ? TelegramEnd.Cancelled : TelegramEnd.TimedOut);
        }
    }

    private static bool NeverConnected(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
