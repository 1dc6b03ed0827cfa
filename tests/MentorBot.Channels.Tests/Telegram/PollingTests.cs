using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using MentorBot.Channels.Telegram;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.Telegram;

public sealed class PollingTests : WithFakeTelegram
{
    private readonly ConcurrentQueue<TelegramArrival> _accepted = new();
    private TelegramPolling? _polling;

    [Fact]
    public async Task Updates_are_confirmed_by_the_next_asking_and_come_once()
    {
        Telegram.Tell(FakeTelegramUpdates.Message(Cast.Joan, "one"));
        Telegram.Tell(FakeTelegramUpdates.Message(Cast.Joan, "two"));

        Assert.Equal(TelegramPolled.Answered, await AskAsync());
        Assert.Equal(2, Telegram.Unconfirmed);
        Telegram.Tell(FakeTelegramUpdates.Message(Cast.Joan, "three"));
        await AskAsync();

        Assert.Equal(["one", "two", "three"], _accepted.Select(a => a.Message!.Activity.Text));
        Assert.Equal(1, Telegram.Unconfirmed);
    }

    [Fact]
    public async Task It_asks_for_the_kinds_that_it_reads_by_name_and_waits_as_long_as_Telegram_does()
    {
        Telegram.Tell(FakeTelegramUpdates.Message(Cast.Joan, "one"));
        await AskAsync();

        Assert.Equal(
            """{"limit":100,"timeout":50,"allowed_updates":["message","edited_message","callback_query","my_chat_member"]}""",
            (await Telegram.CallsOfAsync("getUpdates", 1))[0].ToJsonString());
    }

    [Fact]
    public async Task One_that_did_not_fetch_for_a_while_confirms_nothing_of_former_days()
    {
        Telegram.Tell(FakeTelegramUpdates.Message(Cast.Joan, "one"));
        await AskAsync();
        _polling!.Forget();

        await AskAsync();

        Assert.Equal(["one", "one"], _accepted.Select(a => a.Message!.Activity.Text));
        Assert.Null((await Telegram.CallsOfAsync("getUpdates", 2))[1]["offset"]);
    }

    [Fact]
    public async Task Nothing_is_confirmed_when_one_of_several_could_not_be_stored()
    {
        Telegram.Tell(FakeTelegramUpdates.Message(Cast.Joan, "one"));
        Telegram.Tell(FakeTelegramUpdates.Message(Cast.Joan, "two"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync(a => a.Message!.Activity.Text == "two" ? throw new InvalidOperationException() : Task.CompletedTask));
        await AskAsync();

        Assert.Equal(["one", "two"], _accepted.Select(a => a.Message!.Activity.Text));
    }

    [Fact]
    public async Task Nothing_is_stored_in_a_chat_before_what_came_earlier_in_it()
    {
        Telegram.Tell(FakeTelegramUpdates.Message(Cast.Joan, "one"));
        Telegram.Tell(FakeTelegramUpdates.Message(Cast.Joan, "two"));
        Telegram.Tell(FakeTelegramUpdates.Message(Cast.Amina, "hello"));
        var stored = new ConcurrentQueue<string>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync(arrival =>
        {
            var text = arrival.Message!.Activity.Text!;
            if (text == "one")
                throw new InvalidOperationException();
            stored.Enqueue(text);
            return Task.CompletedTask;
        }));

        Assert.Equal(["hello"], stored);
    }

    [Fact]
    public async Task An_update_that_cannot_be_read_is_handed_on_as_such_and_blocks_nothing()
    {
        Telegram.Tell(new JsonObject { ["message"] = "poison" });
        Telegram.Tell(FakeTelegramUpdates.Message(Cast.Joan, "hello"));
        await AskAsync();
        Telegram.Tell(FakeTelegramUpdates.Message(Cast.Joan, "again"));
        await AskAsync();

        Assert.Equal(["message", null, null], _accepted.Select(a => a.Unreadable));
        Assert.Equal(1, Telegram.Unconfirmed);
    }

    [Fact]
    public async Task After_a_quiet_week_lower_numbers_are_new_too()
    {
        Telegram.CountUpdatesFrom(900_000_000);
        Telegram.Tell(FakeTelegramUpdates.Message(Cast.Joan, "one"));
        await AskAsync();
        Telegram.NextAnswers("getUpdates", FakeTelegramAnswer.NoUpdates);
        await AskAsync();
        Telegram.CountUpdatesFrom(5);
        Telegram.Tell(FakeTelegramUpdates.Message(Cast.Joan, "two"));

        await AskAsync();

        Assert.Equal("two", _accepted.Last().Message!.Activity.Text);
        Assert.Equal([null, 900_000_001, null], (await Telegram.CallsOfAsync("getUpdates", 3)).Select(call => (long?)call["offset"]));
    }

