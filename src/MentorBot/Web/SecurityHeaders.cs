namespace MentorBot.Web;

/// <summary>Tells browsers what our pages need, so that they refuse everything else: no code but our own files, no frames, no trail left behind.</summary>
internal static class SecurityHeaders
{
    // Nothing inline: words that people wrote could never run, even if a page forgot to escape them.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the last moment: whoever handles an error clears what was set before.
        context.Response.OnStarting(() => Set(context.Response.Headers));
        return next(context);
    });

    private static Task Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return Task.CompletedTask;
    }
}
