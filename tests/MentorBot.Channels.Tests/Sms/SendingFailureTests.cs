using System.Net;
using System.Net.Sockets;
using MentorBot.BotFramework;
using MentorBot.Channels.Sms;
using MentorBot.Testing;
using Microsoft.Extensions.Logging;

namespace MentorBot.Channels.Tests.Sms;

public sealed class SendingFailureTests : WithFakeTwilio
{
    public static TheoryData<int> KnownCodes => [.. TwilioErrors.All.Select(e => e.Code)];

    public static TheoryData<string> LostAnswers => ["ResetAfterTaking", "CutShort", "TakeAndMumble", "TakeAndPage"];

    [Theory]
    [MemberData(nameof(KnownCodes))]
    public async Task Every_known_code_ends_as_the_table_says(int code)
    {
        var error = TwilioErrors.Find(code);
        Twilio.NextAnswers(Enumerable.Repeat(FakeAnswer.Refuse(400, code), 9));

        var delivery = await SendAsync(Carrier.Message("my secret"));

        Assert.Equal((error.Outcome, code.ToString()), (delivery.Outcome, delivery.Code));
        Assert.Equal(error.Outcome is DeliveryOutcome.TryLater or DeliveryOutcome.TryOnceLater or DeliveryOutcome.PauseSender, delivery.RetryAfter > TimeSpan.Zero);
        Assert.Equal(error.Outcome == DeliveryOutcome.TryLater ? 4 : 1, Twilio.Requests);
    }

    [Theory]
    [InlineData(21610, DeliveryOutcome.OptedOut)]
    [InlineData(21211, DeliveryOutcome.AddressUnusable)]
    [InlineData(21612, DeliveryOutcome.Rejected)]
    [InlineData(70051, DeliveryOutcome.Rejected)]
    public async Task The_newer_form_of_an_error_means_the_same(int code, DeliveryOutcome expected)
    {
        Twilio.NextAnswers(FakeAnswer.RefuseAsProblem(400, code));

        Assert.Equal(Delivery.Refused(expected, code.ToString()), await SendAsync(Carrier.Message("hi")));
    }

    [Theory]
    [InlineData(400, 12345, DeliveryOutcome.Rejected)]
    [InlineData(401, 20003, DeliveryOutcome.StopSender)]
    [InlineData(401, 12345, DeliveryOutcome.StopSender)]
    [InlineData(403, 30002, DeliveryOutcome.StopSender)]
    [InlineData(403, 21408, DeliveryOutcome.Rejected)]
    [InlineData(404, 20404, DeliveryOutcome.StopSender)]
    [InlineData(429, 63038, DeliveryOutcome.PauseSender)]
    [InlineData(500, 20500, DeliveryOutcome.Uncertain)]
    [InlineData(503, 20503, DeliveryOutcome.Uncertain)]
    public async Task Status_and_code_together_say_what_happened(int status, int code, DeliveryOutcome expected)
    {
        Twilio.NextAnswers(FakeAnswer.Refuse(status, code));

        Assert.Equal(expected, (await SendAsync(Carrier.Message("hi"))).Outcome);
        Assert.Equal(1, Twilio.Requests);
    }

    [Theory]
    [InlineData(400, DeliveryOutcome.Rejected)]
    [InlineData(403, DeliveryOutcome.StopSender)]
    [InlineData(404, DeliveryOutcome.StopSender)]
    [InlineData(408, DeliveryOutcome.Uncertain)]
    [InlineData(500, DeliveryOutcome.Uncertain)]
    [InlineData(502, DeliveryOutcome.Uncertain)]
    [InlineData(504, DeliveryOutcome.Uncertain)]
    public async Task A_page_for_people_is_judged_by_its_status_alone(int status, DeliveryOutcome expected)
    {
        Twilio.NextAnswers(FakeAnswer.Page(status));

        var delivery = await SendAsync(Carrier.Message("hi"));

        Assert.Equal((expected, $"http-{status}"), (delivery.Outcome, delivery.Code));
    }

    [Fact]
    public async Task Too_many_requests_is_tried_again_after_a_short_pause()
    {
        Twilio.NextAnswers(FakeAnswer.Refuse(429, 20429), FakeAnswer.Refuse(429, 20429));

        var delivery = await SendAsync(Carrier.Message("hi"));

        Assert.Equal(DeliveryOutcome.Accepted, delivery.Outcome);
        Assert.Single(Twilio.Taken);
        Assert.Equal(3, Twilio.Requests);
    }

