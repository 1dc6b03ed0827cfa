using System.Net;
using System.Net.Sockets;
using System.Text;
using MentorBot.BotFramework;
using MentorBot.Channels.Sms;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.Sms;

public sealed class SendingTests : IAsyncLifetime
{
    private readonly FakeClock _clock = new() { SkipsWaitsUpTo = TimeSpan.FromSeconds(5) };
    private readonly LogCapture _log = new();
    private readonly HttpClient _http = TwilioChannel.CreateClient();
    private FakeTwilio _twilio = null!;

    public static TheoryData<int> KnownCodes => [.. TwilioErrors.All.Select(e => e.Code)];

    public async ValueTask InitializeAsync() => _twilio = await FakeTwilio.StartAsync(_clock);

    public async ValueTask DisposeAsync()
    {
        Assert.False(Cast.GivesAwayANumber(_log.AllText), _log.AllText);
        Assert.DoesNotContain("my secret", _log.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain(Carrier.Token, _log.AllText, StringComparison.Ordinal);
        _http.Dispose();
        await _twilio.DisposeAsync();
    }

    [Fact]
    public async Task A_message_is_posted_under_the_names_that_Twilio_reads()
    {
        var message = Carrier.Message("my secret: 1+1 = 2 & café 😀");

        var delivery = await SendAsync(message);

        var sent = Assert.Single(_twilio.Taken);
        Assert.Equal(Delivery.Accepted(sent.Sid), delivery);
        Assert.Equal((Cast.Amina.Mobile, Cast.OurNumber, "my secret: 1+1 = 2 & café 😀"), (sent.To, sent.From, sent.Body));
        Assert.Equal($"https://bot.example.org/channels/sms/status?message={message.Id}", sent.StatusCallback);
        Assert.Null(sent.MessagingServiceSid);
    }

    [Fact]
    public async Task A_reply_comes_from_the_number_that_was_texted()
    {
        await SendAsync(Carrier.Message("hi", ourAddress: "+447700900009"), s => s.MessagingServiceSid = "MG1");

        var sent = Assert.Single(_twilio.Taken);
        Assert.Equal(("+447700900009", "MG1"), (sent.From, sent.MessagingServiceSid));
    }

    [Fact]
    public async Task A_messaging_service_may_choose_the_number()
    {
        await SendAsync(Carrier.Message("hi"), s => (s.From, s.MessagingServiceSid) = (null, "MG1"));

        Assert.Null(Assert.Single(_twilio.Taken).From);
    }

    [Fact]
    public async Task Without_a_public_address_no_reports_are_asked_for()
    {
        await SendAsync(Carrier.Message("hi"), s => s.PublicUrl = null);

        Assert.Null(Assert.Single(_twilio.Taken).StatusCallback);
    }

    [Fact]
    public async Task Pictures_are_sent_by_their_addresses()
    {
        var message = Carrier.Message("hi");
        message.Activity.Attachments = [new() { ContentUrl = "https://bot.example.org/1.png" }, new() { ContentUrl = "https://bot.example.org/2.png" }];

        await SendAsync(message);

        Assert.Equal(["https://bot.example.org/1.png", "https://bot.example.org/2.png"], Assert.Single(_twilio.Taken).MediaUrls);
    }

    [Fact]
    public async Task The_token_opens_the_door_and_an_API_key_is_preferred()
    {
        await SendAsync(Carrier.Message("hi"));
        Assert.Equal(Basic(Carrier.Account, Carrier.Token), _twilio.LastAuthorization);

        await SendAsync(Carrier.Message("hi"), s => (s.ApiKeySid, s.ApiKeySecret) = ("SK1", "key secret"));
        Assert.Equal(Basic("SK1", "key secret"), _twilio.LastAuthorization);
    }

    [Theory]
    [MemberData(nameof(KnownCodes))]
    public async Task Every_known_code_ends_as_the_table_says(int code)
    {
        var error = TwilioErrors.Find(code);
        _twilio.NextAnswers(Enumerable.Repeat(FakeAnswer.Refuse(400, code), 9));

        var delivery = await SendAsync(Carrier.Message("my secret"));

        Assert.Equal((error.Outcome, code.ToString()), (delivery.Outcome, delivery.Code));
        Assert.Equal(error.Outcome is DeliveryOutcome.TryLater or DeliveryOutcome.TryOnceLater or DeliveryOutcome.PauseSender, delivery.RetryAfter > TimeSpan.Zero);
        Assert.Equal(error.Outcome == DeliveryOutcome.TryLater ? 4 : 1, _twilio.Requests);
    }

    [Theory]
    [InlineData(21610, DeliveryOutcome.OptedOut)]
    [InlineData(21211, DeliveryOutcome.AddressUnusable)]
    [InlineData(70051, DeliveryOutcome.Rejected)]
    public async Task The_newer_form_of_an_error_means_the_same(int code, DeliveryOutcome expected)
    {
        _twilio.NextAnswers(FakeAnswer.RefuseAsProblem(400, code));

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
        _twilio.NextAnswers(FakeAnswer.Refuse(status, code));

        Assert.Equal(expected, (await SendAsync(Carrier.Message("hi"))).Outcome);
        Assert.Equal(1, _twilio.Requests);
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
        _twilio.NextAnswers(FakeAnswer.Page(status));

        var delivery = await SendAsync(Carrier.Message("hi"));

        Assert.Equal((expected, $"http-{status}"), (delivery.Outcome, delivery.Code));
    }

    [Fact]
    public async Task Too_many_requests_is_tried_again_after_a_short_pause()
    {
        _twilio.NextAnswers(FakeAnswer.Refuse(429, 20429), FakeAnswer.Refuse(429, 20429));

        var delivery = await SendAsync(Carrier.Message("hi"));

        Assert.Equal(DeliveryOutcome.Accepted, delivery.Outcome);
        Assert.Single(_twilio.Taken);
        Assert.Equal(3, _twilio.Requests);
    }

    [Fact]
    public async Task A_long_wait_that_Twilio_asks_for_is_left_to_the_caller()
    {
        _twilio.NextAnswers(FakeAnswer.Refuse(429, 20429, retryAfter: 60));

        Assert.Equal(Delivery.TryLater("20429", TimeSpan.FromSeconds(60)), await SendAsync(Carrier.Message("hi")));
        Assert.Equal(1, _twilio.Requests);
    }

    public static TheoryData<string> LostAnswers => ["ResetAfterTaking", "CutShort", "TakeAndMumble", "TakeAndPage"];

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_lost_answer_is_uncertain_and_never_sent_again(string how)
    {
        _twilio.NextAnswers(how switch
        {
            "ResetAfterTaking" => FakeAnswer.ResetAfterTaking,
            "CutShort" => FakeAnswer.CutShort,
            "TakeAndMumble" => FakeAnswer.TakeAndMumble,
            _ => FakeAnswer.TakeAndPage(502),
        });

        var delivery = await SendAsync(Carrier.Message("my secret"));

        Assert.Equal(DeliveryOutcome.Uncertain, delivery.Outcome);
        Assert.False(delivery.MaySendAgain);
        Assert.True(delivery.RetryAfter > TimeSpan.Zero);
        Assert.Single(_twilio.Taken);
        Assert.Equal(1, _twilio.Requests);
    }

    [Fact]
    public async Task A_connection_lost_before_the_message_was_taken_is_uncertain_too_for_we_cannot_know()
    {
        _twilio.NextAnswers(FakeAnswer.ResetBeforeTaking);

        Assert.Equal("connection-lost", (await SendAsync(Carrier.Message("hi"))).Code);
        Assert.Equal(1, _twilio.Requests);
    }

    [Fact]
    public async Task A_connection_kept_from_before_and_then_lost_does_not_send_twice()
    {
        await SendAsync(Carrier.Message("one"));
        _twilio.NextAnswers(FakeAnswer.ResetAfterTaking);

        Assert.Equal(DeliveryOutcome.Uncertain, (await SendAsync(Carrier.Message("two"))).Outcome);
        Assert.Equal(["one", "two"], _twilio.Taken.Select(t => t.Body));
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_uncertain()
    {
        var never = new TaskCompletionSource();
        _twilio.NextAnswers(FakeAnswer.TakeAndWaitFor(never.Task));

        var sending = SendAsync(Carrier.Message("hi"));
        await _twilio.ArrivalAsync();
        _clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("timeout", (await sending).Code);
    }

    [Fact]
    public async Task A_send_cancelled_on_its_way_is_uncertain_and_one_cancelled_before_is_not()
    {
        using var stop = new CancellationTokenSource();
        _twilio.NextAnswers(FakeAnswer.TakeAndWaitFor(new TaskCompletionSource().Task));

        var sending = Channel().SendAsync(Carrier.Message("hi"), stop.Token);
        await _twilio.ArrivalAsync();
        await stop.CancelAsync();

        Assert.Equal((DeliveryOutcome.Uncertain, "cancelled"), ((await sending).Outcome, (await sending).Code));
        Assert.Equal(DeliveryOutcome.TryLater, (await Channel().SendAsync(Carrier.Message("hi"), stop.Token)).Outcome);
    }

    [Fact]
    public async Task Nobody_at_home_is_safe_to_try_later()
    {
        var delivery = await SendAsync(Carrier.Message("hi"), s => s.ApiBaseUrl = $"http://127.0.0.1:{FreePort()}");

        Assert.Equal((DeliveryOutcome.TryLater, "no-connection"), (delivery.Outcome, delivery.Code));
        Assert.True(delivery.MaySendAgain);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_our_credentials()
    {
        _twilio.NextAnswers(FakeAnswer.Redirect("http://elsewhere.example/"));

        Assert.Equal(Delivery.Refused(DeliveryOutcome.StopSender, "http-302"), await SendAsync(Carrier.Message("hi")));
    }

    [Fact]
    public async Task A_stopped_sender_is_told_to_the_operator_as_an_error()
    {
        _twilio.NextAnswers(FakeAnswer.Refuse(401, 20003));
        var message = Carrier.Message("my secret");

        await SendAsync(message);

        var line = Assert.Single(_log.Lines);
        Assert.Equal(Microsoft.Extensions.Logging.LogLevel.Error, line.Level);
        Assert.Contains(message.Id.ToString(), line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_report_comes_back_to_us_signed()
    {
        var message = Carrier.Message("hi");
        await SendAsync(message);
        using var catcher = new Catcher();
        using var http = new HttpClient(catcher, disposeHandler: false);

        await _twilio.ReportAsync(http, _twilio.Taken[0], "delivered");

        var reading = new TwilioStatus(Carrier.Settings()).Read(catcher.Caught!);
        Assert.Equal((message.Id, DeliveryStatus.Delivered), (reading.Accepted!.MessageId!.Value, reading.Accepted.Status));
    }

    [Fact]
    public void A_message_printed_shows_no_number_and_no_words()
    {
        var shown = Carrier.Message("my secret").ToString();

        Assert.False(Cast.GivesAwayANumber(shown));
        Assert.DoesNotContain("secret", shown, StringComparison.Ordinal);
    }

    private Task<Delivery> SendAsync(OutgoingMessage message, Action<SmsSettings>? change = null) =>
        Channel(change).SendAsync(message, TestContext.Current.CancellationToken);

    private TwilioChannel Channel(Action<SmsSettings>? change = null)
    {
        var settings = Carrier.Settings(_twilio.BaseUrl);
        change?.Invoke(settings);
        return new(settings, _http, _clock, _log.CreateLogger<TwilioChannel>());
    }

    private static string Basic(string user, string password) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Stands where our endpoint would be.
    private sealed class Catcher : HttpMessageHandler
    {
        public TwilioRequest? Caught { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Caught = new()
            {
                PathAndQuery = request.RequestUri!.PathAndQuery,
                ContentType = request.Content!.Headers.ContentType!.ToString(),
                Signature = request.Headers.GetValues("X-Twilio-Signature").Single(),
                Body = await request.Content.ReadAsByteArrayAsync(cancellationToken),
            };
            return new(HttpStatusCode.NoContent);
        }
    }
}
