using System.Collections.Concurrent;
using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Library;
using MentorBot.Mentoring;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Dialogs.Tests.Transcripts;

/// <summary>The whole way of a message, from the inbox to the provider, with a database of its own and one mentee.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private static readonly KeyRing Keys = KeyRing.Create();
    private static readonly Content Content = Content.Read(Content.BesideTheProgram, Gsm7.Segments);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mentorbot-transcript-");
    private readonly FakeClock _clock = new();
    private readonly Mishaps _mishaps = new();
    private readonly RecordingChannel _channel;
    private readonly string _address;
    private readonly ServiceProvider _services;
    private int _heard;
    private long _lastEvent;

    private Stage(string channel, string? person)
    {
        _channel = new RecordingChannel(channel);
        var mentee = Cast.Everyone.Single(one => one.Name == (person ?? Cast.Amina.Name));
        _address = channel == BotFramework.Channels.Sms ? mentee.Mobile : $"chat of {mentee.Name}";
        _services = Services().BuildServiceProvider();
    }

    /// <summary>Every dialog that was begun on any stage.</summary>
    public static ConcurrentDictionary<Type, bool> Begun { get; } = new();

    public static async Task<Stage> SetAsync(string channel, string? person)
    {
        var stage = new Stage(channel, person);
        await stage.Get<Preparation>().RunAsync(TestContext.Current.CancellationToken);
        await stage.Get<Partitions>().RenewAsync(TestContext.Current.CancellationToken);
        return stage;
    }

    /// <summary>A message comes in, and is answered. <c>[photo]</c> is a picture without words.</summary>
    public async Task HearAsync(string text)
    {
        var activity = text == "[photo]"
            ? MessageFactory.Attachment(new Attachment { ContentType = "image/jpeg", ContentUrl = "https://provider.example/1" })
            : MessageFactory.Text(text);
        await Get<Inbox>().AcceptAsync(new IncomingMessage(_channel.Id, $"m{++_heard}", _address, Cast.OurNumber, activity));
        await WorkAsync();
    }

    public async Task WaitAsync(TimeSpan time)
    {
        _clock.Advance(time);
        await Get<Retention>().EraseAsync(TestContext.Current.CancellationToken);
        await WorkAsync();
    }

    public Task MeetAsync(string event_) => event_ switch
    {
        "something breaks" => Do(() => _mishaps.IsBroken = true),
        "it is mended" => Do(() => _mishaps.IsBroken = false),
        "an upgrade" => Do(() => _mishaps.IsUpgraded = true),
        "a mentor takes the floor" => GiveFloorAsync(Floor.Mentor),
        "the mentor gives it back" => GiveFloorAsync(Floor.Bot),
        _ => throw new FormatException($"Nobody knows how to do this: ~ {event_}"),
    };

    public IReadOnlyList<string> TakeSent() => _channel.TakeSent();

    /// <summary>What was recorded since this was last asked.</summary>
    public async Task<IReadOnlyList<(string Name, string? Subject)>> TakeRecordedAsync()
    {
        await using var db = await Get<IDbContextFactory<MentorBotDb>>().CreateDbContextAsync();
        var events = await db.Events.Where(one => one.Id > _lastEvent).OrderBy(one => one.Id).ToListAsync();
        if (events.Count > 0) _lastEvent = events[^1].Id;
        return events.ConvertAll(one => (one.Name, one.Subject));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private IServiceCollection Services()
    {
        var database = new DatabaseSettings(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(_folder.FullName, "mentorbot.db")};Pooling=False");
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(_clock)
            .AddMentoring(database, Keys, TimeSpan.FromDays(30))
            .AddDialogs(Content)
            .AddSingleton<IMiddleware>(_mishaps)
            .AddSingleton<IChannel>(_channel);
        foreach (var dialog in services.Where(service => service.ServiceType == typeof(Dialog)).ToList())
        {
            services.Remove(dialog);
            services.AddSingleton<Dialog>(provider =>
                new WatchedDialog((Dialog)ActivatorUtilities.CreateInstance(provider, dialog.ImplementationType!), Begun));
        }
        return services;
    }

    private async Task WorkAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        while (await Get<Turns>().TakeDueAsync(cancellation) > 0)
        {
            // A provider's pace lets one message a moment go.
            do _clock.Advance(TimeSpan.FromMilliseconds(100));
            while (await DeliverAsync() > 0);
        }
    }

    private async Task<int> DeliverAsync()
    {
        var started = await Get<Deliveries>().StartDueAsync(TestContext.Current.CancellationToken);
        await Get<Deliveries>().WhenIdleAsync();
        return started;
    }

    private async Task GiveFloorAsync(Floor floor)
    {
        await using var db = await Get<IDbContextFactory<MentorBotDb>>().CreateDbContextAsync();
        var conversation = await db.Conversations.SingleAsync();
        (conversation.Floor, conversation.Version) = (floor, conversation.Version + 1);
        await db.SaveChangesAsync();
    }

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private T Get<T>() where T : notnull => _services.GetRequiredService<T>();
}
