using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MentorBot.EndToEnd.Tests.WebChat;

/// <summary>Stands for the site that the way out leads to, on loopback: the browser is told that it is there, and visitors that its certificate is not to be minded.</summary>
public sealed class WeatherSite : IAsyncDisposable
{
    /// <summary>The page that the way out leads to.</summary>
    public const string Page = "https://www.bbc.co.uk/weather";

    private readonly X509Certificate2 _certificate = MakeCertificate();
    private readonly WebApplication _app;

    private WeatherSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate)));
        _app = builder.Build();
        _app.MapGet("/weather", () => Results.Content("<!DOCTYPE html><html lang=en><title>Weather</title><link rel=icon href=data:,><h1>Dry, with sunny spells</h1>", "text/html"));
    }

    /// <summary>What tells Chromium where it is.</summary>
    public string Argument => $"--host-resolver-rules=MAP www.bbc.co.uk:443 127.0.0.1:{new Uri(_app.Urls.First()).Port}";

    /// <summary>Waits until a visitor has come here. Not until all is loaded: of a page that comes by another's form the browser may not tell that.</summary>
    public static Task IsReachedAsync(IPage page) => page.WaitForURLAsync(url => url.TrimEnd('#') == Page, new() { WaitUntil = WaitUntilState.Commit });

    /// <summary>Opens it.</summary>
    public static async Task<WeatherSite> StartAsync()
    {
        var site = new WeatherSite();
        await site._app.StartAsync();
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=www.bbc.co.uk", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
    }
}
