using MentorBot.Channels.WebChat;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;

namespace MentorBot.Channels.DirectLine;

/// <summary>Which sites' pages may use the chat: our own, and those that the settings name. Who is no browser sends no origin and may.</summary>
internal sealed class DirectLineOrigins(WebChatSettings settings) : ICorsPolicyProvider
{
    /// <summary>The policy of all calls but <see cref="WithCredentials"/>.</summary>
    public const string Policy = "directline";

    /// <summary>The policy of the one call that browsers make with cookies.</summary>
    public const string WithCredentials = "directline-credentials";

    // Browsers cap it (Chromium at two hours): there is one preflight a URL and not one a message.
    private static readonly TimeSpan RemembersPreflight = TimeSpan.FromDays(1);

    private readonly HashSet<string> _allowed = new(
        settings.PublicUrl is { } url && Uri.TryCreate(url, UriKind.Absolute, out var ours) ? [.. settings.Origins, ours.GetLeftPart(UriPartial.Authority)] : settings.Origins,
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a request comes from a page that may use the chat.</summary>
    public bool Allows(HttpRequest request) => OriginOf(request) is not { } origin || _allowed.Contains(origin) || IsSame(request, origin);

    /// <summary>The origin of the page that asks; null where none does.</summary>
    public static string? OriginOf(HttpRequest request) => request.Headers.Origin.ToString() is { Length: > 0 } origin ? origin : null;

    public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
    {
        if (OriginOf(context.Request) is not { } origin || !Allows(context.Request)) return Task.FromResult<CorsPolicy?>(new CorsPolicy());
        var policy = new CorsPolicyBuilder(origin)
            .WithMethods("GET", "POST", "OPTIONS")
            .WithHeaders(HeaderNames.Authorization, HeaderNames.ContentType, "x-ms-bot-agent", "x-requested-with")
            .WithExposedHeaders(HeaderNames.RetryAfter)
            .SetPreflightMaxAge(RemembersPreflight);
        return Task.FromResult<CorsPolicy?>((policyName == WithCredentials ? policy.AllowCredentials() : policy).Build());
    }

    // The scheme may have been changed on the way, by a proxy that does not say so.
    private static bool IsSame(HttpRequest request, string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
