using System.Data.Common;
using System.Text.Json;
using MentorBot.Channels.Sms;
using MentorBot.Dialogs.Library;
using MentorBot.Mentoring.Data;
using MentorBot.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MentorBot.Commands;

/// <summary>What every command begins with, and how a start that cannot go on ends: with what is wrong and what to write, not with a stack of calls.</summary>
internal static class Start
{
    private const string Address = "http://localhost:5080";

    /// <summary>Runs a command, and turns what the operator can mend into a message and the exit code 1.</summary>
    /// <param name="run">The command.</param>
    /// <param name="asked">Cancelled when the program was asked to end.</param>
    public static async Task<int> GuardAsync(Func<Task> run, CancellationToken asked)
    {
        try
        {
            await run();
            return 0;
        }
        catch (OperationCanceledException) when (asked.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("MentorBot was told to stop before it was done.");
            return 1;
        }
        catch (InvalidDataException error) when (error.InnerException is FormatException wrong)
        {
            await Console.Error.WriteLineAsync($"MentorBot cannot start.{Environment.NewLine}{error.Message} {WhyNotJson(wrong)}");
        }
        catch (Exception error) when (error is SettingsException or ContentException or KeyRingMismatchException or InvalidDataException
            or DatabaseInUseException or NoDatabaseException or TimeZonesMissingException)
        {
            await Console.Error.WriteLineAsync($"MentorBot cannot start.{Environment.NewLine}{error.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"MentorBot cannot start: a file, a folder or an address cannot be used. {error.Message}");
        }
        catch (Exception error) when ((error as DbException ?? error.InnerException as DbException) is { } trouble)
        {
            await Console.Error.WriteLineAsync($"MentorBot cannot start: {DatabaseTrouble.Describe(trouble)}");
        }
        return 1;
    }

    // In words of our own: the parser's repeat what stands there.
    private static string WhyNotJson(FormatException wrong) => wrong.InnerException is JsonException { LineNumber: { } line }
        ? $"Line {line + 1} is no JSON: a quote, a comma or a bracket is missing or one too many, there or in the line above."
        : "It must be one object { }, with no setting written twice.";

    /// <summary>A builder that listens on <c>http://localhost:5080</c> unless told otherwise, and finds its pages wherever it was started.</summary>
    public static WebApplicationBuilder NewBuilder(string[] args)
    {
        // Slim: without IIS, HTTP/3 and Windows' logs, which nobody here uses and which take memory.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // Settings are read once, at the start: nobody need watch their files.
            Args = [.. args, "--hostBuilder:reloadConfigOnChange=false"],
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(Address);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        Quieten(builder.Logging);
        return builder;
    }

    // The frameworks' own lines hold queries of URLs, SQL, and whole exceptions with their words. Ours tell types, places and ids instead.
    private static void Quieten(ILoggingBuilder logging)
    {
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // A start that fails is told by GuardAsync, in words.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
    }

    /// <summary>A builder whose services are all that a command needs, from settings and words that were read and found good.</summary>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    /// <exception cref="ContentException">Something in the words or courses is wrong.</exception>
    /// <exception cref="NoDatabaseException">A database is wanted, and there is none where the settings say.</exception>
    public static (WebApplicationBuilder Builder, MentorBotSettings Settings) NewMentorBot(string[] args, bool wantsDatabase = false)
    {
        var builder = NewBuilder(args);
        var settings = new SettingsReader(builder.Configuration, builder.Environment.IsDevelopment()).Read();
        if (wantsDatabase && settings.Database.SqliteFile is { } file && !File.Exists(file)) throw new NoDatabaseException(file);
        builder.Services.AddMentorBot(settings, ReadContent());
        return (builder, settings);
    }

    /// <summary>Reads all words and courses.</summary>
    /// <exception cref="ContentException">Something in them is wrong.</exception>
    public static Content ReadContent()
    {
        var content = Content.Read(Content.BesideTheProgram, text => SmsText.Measure(SmsText.Fold(text)).Segments);
        return content.Problems.Count == 0 ? content : throw new ContentException(content.Problems);
    }

    /// <summary>Where it listens.</summary>
    public static string AddressOf(WebApplication app) => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? Address;

    /// <summary>Tells whoever started it where to look.</summary>
    public static void SayWhereToGo(WebApplication app, MentorBotSettings settings)
    {
        var address = AddressOf(app);
        Console.WriteLine($"MentorBot is ready at {address}");
        if (settings.TryEnabled) Console.WriteLine($"  Try it on a phone that costs nothing: {address}/try");
        if (!settings.Sms.IsConfigured && !settings.Telegram.IsConfigured) Console.WriteLine("  No carrier is configured, so no real phone is texted. appsettings.template.json shows how.");
    }
}

/// <summary>Words or courses that stop the start: its message names each file, line and mend.</summary>
internal sealed class ContentException(IReadOnlyList<ContentProblem> problems) : Exception(string.Join(Environment.NewLine, problems));
