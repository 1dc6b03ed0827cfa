using MentorBot.BotFramework;
using MentorBot.Channels.Telegram;
using MentorBot.Mentoring;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MentorBot.Tests.Telegram;

/// <summary>Telegram is away for an hour, in every way that it can be, while people go on writing.</summary>
public sealed class OutageTests : IAsyncDisposable
{
    private const int People = 12;
    private const int MessagesEach = 5;

    private readonly ProgramFolder _folder = new();
    private readonly FakeClock _clock = new();
    private readonly HttpClient _http = TelegramChannel.CreateClient();
    private readonly Random _chance = new(20261124);
    private ServiceProvider? _services;

    [Fact]
    public async Task After_an_hour_without_Telegram_nothing_is_lost_nothing_comes_more_than_twice_and_no_chat_gets_more_than_one_a_second()
    {
        await using var telegram = await FakeTelegram.StartAsync(_clock);
        await StartAsync(telegram);
        var people = Enumerable.Range(0, People).Select(_ => Cast.Stranger()).ToList();
        telegram.AnswerTo = Fail;

        for (var minute = 0; minute < 60; minute++)
        {
            if (minute % (60 / MessagesEach) == 0) await WriteAsync(people, minute / (60 / MessagesEach));
            await RunAsync(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10));
        }
        telegram.AnswerTo = _ => null;
        await RunAsync(TimeSpan.FromMinutes(15), TimeSpan.FromSeconds(0.5));

        foreach (var person in people)
        {
            var read = (await telegram.TakenForAsync(person, MessagesEach)).Select(sent => sent.Text).ToList();
            // What is in doubt for more than ten minutes holds back nothing any more, so their order may be another.
            Assert.Equal(Enumerable.Range(0, MessagesEach).Select(Text), read.Distinct().Order(StringComparer.Ordinal));
            Assert.All(read.CountBy(text => text), text => Assert.InRange(text.Value, 1, 2));
        }
        Assert.True(telegram.SmallestGap >= TimeSpan.FromSeconds(1), $"Two messages to one person were {telegram.SmallestGap} apart.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
        _http.Dispose();
        _folder.Dispose();
    }

    // Now and then a message is taken and its answer lost; nothing else gets through.
    private FakeAnswer? Fail(string method) => _chance.Next(method == "sendMessage" ? 8 : 3) switch
    {
        0 => FakeAnswer.Page(502),
        1 => FakeAnswer.ResetBeforeTaking,
        2 => FakeAnswer.Page(503),
        3 => FakeTelegramAnswer.Error(500, "Internal Server Error: restart"),
        4 => FakeTelegramAnswer.Flood(3),
        5 => FakeAnswer.ResetAfterTaking,
        6 => FakeAnswer.CutShort,
        _ => FakeAnswer.TakeAndPage(504),
    };

    private async Task WriteAsync(List<Person> people, int number)
    {
        foreach (var person in people)
        {
            var chat = FakeTelegramUpdates.ChatOf(person).ToString();
            await Get<Inbox>().AcceptAsync(new("telegram", $"1:{chat}-{number}", chat, FakeTelegram.BotId, new(ActivityTypes.Message) { Text = Text(number) }));
        }
        await Get<Turns>().TakeDueAsync(CancellationToken.None);
    }

    private async Task RunAsync(TimeSpan time, TimeSpan step)
    {
        for (var end = _clock.GetUtcNow() + time; _clock.GetUtcNow() < end; _clock.Advance(step))
        {
            await Get<Deliveries>().StartDueAsync(CancellationToken.None);
            await Get<Deliveries>().WhenIdleAsync();
        }
    }

    private async Task StartAsync(FakeTelegram telegram)
    {
        var settings = new TelegramSettings { BotToken = FakeTelegram.Token, ApiBaseUrl = telegram.BaseUrl };
        Directory.CreateDirectory(_folder.In("data"));
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton<IBot, Parrot>()
            .AddSingleton(new StateTypes())
            .AddSingleton<IChannel>(provider => new TelegramChannel(settings, _http, _clock, provider.GetRequiredService<ILogger<TelegramChannel>>()))
            .AddMentoring(new DatabaseSettings(DatabaseProvider.Sqlite, $"Data Source={_folder.Database}"), KeyFile.ReadOrCreate(_folder.In("data", "keys")), TimeSpan.FromDays(30))
            .BuildServiceProvider();
        await Get<Preparation>().RunAsync(CancellationToken.None);
        await Get<Partitions>().RenewAsync(CancellationToken.None);
    }

    private T Get<T>()
        where T : notnull
        => _services!.GetRequiredService<T>();

    private static string Text(int number) => $"message {number}";

    private sealed class Parrot : IBot
    {
        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
            await turnContext.SendActivityAsync(turnContext.Activity.Text!, cancellationToken: cancellationToken);
    }
}
