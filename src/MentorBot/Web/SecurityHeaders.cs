using MentorBot.FrontPage;

namespace MentorBot.Web;

/// <summary>Tells browsers what our pages need, so that they refuse everything else: no code but our own files, no frames, no trail left behind.</summary>
internal static class SecurityHeaders
{
    // Nothing inline: words that people wrote could never run, even if a page forgot to escape them. The other site is where the chat's way out leads, without a script too.
    private static readonly string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self' " + new Uri(ChatExit.Elsewhere).GetLeftPart(UriPartial.Authority) + "; base-uri 'none'; frame-ancestors ";

    // Keys of their own in the items of a request.
    private static readonly object Framer = new();
    private static readonly object Framed = new();

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the last moment: whoever handles an error clears what was set before.
        context.Response.OnStarting(() => Set(context));
        return next(context);
    });

    /// <summary>Lets the pages of one site show this answer in a frame. No other may, and without this none.</summary>
    public static void AllowFramesOf(HttpContext context, string origin) => context.Items[Framer] = origin;

    /// <summary>Lets this answer show our own pages in frames.</summary>
    public static void ShowOwnFrames(HttpContext context) => context.Items[Framed] = "; frame-src 'self'";

    private static Task Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy + (context.Items[Framer] as string ?? "'none'") + context.Items[Framed];
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return Task.CompletedTask;
    }
}
