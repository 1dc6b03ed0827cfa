using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MentorBot.EndToEnd.Tests.WebChat;

/// <summary>A scheme's own site, with our chat on its page by one script tag.</summary>
public sealed class EmbeddingSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EmbeddingSite(WebApplication app) => _app = app;

    /// <summary>Where MentorBot is, once that is known.</summary>
    public Uri? Bot { get; set; }

    /// <summary>The site's origin: another site than the program's 127.0.0.1, to a browser.</summary>
    public string Origin => $"http://localhost:{new Uri(_app.Urls.First()).Port}";

    /// <summary>The same page under an address that a browser takes for the same site as the program, though another origin.</summary>
    public string NearOrigin => $"http://127.0.0.1:{new Uri(_app.Urls.First()).Port}";

    public static async Task<EmbeddingSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var site = new EmbeddingSite(builder.Build());
        site._app.MapGet("/", () => Results.Content(
            $"<!DOCTYPE html><html lang=en><meta name=viewport content='width=device-width'><title>Our council</title><main><h1>Our council</h1><p>Bins, parks and libraries.</p></main><script src='{site.Bot}embed.js' defer></script>",
            "text/html"));
        site._app.MapGet("/frame", () => Results.Content(
            $"<!DOCTYPE html><html lang=en><title>Our council</title><h1>Our council</h1><iframe title=Chat width=400 height=700 src='{site.Bot}?embed={Uri.EscapeDataString(site.Origin)}'></iframe>",
            "text/html"));
        // A browser asks for it whenever it gets round to it, and complains when there is none.
        site._app.MapGet("/favicon.ico", () => Results.NoContent());
        await site._app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
