using MentorBot.BotFramework;
using MentorBot.Testing;
using Microsoft.Extensions.Logging;

namespace MentorBot.Channels.Tests.Telegram;

public sealed class SendingTests : WithFakeTelegram
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_message_that_is_taken_is_known_by_its_number()
    {
        Assert.Equal(Delivery.Accepted("1"), await SendAsync(Bot.Message("my secret")));
        Assert.Equal((FakeTelegramUpdates.ChatOf(Cast.Joan), "my secret"), (Telegram.Taken[0].Chat, Telegram.Taken[0].Text));
    }

    [Fact]
    public async Task That_somebody_types_is_shown_in_her_chat_and_in_none_that_is_no_chat()
    {
        await Channel.ShowTypingAsync($"{FakeTelegramUpdates.ChatOf(Cast.Joan)}", TestContext.Current.CancellationToken);
        await Channel.ShowTypingAsync("no chat", TestContext.Current.CancellationToken);

        var call = Assert.Single(Telegram.Calls);
        Assert.Equal("sendChatAction", call.Method);
    }

    // What Telegram says, and what it means.
    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user", DeliveryOutcome.AddressUnusable, "blocked")]
    [InlineData(403, "Forbidden: user is deactivated", DeliveryOutcome.AddressUnusable, "deactivated")]
    [InlineData(403, "Forbidden: bot can't initiate conversation with a user", DeliveryOutcome.AddressUnusable, "never-wrote")]
    [InlineData(403, "Forbidden: something new", DeliveryOutcome.AddressUnusable, "http-403")]
    [InlineData(400, "Bad Request: chat not found", DeliveryOutcome.AddressUnusable, "chat-not-found")]
    [InlineData(400, "Bad Request: message is too long", DeliveryOutcome.Rejected, "http-400")]
    [InlineData(401, "Unauthorized", DeliveryOutcome.StopSender, "http-401")]
    [InlineData(404, "Not Found", DeliveryOutcome.StopSender, "http-404")]
    [InlineData(500, "Internal Server Error: restart", DeliveryOutcome.TryLater, "http-500")]
    [InlineData(502, "Bad Gateway", DeliveryOutcome.TryLater, "http-502")]
    [InlineData(504, "Gateway Timeout", DeliveryOutcome.TryLater, "http-504")]
    public async Task An_error_of_Telegrams_own_means_what_its_words_say(int code, string description, DeliveryOutcome outcome, string ourCode)
    {
        Telegram.NextAnswers("sendMessage", FakeTelegramAnswer.Error(code, description));

        Assert.Equal(Delivery.Refused(outcome, ourCode), await SendAsync(Bot.Message("my secret")));
        Assert.Single(Telegram.Calls);
    }

    [Fact]
    public async Task A_chat_that_has_moved_tells_where_to_and_shows_it_to_nobody()
    {
        Telegram.NextAnswers("sendMessage", FakeTelegramAnswer.Error(400, "Bad Request: group chat was upgraded to a supergroup chat", migrateTo: -1001234567890));

        var delivery = await SendAsync(Bot.Message("my secret"));

        Assert.Equal(Delivery.Moved("-1001234567890"), delivery);
        Assert.DoesNotContain("1234567890", delivery + Log.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, DeliveryOutcome.Rejected)]
    [InlineData(403, DeliveryOutcome.StopSender)]
    [InlineData(408, DeliveryOutcome.Uncertain)]
    [InlineData(429, DeliveryOutcome.TryLater)]
    [InlineData(500, DeliveryOutcome.TryLater)]
    [InlineData(502, DeliveryOutcome.TryLater)]
    [InlineData(503, DeliveryOutcome.TryLater)]
    [InlineData(504, DeliveryOutcome.Uncertain)]
    public async Task A_gateways_page_is_judged_by_its_status_and_says_nothing_of_the_person(int status, DeliveryOutcome outcome)
    {
        Telegram.NextAnswers("sendMessage", FakeAnswer.Page(status));

        var delivery = await SendAsync(Bot.Message("my secret"));

        Assert.Equal((outcome, $"http-{status}"), (delivery.Outcome, delivery.Code));
    }

    public static TheoryData<string> LostAnswers => ["ResetBeforeTaking", "ResetAfterTaking", "CutShort", "TakeAndMumble", "TakeAndPage"];

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_lost_answer_is_uncertain_and_not_sent_again_at_once(string how)
    {
        Telegram.NextAnswers("sendMessage", how switch
        {
            "ResetBeforeTaking" => FakeAnswer.ResetBeforeTaking,
            "ResetAfterTaking" => FakeAnswer.ResetAfterTaking,
            "CutShort" => FakeAnswer.CutShort,
            "TakeAndMumble" => FakeAnswer.TakeAndMumble,
            _ => FakeAnswer.TakeAndPage(504),
        });

        var delivery = await SendAsync(Bot.Message("my secret"));

        Assert.Equal((DeliveryOutcome.Uncertain, true), (delivery.Outcome, delivery.RetryAfter > TimeSpan.Zero));
        Assert.Single(Telegram.Calls);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_uncertain()
    {
        Telegram.NextAnswers("sendMessage", FakeAnswer.TakeAndWaitFor(new TaskCompletionSource().Task));

        var sending = SendAsync(Bot.Message("my secret"));
        await Telegram.CallsOfAsync("sendMessage", 1);
        Clock.Advance(Second * 31);

        Assert.Equal("timeout", (await sending).Code);
    }

    [Fact]
    public async Task A_send_cancelled_on_its_way_is_uncertain_and_one_cancelled_before_is_not()
    {
        using var stop = new CancellationTokenSource();
        Telegram.NextAnswers("sendMessage", FakeAnswer.TakeAndWaitFor(new TaskCompletionSource().Task));

        var sending = Channel.SendAsync(Bot.Message("hi"), stop.Token);
        await Telegram.CallsOfAsync("sendMessage", 1);
        await stop.CancelAsync();

        Assert.Equal(DeliveryOutcome.Uncertain, (await sending).Outcome);
        Assert.Equal(DeliveryOutcome.TryLater, (await Channel.SendAsync(Bot.Message("hi"), stop.Token)).Outcome);
    }

    [Fact]
    public async Task Nobody_at_home_is_safe_to_try_later()
    {
        await Telegram.DisposeAsync();

        Assert.Equal(Delivery.TryLater("no-connection"), await SendAsync(Bot.Message("my secret")));
    }

    [Fact]
    public async Task A_flood_in_one_chat_waits_as_told_and_a_little_longer()
    {
        Telegram.NextAnswers("sendMessage", FakeTelegramAnswer.Flood(3), FakeTelegramAnswer.Flood(3));

        Assert.Equal(Delivery.TryLater("http-429", Second * 3.5), await SendAsync(Bot.Message("my secret")));
        Assert.Equal(Delivery.TryLater("http-429", Second * 3.5), await SendAsync(Bot.Message("my secret")));
    }

    [Fact]
    public async Task A_flood_in_a_second_chat_while_the_first_still_waits_holds_the_whole_bot()
    {
        Telegram.NextAnswers("sendMessage", FakeTelegramAnswer.Flood(3), FakeTelegramAnswer.Flood(7));

        await SendAsync(Bot.Message("my secret"));

        Assert.Equal(Delivery.Refused(DeliveryOutcome.PauseSender, "http-429", Second * 7.5), await SendAsync(Bot.Message("hi", to: Cast.Amina)));
    }

    [Fact]
    public async Task A_flood_in_a_second_chat_long_after_the_first_is_its_own()
    {
        Telegram.NextAnswers("sendMessage", FakeTelegramAnswer.Flood(3), FakeTelegramAnswer.Flood(7));

        await SendAsync(Bot.Message("my secret"));
        Clock.Advance(Second * 4);

        Assert.Equal(DeliveryOutcome.TryLater, (await SendAsync(Bot.Message("hi", to: Cast.Amina))).Outcome);
    }

    [Fact]
    public async Task A_message_in_doubt_is_sent_again_once_when_Telegram_is_well()
    {
        Assert.Equal(Delivery.SendBlindly, await LookUpAsync(Bot.Message("hi")));
        Assert.Equal(["getMe"], Telegram.Calls.Select(c => c.Method));
    }

    [Fact]
    public async Task A_message_in_doubt_waits_while_Telegram_is_not_well()
    {
        Telegram.NextAnswers("getMe", FakeAnswer.Page(502), FakeAnswer.ResetBeforeTaking);

        Assert.Equal(DeliveryOutcome.Uncertain, (await LookUpAsync(Bot.Message("hi"))).Outcome);
        Assert.Equal(DeliveryOutcome.Uncertain, (await LookUpAsync(Bot.Message("hi"))).Outcome);
    }

    [Fact]
    public async Task A_message_in_doubt_waits_while_its_request_may_be_under_way()
    {
        var message = Bot.Message("hi", Clock.GetUtcNow());
        Clock.Advance(Second * 4);

        Assert.Equal(Delivery.Uncertain("look-up-too-soon", Second * 6), await LookUpAsync(message));
        Assert.Empty(Telegram.Calls);
    }

    [Fact]
    public async Task A_message_that_was_sent_again_and_is_in_doubt_again_is_given_up()
    {
        Assert.Equal(Delivery.Refused(DeliveryOutcome.Rejected, "fate-unknown"), await LookUpAsync(Bot.Message("hi") with { WasSentBlindly = true }));
    }

    [Fact]
    public async Task A_stopped_sender_is_told_to_the_operator_as_an_error()
    {
        Telegram.NextAnswers("sendMessage", FakeTelegramAnswer.Error(401, "Unauthorized"));

        await SendAsync(Bot.Message("my secret"));

        Assert.Equal(LogLevel.Error, Assert.Single(Log.Lines).Level);
    }

    [Theory]
    [InlineData("@somebody")]
    [InlineData("")]
    [InlineData("+447700900103")]
    public async Task What_is_no_chat_is_not_written_to(string address)
    {
        var delivery = await SendAsync(Bot.Message("hi") with { Address = address });

        Assert.Equal(address.StartsWith('+') ? DeliveryOutcome.Accepted : DeliveryOutcome.AddressUnusable, delivery.Outcome);
    }
}
