using System.Net.Http.Json;
using MentorBot.Tests.Try;

[assembly: AssemblyFixture(typeof(TriedProgram))]

namespace MentorBot.Tests.Try;

/// <summary>The program in Development, with its simulator on and no carrier, as <c>dotnet run</c> starts it.</summary>
public class TriedProgram : IAsyncLifetime
{
    private RunningProgram? _program;

    /// <summary>Where it keeps its memory.</summary>
    public ProgramFolder Folder { get; } = new();

    /// <summary>A client of the program.</summary>
    public HttpClient Http => _program!.Http;

    /// <summary>Everything that it has printed and logged.</summary>
    public string Output => _program!.Process.Output;

    /// <summary>The order with which a mentor who was invited at the first start joins. It is printed a moment after the program listens.</summary>
    public async Task<string> JoinOrderAsync(string name) =>
        (await LineAsync(line => line.Trim().StartsWith($"{name}: JOIN ", StringComparison.Ordinal))).Split(':')[1].Trim();

    /// <summary>A line that it printed, or prints soon.</summary>
    protected Task<string> LineAsync(Func<string, bool> isIt) => _program!.Process.LineAsync(isIt);

    public async ValueTask InitializeAsync() => _program = await RunningProgram.StartAsync(Folder, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Logging:LogLevel:Default"] = "Trace",
    });

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _program?.Dispose();
        Folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Ends the program without a word and starts it again.</summary>
    public async Task RestartAsync()
    {
        _program!.Dispose();
        await InitializeAsync();
    }

    /// <summary>Texts as a script does.</summary>
    public Task<HttpResponseMessage> TextAsync(Person from, string body) => Http.PostAsJsonAsync("/try/sms", new { from = from.Mobile, body });

    /// <summary>What the phone shows once it shows so many replies.</summary>
    public async Task<IReadOnlyList<Shown>> ScreenAsync(Person of, int replies)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var screen = (await Http.GetFromJsonAsync<List<Shown>>($"/try/sms?number={Uri.EscapeDataString(of.Mobile)}", giveUp.Token))!;
            if (screen.Count(m => m.Direction == "out") >= replies)
                return screen;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, giveUp.Token);
        }
    }

    /// <summary>Moves the clock, and gives the answer.</summary>
    public Task<HttpResponseMessage> MoveClockAsync(string advance) => Http.PostAsJsonAsync("/try/clock", new { advance });

    /// <summary>What the clock shows.</summary>
    public async Task<DateTimeOffset> NowAsync() => (await Http.GetFromJsonAsync<Reading>("/try/clock"))!.Now;

    /// <summary>A message on the screen, as scripts see it.</summary>
    public sealed record Shown(string Id, string Direction, string Body, DateTimeOffset At, int Segments);

    private sealed record Reading(DateTimeOffset Now);
}
