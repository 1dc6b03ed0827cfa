using System.Net;
using System.Net.Http.Json;
using MentorBot.Benchmarks.Load;
using MentorBot.Benchmarks.Running;

namespace MentorBot.Benchmarks.Desk;

/// <summary>Measures how soon the desk opens with many who wait, and how soon it shows one more: the program in Development, whose simulator has phones enough.</summary>
internal static class DeskRun
{
    private const int Full = 500;
    private const int Few = 20;
    private const int Loads = 50;
    private const int AtOnce = 16;
    private const string Trouble = "my photos are foggy, and nobody here knows why";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task<int> RunAsync(bool isQuick, FileInfo? json)
    {
        await using var place = await Workplace.MakeAsync();
        place.More["ASPNETCORE_ENVIRONMENT"] = "Development";
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(place.PublicUrl), Timeout = Patience };
        using var program = MentorBotProcess.Start(place);
        var (people, figures) = (isQuick ? Few : Full, new Figures());
        await SignInAsync(http, place.LogFile);
        await FillAsync(http, people);
        await OpenAsync(http, people, figures);
        await HearAsync(http, people, figures);
        figures.Print(Console.Out);
        if (json is not null) figures.Write(json);
        return 0;
    }

    /// <summary>By the link that the start prints in Development, which counts once.</summary>
    private static Task SignInAsync(HttpClient http, string logFile) => UntilAsync(async () =>
    {
        if (LinkIn(logFile) is not { } link) return false;
        using var answer = await http.GetAsync(link);
        return answer.IsSuccessStatusCode;
    });

    private static string? LinkIn(string logFile)
    {
        using var log = new StreamReader(new FileStream(logFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var line = log.ReadToEnd().Split('\n').FirstOrDefault(line => line.Contains("Priya: http", StringComparison.Ordinal));
        return line?[line.IndexOf("http", StringComparison.Ordinal)..].Trim();
    }

    private static async Task FillAsync(HttpClient http, int people)
    {
        foreach (var text in new[] { "PERSON", Trouble })
        {
            await Parallel.ForEachAsync(Enumerable.Range(1, people), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) => await AskAsync(http, number, text));
        }
        await UntilAsync(async () => (await http.GetStringAsync("/desk")).Contains($"{people} people wait", StringComparison.Ordinal) || people <= 50);
    }

    private static async Task AskAsync(HttpClient http, int number, string text)
    {
        using var answer = await http.PostAsJsonAsync("/try/sms", new { from = $"+447700900{number:000}", body = text });
        answer.EnsureSuccessStatusCode();
    }

    private static async Task OpenAsync(HttpClient http, int people, Figures figures)
    {
        var times = new double[Loads];
        for (var i = 0; i < Loads; i++)
        {
            var start = TimeProvider.System.GetTimestamp();
            await http.GetStringAsync("/desk");
            times[i] = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
        }
        var loads = new Times(times);
        figures.Add("desk.open.p50", loads.Middle, "ms", $"the desk opens with {people} who wait, median");
        figures.Add("desk.open.max", loads.Longest, "ms", "  longest", "< 300");
    }

    private static async Task HearAsync(HttpClient http, int people, Figures figures)
    {
        using var answer = await http.GetAsync("/desk/events", HttpCompletionOption.ResponseHeadersRead);
        using var news = new StreamReader(await answer.Content.ReadAsStreamAsync());
        await StateAsync(news);
        await AskAsync(http, people + 1, "PERSON");
        await AskAsync(http, people + 1, Trouble);
        var start = TimeProvider.System.GetTimestamp();
        await StateAsync(news);
        figures.Add("desk.news", TimeProvider.System.GetElapsedTime(start).TotalMilliseconds, "ms", "one more asks, and the desk is told", "< 1000");
    }

    private static async Task StateAsync(StreamReader news)
    {
        while (await news.ReadLineAsync() is { } line && !line.StartsWith("event: state", StringComparison.Ordinal))
        {
            // Something else.
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> isSoAsync)
    {
        using var giveUp = new CancellationTokenSource(Patience, TimeProvider.System);
        while (!await isSoAsync()) await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, giveUp.Token);
    }
}
