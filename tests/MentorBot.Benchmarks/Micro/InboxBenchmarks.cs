using BenchmarkDotNet.Attributes;
using MentorBot.BotFramework;
using MentorBot.Benchmarks.Texting;
using MentorBot.Mentoring;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Benchmarks.Micro;

/// <summary>Texts that arrive together and are stored on a real disk: the time is that of all of them.</summary>
[MemoryDiagnoser]
public class InboxBenchmarks
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorbot-").FullName;
    private ServiceProvider? _services;
    private Inbox? _inbox;
    private int _ids;

    [Params(1, 64)]
    public int Texts { get; set; }

    [GlobalSetup]
    public async Task PrepareAsync()
    {
        var database = new DatabaseSettings(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(_folder, "mentorbot.db")}");
        _services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddMentoring(database, KeyRing.Create(), TimeSpan.FromDays(1)).BuildServiceProvider();
        await _services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
        _inbox = _services.GetRequiredService<Inbox>();
    }

    [Benchmark]
    public Task<Acceptance[]> AcceptAsync() => Task.WhenAll(Enumerable.Range(0, Texts).Select(i => _inbox!.AcceptAsync(Message(i))));

    [GlobalCleanup]
    public async Task DeleteAsync()
    {
        await _services!.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private IncomingMessage Message(int mentee) => new(
        BotFramework.Channels.Sms, $"SM{Interlocked.Increment(ref _ids):x32}", DramaNumbers.Mentee(mentee), DramaNumbers.Ours(0), MessageFactory.Text("MORE"));
}
