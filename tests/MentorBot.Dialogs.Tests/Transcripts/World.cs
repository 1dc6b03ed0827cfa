using System.Collections.Concurrent;
using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Bookings;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Tests.Transcripts;
using MentorBot.Mentoring;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Events;
using MentorBot.Mentoring.Groups;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using MentorBot.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(World))]

namespace MentorBot.Dialogs.Tests.Transcripts;

/// <summary>The whole way of a message, from the inbox to the provider, over one database. Transcripts are performed in it one after the other.</summary>
public sealed class World : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mentorbot-transcripts-");
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly Dictionary<string, Script> _performed = new(StringComparer.Ordinal);
    private readonly ServiceProvider _services;

    public World() => _services = Services().BuildServiceProvider();

    internal FakeClock Clock { get; } = new();

    internal Mishaps Mishaps { get; } = new();

    internal RecordingChannel[] Channels { get; } = [new("sms"), new("webchat"), new("telegram"), new("console"), new("azurebot")];

    /// <summary>Every dialog that was begun.</summary>
    internal ConcurrentDictionary<Type, bool> Begun { get; } = new();

    internal static Content Content { get; } = Content.Read(Content.BesideTheProgram, Gsm7.Segments);

    public async ValueTask InitializeAsync()
    {
        await Get<Preparation>().RunAsync(CancellationToken.None);
        await Get<Partitions>().RenewAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _oneAtATime.Dispose();
        _folder.Delete(recursive: true);
    }

    internal T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    internal Task<MentorBotDb> OpenAsync() => Get<IDbContextFactory<MentorBotDb>>().CreateDbContextAsync();

    /// <summary>A transcript, performed once however many tests look at it.</summary>
    internal async Task<Script> PerformAsync(string name)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            if (_performed.TryGetValue(name, out var script)) return script;
            await EndAllAsync();
            return _performed[name] = await Script.PerformAsync(name, this);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Lets nothing that was left open reach into the next transcript: what is open takes tags, and becomes due.</summary>
    private async Task EndAllAsync()
    {
        await using var db = await OpenAsync();
        await db.Handoffs.Where(handoff => handoff.State < HandoffState.Ended)
            .ExecuteUpdateAsync(handoff => handoff.SetProperty(one => one.State, HandoffState.Ended).SetProperty(one => one.DueAt, (DateTimeOffset?)null));
        await db.Concerns.Where(concern => concern.State < ConcernState.Ended)
            .ExecuteUpdateAsync(concern => concern.SetProperty(one => one.State, ConcernState.Ended).SetProperty(one => one.DueAt, (DateTimeOffset?)null));
        await db.Bookings.ExecuteUpdateAsync(booking => booking.SetProperty(one => one.State, BookingState.Over).SetProperty(one => one.DueAt, (DateTimeOffset?)null));
        await db.GroupMeetings.ExecuteUpdateAsync(session => session.SetProperty(one => one.State, GroupState.Over).SetProperty(one => one.DueAt, (DateTimeOffset?)null));
        await db.Participants.ExecuteUpdateAsync(participant => participant.SetProperty(one => one.DueAt, (DateTimeOffset?)null));
    }

    internal async Task<IReadOnlyList<Script>> PerformAllAsync()
    {
        var scripts = new List<Script>();
        foreach (var name in Script.Names) scripts.Add(await PerformAsync(name));
        return scripts;
    }

    /// <summary>What was recorded of some mentees after an event.</summary>
    internal async Task<IReadOnlyList<RecordedEvent>> EventsAsync(IReadOnlyList<long> mentees, long after)
    {
        await using var db = await OpenAsync();
        return await db.Events.Where(one => mentees.Contains(one.MenteeId) && one.Id > after).OrderBy(one => one.Id).ToListAsync();
    }

    /// <summary>When the next handoff, concern, booking or group is due, if that is before an instant.</summary>
    internal async Task<DateTimeOffset?> NextDueAsync(DateTimeOffset before)
    {
        await using var db = await OpenAsync();
        var concern = await db.Concerns.Where(concern => concern.State < ConcernState.Ended && concern.DueAt <= before).MinAsync(concern => concern.DueAt);
        var handoff = await db.Handoffs.Where(handoff => handoff.State < HandoffState.Ended && handoff.DueAt <= before).MinAsync(handoff => handoff.DueAt);
        var booking = await db.Bookings.Where(booking => booking.DueAt <= before).MinAsync(booking => booking.DueAt);
        var participant = await db.Participants.Where(participant => participant.DueAt <= before).MinAsync(participant => participant.DueAt);
        var session = await db.GroupMeetings.Where(session => session.DueAt <= before).MinAsync(session => session.DueAt);
        return new[] { concern, handoff, booking, participant, session }.Min();
    }

    /// <summary>Takes all turns that are due, and sends what they say.</summary>
    internal async Task WorkAsync()
    {
        while (await Get<Turns>().TakeDueAsync(CancellationToken.None) > 0) await SendAsync();
    }

    /// <summary>Sends what was said.</summary>
    internal async Task SendAsync()
    {
        // A provider's pace lets one message a moment go.
        do Clock.Advance(TimeSpan.FromMilliseconds(100));
        while (await DeliverAsync() > 0);
    }

    private async Task<int> DeliverAsync()
    {
        var started = await Get<Deliveries>().StartDueAsync(CancellationToken.None);
        await Get<Deliveries>().WhenIdleAsync();
        return started;
    }

    private IServiceCollection Services()
    {
        var database = new DatabaseSettings(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(_folder.FullName, "mentorbot.db")}");
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddMentoring(database, KeyRing.Create(), TimeSpan.FromDays(30))
            .AddDialogs(Content, new VideoRooms(new Uri("https://meet.example/")))
            .AddSingleton<IMiddleware>(Mishaps);
        foreach (var channel in Channels) services.AddSingleton<IChannel>(channel);
        foreach (var dialog in services.Where(service => service.ServiceType == typeof(Dialog)).ToList()) Watch(services, dialog.ImplementationType!, dialog);
        return services;
    }

    private void Watch(IServiceCollection services, Type type, ServiceDescriptor dialog)
    {
        services.Remove(dialog);
        services.AddSingleton<Dialog>(provider => new WatchedDialog((Dialog)ActivatorUtilities.CreateInstance(provider, type), Begun));
    }
}
