using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MentorBot.BotFramework;

namespace MentorBot.Channels.Sms;

/// <summary>Single calls to the REST API: each is made once, within a time, and ends in a result.</summary>
internal sealed class TwilioApi
{
    // Twilio answers within a second or two. After this long the answer is lost, which is not to say that the message is.
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly TimeProvider _clock;
    private readonly Uri _base;
    private readonly AuthenticationHeaderValue _credentials;

    public TwilioApi(SmsSettings settings, HttpClient http, TimeProvider clock)
    {
        (_http, _clock) = (http, clock);
        _base = new Uri(settings.ApiBaseUrl);
        _credentials = Credentials(settings);
        MessagesUri = new Uri($"{settings.ApiBaseUrl.TrimEnd('/')}/2010-04-01/Accounts/{settings.AccountSid}/Messages.json");
    }

    /// <summary>Where messages are posted and listed.</summary>
    public Uri MessagesUri { get; }

    /// <summary>Posts a message, once.</summary>
    public async Task<Delivery> PostAsync(IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(AnswerWithin, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, MessagesUri) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = _credentials;
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            return TwilioAnswers.Read(response.StatusCode, body, RetryAfter(response));
        }
        catch (HttpRequestException e) when (NeverConnected(e.HttpRequestError))
        {
            return Delivery.TryLater("no-connection");
        }
        catch (HttpRequestException)
        {
            return Delivery.Uncertain("connection-lost");
        }
        catch (OperationCanceledException)
        {
            return Delivery.Uncertain(cancellationToken.IsCancellationRequested ? "cancelled" : "timeout");
        }
    }

    /// <summary>Fetches one page of a list; null if it cannot be had.</summary>
    public async Task<TwilioPage?> GetPageAsync(Uri page, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(AnswerWithin, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Authorization = _credentials;
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            if (!response.IsSuccessStatusCode)
                return null;
            return JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(either.Token), TwilioJson.Default.TwilioPage);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The address of a list's next page; null if it leads to another host, which must not see our credentials.</summary>
    public Uri? NextPage(string path) => Uri.TryCreate(_base, path, out var next) && IsSameHost(next) ? next : null;

    // An API key can be withdrawn without disturbing the token that signatures hang on, so it is preferred.
    private static AuthenticationHeaderValue Credentials(SmsSettings settings)
    {
        var hasKey = !string.IsNullOrWhiteSpace(settings.ApiKeySid);
        var pair = hasKey ? $"{settings.ApiKeySid}:{settings.ApiKeySecret}" : $"{settings.AccountSid}:{settings.AuthToken}";
        return new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
    }

    private bool IsSameHost(Uri other) =>
        Uri.Compare(other, _base, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool NeverConnected(HttpRequestError error) => error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? header?.Date - _clock.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : null;
    }
}
