using System.Collections.Concurrent;
using MentorBot.BotFramework;
using MentorBot.Benchmarks.Texting;
using MentorBot.Mentoring;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Benchmarks.Bookings;

/// <summary>The path of a message from the inbox to the carrier, on a SQLite file of its own, with a bot that books.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorbot-").FullName;
    private readonly ServiceProvider _services;
    private int _ids;

    private Office() => _services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
        .AddSingleton<IBot>(Bot).AddSingleton<IChannel>(Carrier).AddSingleton(new StateTypes())
        .AddMentoring(new DatabaseSettings(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(_folder, "mentorbot.db")}"), KeyRing.Create(), TimeSpan.FromDays(1)).BuildServiceProvider();

    public BookingBot Bot { get; } = new();

    public TakingCarrier Carrier { get; } = new();

    public IDbContextFactory<MentorBotDb> Contexts => _services.GetRequiredService<IDbContextFactory<MentorBotDb>>();

    public static async Task<Office> OpenAsync()
    {
        var office = new Office();
        await office._services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
        await office._services.GetRequiredService<Partitions>().RenewAsync(CancellationToken.None);
        return office;
    }

    public Task<Acceptance> ReceiveAsync(string from, string text) => _services.GetRequiredService<Inbox>().AcceptAsync(new IncomingMessage(
        BotFramework.Channels.Sms, $"SM{Interlocked.Increment(ref _ids):x32}", from, DramaNumbers.Ours(0), MessageFactory.Text(text)));

    public async Task TakeTurnsAsync()
    {
        while (await _services.GetRequiredService<Turns>().TakeDueAsync(CancellationToken.None) > 0)
        {
            // There may be more.
        }
    }

    public async Task RunAsync()
    {
        var deliveries = _services.GetRequiredService<Deliveries>();
        await TakeTurnsAsync();
        while (await deliveries.StartDueAsync(CancellationToken.None) > 0) await deliveries.WhenIdleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Takes whatever it is given, and remembers what it gave to each person last.</summary>
    internal sealed class TakingCarrier : IChannel
    {
        private readonly ConcurrentDictionary<string, string> _last = new(StringComparer.Ordinal);
        private int _sids;

        public string Id => BotFramework.Channels.Sms;

        public int MessagesPerSecond => 1_000_000;

        public int People => _last.Count;

        public List<string> WhoseLastBeginsWith(string words) => [.. _last.Where(one => one.Value.StartsWith(words, StringComparison.Ordinal)).Select(one => one.Key)];

        public IReadOnlyList<Activity> Render(Activity reply) => [reply];

        public Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
        {
            _last[message.Address] = message.Activity.Text ?? "";
            return Task.FromResult(Delivery.Accepted($"SM{Interlocked.Increment(ref _sids)}"));
        }

        public Task<Delivery> LookUpAsync(OutgoingMessage message, IReadOnlySet<string> knownProviderIds, CancellationToken cancellationToken) => Task.FromResult(Delivery.NotTaken);
    }
}
