using MentorBot.BotFramework;
using MentorBot.Commands;
using MentorBot.Dialogs;
using MentorBot.Dialogs.Bookings;
using MentorBot.Mentoring;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Events;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using MentorBot.Try;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Chat;

/// <summary>The whole way of a message inside one process, over a database of its own that is gone when the room is left.</summary>
internal sealed class ChatRoom : IAsyncDisposable
{
    private const string Visitor = "terminal";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mentorbot-chat-");
    private readonly ChatCarrier _carrier;
    private readonly MovableClock _clock;
    private readonly ServiceProvider _services;
    private long _lastEvent;

    private ChatRoom(string channel)
    {
        _carrier = new ChatCarrier(channel);
        _clock = new MovableClock(Path.Combine(_folder.FullName, "clock"));
        _services = Services().BuildServiceProvider();
    }

    /// <summary>Opens a room in which nobody has spoken yet.</summary>
    /// <param name="channel">How the mentee is supposed to write, such as <c>sms</c>.</param>
    /// <exception cref="ContentException">Something in the words or courses is wrong.</exception>
    public static async Task<ChatRoom> OpenAsync(string channel)
    {
        var room = new ChatRoom(channel);
        await room.Get<Preparation>().RunAsync(CancellationToken.None);
        await room.Get<Partitions>().RenewAsync(CancellationToken.None);
        return room;
    }

    /// <summary>Lets the mentee say something, and waits until all is done that follows from it.</summary>
    public async Task HearAsync(Activity activity)
    {
        await Get<Inbox>().AcceptAsync(new IncomingMessage(_carrier.Id, Guid.NewGuid().ToString("N"), Visitor, TryNumbers.Ours, activity));
        await WorkAsync();
    }

    /// <summary>Moves the clock on, and waits until all is done that was due meanwhile.</summary>
    /// <returns>False if it has been moved as far as it goes.</returns>
    public async Task<bool> TryAdvanceAsync(TimeSpan by)
    {
        if (!_clock.TryAdvance(by)) return false;
        await Get<Retention>().EraseAsync(CancellationToken.None);
        await Get<ConcernClock>().StrikeAsync(CancellationToken.None);
        await Get<HandoffClock>().StrikeAsync(CancellationToken.None);
        await WorkAsync();
        return true;
    }

    /// <summary>What was sent since this was last asked.</summary>
    public IReadOnlyList<Activity> TakeSent() => _carrier.Take();

    /// <summary>What was recorded since this was last asked.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> TakeRecordedAsync()
    {
        await using var db = await Get<IDbContextFactory<MentorBotDb>>().CreateDbContextAsync();
        var events = await db.Events.AsNoTracking().Where(e => e.Id > _lastEvent).OrderBy(e => e.Id).ToListAsync();
        if (events.Count > 0) _lastEvent = events[^1].Id;
        return events;
    }

    /// <summary>Leaves no trace.</summary>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task WorkAsync()
    {
        while (await Get<Turns>().TakeDueAsync(CancellationToken.None) + await DeliverAsync() > 0)
        {
            // One turn may make the next one due.
        }
    }

    private async Task<int> DeliverAsync()
    {
        var started = await Get<Deliveries>().StartDueAsync(CancellationToken.None);
        await Get<Deliveries>().WhenIdleAsync();
        return started;
    }

    private T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    private IServiceCollection Services()
    {
        var database = new DatabaseSettings(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(_folder.FullName, "chat.db")}");
        return new ServiceCollection()
            .AddLogging(Log)
            .AddSingleton<TimeProvider>(_clock)
            .AddMentoring(database, KeyRing.Create(), TimeSpan.FromDays(Retention.MostDays))
            .AddDialogs(Start.ReadContent(), new VideoRooms(address: null))
            .AddSingleton<IChannel>(_carrier);
    }

    // Apart from the talk, so that a talk can be piped on; and without what migrations say of a database that is gone afterwards.
    private static void Log(ILoggingBuilder logging) => logging
        .SetMinimumLevel(LogLevel.Warning)
        .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None)
        .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}
