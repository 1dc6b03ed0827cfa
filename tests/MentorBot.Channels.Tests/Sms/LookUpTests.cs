using MentorBot.BotFramework;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.Sms;

public sealed class LookUpTests : WithFakeTwilio
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task A_message_taken_without_our_knowing_is_found()
    {
        var message = Message("See you on Tuesday");
        Twilio.NextAnswers(FakeAnswer.ResetAfterTaking);
        Assert.Equal(DeliveryOutcome.Uncertain, (await SendAsync(message)).Outcome);

        Assert.Equal(Delivery.Accepted(Twilio.Taken[0].Sid), await LookUpAsync(message));
    }

    [Fact]
    public async Task A_message_never_taken_may_be_sent_again_once_the_list_can_be_trusted()
    {
        var message = Message("See you on Tuesday");

        var atOnce = await LookUpAsync(message);
        Clock.Advance(atOnce.RetryAfter!.Value);
        var later = await LookUpAsync(message);

        Assert.Equal(DeliveryOutcome.Uncertain, atOnce.Outcome);
        Assert.Equal(Delivery.NotTaken, later);
    }

    [Fact]
    public async Task A_second_try_has_its_own_time_to_show()
    {
        var message = Message("See you on Tuesday");
        Clock.Advance(Long);
        message = message with { LastTriedAt = Clock.GetUtcNow() };

        var atOnce = await LookUpAsync(message);
        Clock.Advance(atOnce.RetryAfter!.Value);

        Assert.Equal("look-up-too-soon", atOnce.Code);
        Assert.Equal(Delivery.NotTaken, await LookUpAsync(message));
    }

    [Fact]
    public async Task The_same_words_sent_before_are_another_message()
    {
        Twilio.Take(Cast.Amina.Mobile, "Hello");
        Clock.Advance(Long);
        var message = Message("Hello");
        Clock.Advance(Long);

        Assert.Equal(Delivery.NotTaken, await LookUpAsync(message));
    }

    [Fact]
    public async Task The_same_words_sent_at_the_same_time_are_another_message_if_they_are_known_to_be()
    {
        var message = Message("Hello");
        var known = Twilio.Take(Cast.Amina.Mobile, "Hello");
        Clock.Advance(Long);

        Assert.Equal(Delivery.Accepted(known.Sid), await LookUpAsync(message));
        Assert.Equal(Delivery.NotTaken, await LookUpAsync(message, known.Sid));
    }

    [Fact]
    public async Task Of_two_that_would_do_the_older_is_taken()
    {
        var message = Message("Hello");
        var older = Twilio.Take(Cast.Amina.Mobile, "Hello", at: Clock.GetUtcNow().AddSeconds(5));
        var newer = Twilio.Take(Cast.Amina.Mobile, "Hello", at: Clock.GetUtcNow().AddSeconds(20));

        Assert.Equal(Delivery.Accepted(older.Sid), await LookUpAsync(message));
        Assert.Equal(Delivery.Accepted(newer.Sid), await LookUpAsync(message, older.Sid));
    }

    [Theory]
    [InlineData("Hello!", "+447700900101")]
    [InlineData("Hello", "+447700900102")]
    public async Task Other_words_or_another_person_are_another_message(string body, string to)
    {
        var message = Message("Hello");
        Twilio.Take(to, body);
        Clock.Advance(Long);

        Assert.Equal(Delivery.NotTaken, await LookUpAsync(message));
    }

    [Fact]
    public async Task AClock_a_little_ahead_of_Twilios_does_not_hide_the_message()
    {
        var message = Message("Hello");
        var taken = Twilio.Take(Cast.Amina.Mobile, "Hello", at: Clock.GetUtcNow().AddSeconds(-30));

        Assert.Equal(Delivery.Accepted(taken.Sid), await LookUpAsync(message));
    }

    [Fact]
    public async Task What_a_trial_account_puts_before_the_words_does_not_hide_the_message()
    {
        var message = Message("Hello");
        var taken = Twilio.Take(Cast.Amina.Mobile, "Sent from your Twilio trial account - Hello");

        Assert.Equal(Delivery.Accepted(taken.Sid), await LookUpAsync(message));
    }

    [Fact]
    public async Task An_account_that_hides_the_words_leaves_it_uncertain()
    {
        var message = Message("Hello");
        Twilio.Take(Cast.Amina.Mobile, "");
        Clock.Advance(Long);

        Assert.Equal("words-hidden", (await LookUpAsync(message)).Code);
    }

    [Fact]
    public async Task Further_pages_are_read()
    {
        var message = Message("Hello");
        var taken = Twilio.Take(Cast.Amina.Mobile, "Hello");
        for (var i = 0; i < 7; i++)
            Twilio.Take(Cast.Amina.Mobile, $"Later {i}");
        Twilio.PageSize = 2;

        Assert.Equal(Delivery.Accepted(taken.Sid), await LookUpAsync(message));
    }

    [Fact]
    public async Task A_page_on_another_host_is_not_asked_for()
    {
        var message = Message("Hello");
        for (var i = 0; i < 3; i++)
            Twilio.Take(Cast.Amina.Mobile, $"Later {i}");
        (Twilio.PageSize, Twilio.NextPageHost) = (1, "http://127.0.0.1:1");
        Clock.Advance(Long);

        Assert.Equal("look-up-unfinished", (await LookUpAsync(message)).Code);
    }

    [Fact]
    public async Task Years_of_older_messages_are_not_read()
    {
        for (var i = 0; i < 50; i++)
            Twilio.Take(Cast.Amina.Mobile, $"Long ago {i}");
        Twilio.PageSize = 2;
        Clock.Advance(Long);
        var message = Message("Hello");
        Clock.Advance(Long);

        Assert.Equal(Delivery.NotTaken, await LookUpAsync(message));
    }

    [Fact]
    public async Task A_look_up_that_fails_leaves_it_uncertain()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        var refused = await Channel(s => s.AccountSid = "AC" + new string('0', 32))
            .LookUpAsync(Message("Hello"), new HashSet<string>(), TestContext.Current.CancellationToken);
        var cancelled = await Channel().LookUpAsync(Message("Hello"), new HashSet<string>(), stopped.Token);

        Assert.Equal((DeliveryOutcome.Uncertain, DeliveryOutcome.Uncertain), (refused.Outcome, cancelled.Outcome));
    }

    private OutgoingMessage Message(string text) => Carrier.Message(text, Clock.GetUtcNow());

    private Task<Delivery> LookUpAsync(OutgoingMessage message, params string[] known) =>
        Channel().LookUpAsync(message, known.ToHashSet(StringComparer.Ordinal), TestContext.Current.CancellationToken);
}
