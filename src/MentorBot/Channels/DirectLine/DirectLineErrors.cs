using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace MentorBot.Channels.DirectLine;

/// <summary>Refuses as Direct Line does: <c>{"error":{"code":"...","message":"..."}}</c>. The message says what to mend, and never what was sent.</summary>
internal static class DirectLineErrors
{
    public static Task BadAsync(HttpContext http, string message) => RefuseAsync(http, StatusCodes.Status400BadRequest, "BadArgument", message);

    public static Task UnauthorizedAsync(HttpContext http) =>
        RefuseAsync(http, StatusCodes.Status401Unauthorized, "Unauthorized", "Send a token of this server in the header Authorization: Bearer ...");

    public static Task ExpiredAsync(HttpContext http) =>
        RefuseAsync(http, StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired. Get a new one.");

    public static Task ForbiddenAsync(HttpContext http, string message) => RefuseAsync(http, StatusCodes.Status403Forbidden, "Forbidden", message);

    public static Task OriginAsync(HttpContext http) =>
        RefuseAsync(http, StatusCodes.Status403Forbidden, "InvalidOrigin", "This site may not use the chat. Name its origin in MentorBot:WebChat:AllowedOrigins.");

    public static Task NotFoundAsync(HttpContext http) => RefuseAsync(http, StatusCodes.Status404NotFound, "NotFound", "There is nothing of that name.");

    public static Task TooLargeAsync(HttpContext http, string message) => RefuseAsync(http, StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", message);

    public static Task TooLongAsync(HttpContext http, string message) => RefuseAsync(http, StatusCodes.Status400BadRequest, "MessageSizeTooBig", message);

    public static Task TooSlowAsync(HttpContext http) =>
        RefuseAsync(http, StatusCodes.Status408RequestTimeout, "RequestTimeout", "It did not come within 30 seconds. Send less, or by a faster line.");

    public static Task UnsupportedAsync(HttpContext http) => RefuseAsync(
        http, StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", "Send JPEG, PNG, GIF or WebP pictures, PDF or plain text, and name the kind rightly.");

    public static Task UnavailableAsync(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "1";
        return RefuseAsync(http, StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "It could not be stored. Send it again with the same clientActivityID.");
    }

    public static Task BusyAsync(HttpContext http, TimeSpan retryAfter)
    {
        http.Response.Headers[HeaderNames.RetryAfter] = Seconds(retryAfter);
        return RefuseAsync(http, StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "Others are sending files. Wait as long as Retry-After says.");
    }

    public static Task TooManyAsync(HttpContext http, TimeSpan retryAfter)
    {
        http.Response.Headers[HeaderNames.RetryAfter] = Seconds(retryAfter);
        return RefuseAsync(http, StatusCodes.Status429TooManyRequests, "TooManyRequests", "That was too often. Wait as long as Retry-After says.");
    }

    private static string Seconds(TimeSpan time) => Math.Max(1, (int)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static Task RefuseAsync(HttpContext http, int status, string code, string message)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { error = new { code, message } });
    }
}
