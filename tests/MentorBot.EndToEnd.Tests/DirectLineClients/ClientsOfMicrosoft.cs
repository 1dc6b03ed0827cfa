using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MentorBot.EndToEnd.Tests.DirectLineClients;

[assembly: AssemblyFixture(typeof(ClientsOfMicrosoft))]

namespace MentorBot.EndToEnd.Tests.DirectLineClients;

/// <summary>The program in Production, and Microsoft's clients beside it as npm has them: nothing in them is changed.</summary>
public sealed class ClientsOfMicrosoft : IAsyncLifetime
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private readonly ProgramFolder _folder = new();
    private WebApplication? _site;
    private RunningProgram? _program;

    /// <summary>A site that the program allows and that holds Web Chat: another one than the program's own.</summary>
    public string Site => _site!.Urls.Single();

    /// <summary>Where the clients are.</summary>
    public static string Folder { get; } = InSource();

    /// <summary>Where Direct Line is.</summary>
    public string Domain => $"{_program!.Address.GetLeftPart(UriPartial.Authority)}/v3/directline";

    public async ValueTask InitializeAsync()
    {
        if (WhyNot is not null)
            return;
        _site = await OpenSiteAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _program?.Dispose();
        if (_site is not null)
            await _site.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Skips the test, or fails it under MENTORBOT_REQUIRE_ALL=1, where there is no Node or the clients are not installed.</summary>
    public static void Require()
    {
        if (WhyNot is not null && Environment.GetEnvironmentVariable("MENTORBOT_REQUIRE_ALL") == "1")
            Assert.Fail(WhyNot);
        Assert.SkipWhen(WhyNot is not null, WhyNot ?? "");
    }

    /// <summary>A file of an installed package.</summary>
    public static string PackageFile(params string[] parts) => Path.Combine([Folder, "node_modules", .. parts]);

    /// <summary>A token for a chat in which nothing was said, as a site's own server gets one.</summary>
    public async Task<string> NewTokenAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/tokens/generate") { Content = JsonContent.Create(new { user = new { id = "dl_joan" } }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
        using var answer = await _program!.Http.SendAsync(request);
        return (string)JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!["token"]!;
    }

    private static string? WhyNot =>
        Node is null ? "There is no Node: install it (apt-get install nodejs npm)."
        : !File.Exists(PackageFile("botframework-directlinejs", "package.json")) ? $"Microsoft's clients are not installed: npm ci --ignore-scripts --prefix {Folder}"
        : null;

    /// <summary>Node itself.</summary>
    public static string? Node { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "node")).FirstOrDefault(File.Exists);

    private static async Task<WebApplication> OpenSiteAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        site.MapGet("/", () => Results.File(Path.Combine(Folder, "webchat.html"), "text/html"));
        site.MapGet("/webchat.js", () => Results.File(PackageFile("botframework-webchat", "dist", "webchat.js"), "text/javascript"));
        await site.StartAsync();
        return site;
    }

    private async Task StartAsync()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production", ["MentorBot:WebChat:Secret"] = Secret, ["MentorBot:WebChat:AllowedOrigins"] = Site,
        };
        _program = await RunningProgram.StartAsync(_folder, settings);
    }

    private static string InSource([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