    [Fact]
    public async Task A_webhook_of_former_days_is_taken_away_once_and_what_waits_is_kept()
    {
        Telegram.Tell(FakeTelegramUpdates.Message(Cast.Joan, "one"));
        await AskAsync();
        Telegram.Tell(FakeTelegramUpdates.Message(Cast.Joan, "two"));
        await AskAsync();

        Assert.Equal("{}", Assert.Single(Telegram.Calls, c => c.Method == "deleteWebhook").Call.ToJsonString());
    }

    // What goes wrong, and how long it waits.
    [Theory]
    [InlineData("conflict", 5)]
    [InlineData("flood", 7.5)]
    [InlineData("page", 1)]
    [InlineData("reset", 1)]
    [InlineData("mumble", 1)]
    public async Task What_passes_by_itself_is_waited_for(string what, double seconds)
    {
        await AskOnceAsync();
        var before = Clock.GetUtcNow();
        Telegram.NextAnswers("getUpdates", what switch
        {
            "conflict" => FakeTelegramAnswer.Error(409, "Conflict: terminated by other getUpdates request"),
            "flood" => FakeTelegramAnswer.Flood(7),
            "page" => FakeAnswer.Page(502),
            "reset" => FakeAnswer.ResetBeforeTaking,
            _ => FakeAnswer.TakeAndMumble,
        });

        Assert.Equal(TelegramPolled.Failed, await AskAsync());
        Assert.Equal(TimeSpan.FromSeconds(seconds), Clock.GetUtcNow() - before);
    }

    [Fact]
    public async Task The_waits_between_failures_grow_to_half_a_minute()
    {
        await AskOnceAsync();
        Telegram.AnswerTo = _ => FakeAnswer.Page(502);
        var waits = new List<double>();
        for (var i = 0; i < 7; i++)
        {
            var before = Clock.GetUtcNow();
            var asking = AskAsync();
            if (i >= 5)
                await PassAsync(asking);
            await asking;
            waits.Add((Clock.GetUtcNow() - before).TotalSeconds);
        }

        Assert.Equal([1, 2, 4, 8, 16, 30, 30], waits);
    }

    [Fact]
    public async Task A_refused_token_is_told_clearly_and_tried_again_seldom()
    {
        await AskOnceAsync();
        Telegram.NextAnswers("getUpdates", FakeTelegramAnswer.Error(401, "Unauthorized"));

        var asking = AskAsync();
        await PassAsync(asking, TimeSpan.FromMinutes(5));

        Assert.Equal(TelegramPolled.TokenRefused, await asking);
        Assert.Contains("MentorBot:Telegram:BotToken", Log.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_is_answered_and_a_late_one_is_no_error()
    {
        Telegram.NextAnswers("answerCallbackQuery", FakeTelegramAnswer.Error(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"));

        await Polling.AnswerPressAsync("p1", TestContext.Current.CancellationToken);

        Assert.Equal("""{"callback_query_id":"p1"}""", (await Telegram.CallsOfAsync("answerCallbackQuery", 1))[0].ToJsonString());
    }

    private TelegramPolling Polling => _polling ??= new(Bot.Settings(Telegram.BaseUrl), Bot.Reader, Http, Clock, Log.CreateLogger<TelegramPolling>());

    private Task<TelegramPolled> AskAsync(Func<TelegramArrival, Task>? acceptAsync = null) => Polling.AskAsync(
        async arrival =>
        {
            await (acceptAsync?.Invoke(arrival) ?? Task.CompletedTask);
            if (acceptAsync is null)
                _accepted.Enqueue(arrival);
        },
        TestContext.Current.CancellationToken);

    private async Task AskOnceAsync()
    {
        Telegram.Tell(FakeTelegramUpdates.Message(Cast.Joan, "first"));
        await AskAsync();
    }

    // Lets a wait that is longer than the clock skips by itself pass.
    private async Task PassAsync(Task waiting, TimeSpan? time = null)
    {
        var end = Clock.GetUtcNow() + (time ?? TimeSpan.FromSeconds(30));
        while (!waiting.IsCompleted)
        {
            if (Clock.NextDue == end)
                Clock.AdvanceTo(end);
            await Task.Yield();
        }
    }
}
