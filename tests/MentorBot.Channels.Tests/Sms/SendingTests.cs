using System.Net;
using System.Text;
using MentorBot.BotFramework;
using MentorBot.Channels.Sms;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.Sms;

public sealed class SendingTests : WithFakeTwilio
{
    [Fact]
    public async Task A_message_is_posted_under_the_names_that_Twilio_reads()
    {
        var message = Carrier.Message("my secret: 1+1 = 2 & café 😀");

        var delivery = await SendAsync(message);

        var sent = Assert.Single(Twilio.Taken);
        Assert.Equal(Delivery.Accepted(sent.Sid), delivery);
        Assert.Equal((Cast.Amina.Mobile, Cast.OurNumber, "my secret: 1+1 = 2 & café 😀"), (sent.To, sent.From, sent.Body));
        Assert.Equal($"https://bot.example.org/channels/sms/status?message={message.Id}", sent.StatusCallback);
        Assert.Null(sent.MessagingServiceSid);
    }

    [Fact]
    public async Task A_reply_comes_from_the_number_that_was_texted()
    {
        await SendAsync(Carrier.Message("hi", ourAddress: "+447700900009"), s => s.MessagingServiceSid = "MG1");

        var sent = Assert.Single(Twilio.Taken);
        Assert.Equal(("+447700900009", "MG1"), (sent.From, sent.MessagingServiceSid));
    }

    [Fact]
    public async Task A_messaging_service_may_choose_the_number()
    {
        await SendAsync(Carrier.Message("hi"), s => (s.From, s.MessagingServiceSid) = (null, "MG1"));

        Assert.Null(Assert.Single(Twilio.Taken).From);
    }

    [Fact]
    public async Task Without_a_public_address_no_reports_are_asked_for()
    {
        await SendAsync(Carrier.Message("hi"), s => s.PublicUrl = null);

        Assert.Null(Assert.Single(Twilio.Taken).StatusCallback);
    }

    [Fact]
    public async Task Pictures_are_sent_by_their_addresses()
    {
        var message = Carrier.Message("hi");
        message.Activity.Attachments = [new() { ContentUrl = "https://bot.example.org/1.png" }, new() { ContentUrl = "https://bot.example.org/2.png" }];

        await SendAsync(message);

        Assert.Equal(["https://bot.example.org/1.png", "https://bot.example.org/2.png"], Assert.Single(Twilio.Taken).MediaUrls);
    }

    [Fact]
    public async Task The_token_opens_the_door_and_an_API_key_is_preferred()
    {
        await SendAsync(Carrier.Message("hi"));
        Assert.Equal(Basic(Carrier.Account, Carrier.Token), Twilio.LastAuthorization);

        await SendAsync(Carrier.Message("hi"), s => (s.ApiKeySid, s.ApiKeySecret) = ("SK1", "key secret"));
        Assert.Equal(Basic("SK1", "key secret"), Twilio.LastAuthorization);
    }

    [Fact]
    public async Task Its_report_comes_back_to_us_signed()
    {
        var message = Carrier.Message("hi");
        await SendAsync(message);
        using var catcher = new Catcher();
        using var http = new HttpClient(catcher, disposeHandler: false);

        await Twilio.ReportAsync(http, Twilio.Taken[0], "delivered");

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

    private static string Basic(string user, string password) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));

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