    [Fact]
    public async Task A_long_wait_that_Twilio_asks_for_is_left_to_the_caller()
    {
        Twilio.NextAnswers(FakeAnswer.Refuse(429, 20429, retryAfter: 60));

        Assert.Equal(Delivery.TryLater("20429", TimeSpan.FromSeconds(60)), await SendAsync(Carrier.Message("hi")));
        Assert.Equal(1, Twilio.Requests);
    }

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_lost_answer_is_uncertain_and_never_sent_again(string how)
    {
        Twilio.NextAnswers(how switch
        {
            "ResetAfterTaking" => FakeAnswer.ResetAfterTaking,
            "CutShort" => FakeAnswer.CutShort,
            "TakeAndMumble" => FakeAnswer.TakeAndMumble,
            _ => FakeAnswer.TakeAndPage(502),
        });

        var delivery = await SendAsync(Carrier.Message("my secret"));

        Assert.Equal(DeliveryOutcome.Uncertain, delivery.Outcome);
        Assert.True(delivery.RetryAfter > TimeSpan.Zero);
        Assert.Single(Twilio.Taken);
        Assert.Equal(1, Twilio.Requests);
    }

    [Fact]
    public async Task A_connection_lost_before_the_message_was_taken_is_uncertain_too_for_we_cannot_know()
    {
        Twilio.NextAnswers(FakeAnswer.ResetBeforeTaking);

        Assert.Equal("connection-lost", (await SendAsync(Carrier.Message("hi"))).Code);
        Assert.Equal(1, Twilio.Requests);
    }

    [Fact]
    public async Task A_connection_kept_from_before_and_then_lost_does_not_send_twice()
    {
        await SendAsync(Carrier.Message("one"));
        Twilio.NextAnswers(FakeAnswer.ResetAfterTaking);

        Assert.Equal(DeliveryOutcome.Uncertain, (await SendAsync(Carrier.Message("two"))).Outcome);
        Assert.Equal(["one", "two"], Twilio.Taken.Select(t => t.Body));
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_uncertain()
    {
        var never = new TaskCompletionSource();
        Twilio.NextAnswers(FakeAnswer.TakeAndWaitFor(never.Task));

        var sending = SendAsync(Carrier.Message("hi"));
        await Twilio.ArrivalAsync();
        Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("timeout", (await sending).Code);
    }

    [Fact]
    public async Task A_send_cancelled_on_its_way_is_uncertain_and_one_cancelled_before_is_not()
    {
        using var stop = new CancellationTokenSource();
        Twilio.NextAnswers(FakeAnswer.TakeAndWaitFor(new TaskCompletionSource().Task));

        var sending = Channel().SendAsync(Carrier.Message("hi"), stop.Token);
        await Twilio.ArrivalAsync();
        await stop.CancelAsync();

        Assert.Equal((DeliveryOutcome.Uncertain, "cancelled"), ((await sending).Outcome, (await sending).Code));
        Assert.Equal(DeliveryOutcome.TryLater, (await Channel().SendAsync(Carrier.Message("hi"), stop.Token)).Outcome);
    }

    [Fact]
    public async Task Nobody_at_home_is_safe_to_try_later()
    {
        var delivery = await SendAsync(Carrier.Message("hi"), s => s.ApiBaseUrl = $"http://127.0.0.1:{FreePort()}");

        Assert.Equal((DeliveryOutcome.TryLater, "no-connection"), (delivery.Outcome, delivery.Code));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_our_credentials()
    {
        Twilio.NextAnswers(FakeAnswer.Redirect("http://elsewhere.example/"));

        Assert.Equal(Delivery.Refused(DeliveryOutcome.StopSender, "http-302"), await SendAsync(Carrier.Message("hi")));
    }

    [Fact]
    public async Task A_stopped_sender_is_told_to_the_operator_as_an_error()
    {
        Twilio.NextAnswers(FakeAnswer.Refuse(401, 20003));
        var message = Carrier.Message("my secret");

        await SendAsync(message);

        var line = Assert.Single(Log.Lines);
        Assert.Equal(LogLevel.Error, line.Level);
        Assert.Contains(message.Id.ToString(), line.Message, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
