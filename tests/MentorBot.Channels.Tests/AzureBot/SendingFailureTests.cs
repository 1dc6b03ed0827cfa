using System.Net;
using System.Net.Sockets;
using MentorBot.BotFramework;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.AzureBot;

public sealed class SendingFailureTests : WithFakeConnector
{
    [Theory]
    [InlineData(400, "BadSyntax", DeliveryOutcome.Rejected)]
    [InlineData(401, "Unauthorized", DeliveryOutcome.StopSender)]
    [InlineData(403, "BotNotInConversationRoster", DeliveryOutcome.AddressUnusable)]
    [InlineData(404, "ConversationNotFound", DeliveryOutcome.AddressUnusable)]
    [InlineData(408, "Timeout", DeliveryOutcome.Uncertain)]
    [InlineData(412, "PreconditionFailed", DeliveryOutcome.TryLater)]
    [InlineData(413, "MessageSizeTooBig", DeliveryOutcome.Rejected)]
    [InlineData(429, "Throttled", DeliveryOutcome.TryLater)]
    [InlineData(500, "ServiceError", DeliveryOutcome.Uncertain)]
    [InlineData(502, "BadGateway", DeliveryOutcome.Uncertain)]
    [InlineData(503, "ServiceUnavailable", DeliveryOutcome.Uncertain)]
    public async Task Every_refusal_ends_as_the_table_says(int status, string code, DeliveryOutcome expected)
    {
        Connector.NextAnswers(FakeAnswer.RefuseAsConnector(status, code), FakeAnswer.RefuseAsConnector(status, code), FakeAnswer.RefuseAsConnector(status, code));

        var delivery = await SendAsync(await ReplyAsync());

        Assert.Equal((expected, code), (delivery.Outcome, delivery.Code));
        Assert.Equal(expected is DeliveryOutcome.TryLater or DeliveryOutcome.Uncertain, delivery.RetryAfter > TimeSpan.Zero);
        Assert.Empty(Connector.Taken);
    }

    [Theory]
    [InlineData("+447700900101")]
    [InlineData("19:joan|conversation")]
    [InlineData("")]
    public async Task A_code_that_is_no_code_is_not_repeated(string code)
    {
        Connector.NextAnswers(FakeAnswer.RefuseAsConnector(400, code));
        Assert.Equal("http-400", (await SendAsync(await ReplyAsync())).Code);
    }

    [Fact]
    public async Task A_page_for_people_is_judged_by_its_status_alone()
    {
        Connector.NextAnswers(FakeAnswer.Page(502));
        var delivery = await SendAsync(await ReplyAsync());
        Assert.Equal((DeliveryOutcome.Uncertain, "http-502"), (delivery.Outcome, delivery.Code));
    }

    [Fact]
    public async Task Too_many_requests_waits_as_long_as_the_Connector_says()
    {
        Connector.NextAnswers(FakeAnswer.RefuseAsConnector(429, "Throttled", retryAfter: 17));
        Assert.Equal(Delivery.TryLater("Throttled", TimeSpan.FromSeconds(17)), await SendAsync(await ReplyAsync()));
        Assert.Equal(1, Connector.Requests);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_token_that_is_refused_is_replaced_once(int status)
    {
        Connector.NextAnswers(FakeAnswer.RefuseAsConnector(status, "Expired"));

        Assert.Equal(DeliveryOutcome.Accepted, (await SendAsync(await ReplyAsync())).Outcome);
        Assert.Equal("Bearer our-token-2", Assert.Single(Connector.Taken).Authorization);
    }

    [Fact]
    public async Task People_who_have_blocked_the_bot_cost_one_token_a_minute_and_no_more()
    {
        for (var i = 0; i < 5; i++)
        {
            // The first costs a token that may have been at fault.
            for (var posts = i == 0 ? 2 : 1; posts > 0; posts--)
                Connector.NextAnswers(FakeAnswer.RefuseAsConnector(403, "Blocked"));
            Assert.Equal((DeliveryOutcome.AddressUnusable, "Blocked"), await OutcomeAsync());
        }
        Assert.Equal(DeliveryOutcome.Accepted, (await SendAsync(await ReplyAsync())).Outcome);
        Assert.Equal("Bearer our-token-2", Assert.Single(Connector.Taken).Authorization);

        Clock.Advance(TimeSpan.FromMinutes(1));
        Connector.NextAnswers(FakeAnswer.RefuseAsConnector(403, "Blocked"));
        Assert.Equal(DeliveryOutcome.Accepted, (await SendAsync(await ReplyAsync())).Outcome);
        Assert.Equal("Bearer our-token-3", Connector.Taken[^1].Authorization);
    }

    [Fact]
    public async Task When_what_she_wrote_is_gone_the_answer_is_said_all_the_same()
    {
        Connector.NextAnswers(FakeAnswer.RefuseAsConnector(404, "ActivityNotFoundInConversation"));

        Assert.Equal(DeliveryOutcome.Accepted, (await SendAsync(await ReplyAsync())).Outcome);
        Assert.EndsWith("/activities", Assert.Single(Connector.Taken).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_redirect_is_followed_for_our_token_would_go_along()
    {
        Connector.NextAnswers(FakeAnswer.Redirect($"{Connector.BaseUrl}/elsewhere"));

        Assert.Equal((DeliveryOutcome.Rejected, "http-302"), await OutcomeAsync());
        Assert.Equal(1, Connector.Requests);
    }

    [Fact]
    public async Task A_yes_is_a_yes_whatever_else_it_says()
    {
        Connector.NextAnswers(FakeAnswer.TakeAndMumble);
        Assert.Equal(DeliveryOutcome.Accepted, (await SendAsync(await ReplyAsync())).Outcome);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_message_left_leaves_it_uncertain()
    {
        Connector.NextAnswers(FakeAnswer.ResetAfterTaking);
        Assert.Equal((DeliveryOutcome.Uncertain, "connection-lost"), await OutcomeAsync());
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_leaves_it_uncertain()
    {
        var reached = new TaskCompletionSource();
        Connector.NextAnswers(FakeAnswer.Accept.TakenBefore(() =>
        {
            reached.SetResult();
            return new TaskCompletionSource().Task;
        }));

        var sending = SendAsync(await ReplyAsync());
        await reached.Task;
        Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("timeout", (await sending).Code);
    }

    [Fact]
    public async Task Where_nobody_listens_it_is_tried_later()
    {
        var reply = await ReplyAsync() with { OurAddress = $"signed http://127.0.0.1:{ClosedPort()}/ {BotId}" };
        var delivery = await SendAsync(reply);
        Assert.Equal((DeliveryOutcome.TryLater, "no-connection"), (delivery.Outcome, delivery.Code));
    }

    [Theory]
    [InlineData(400, DeliveryOutcome.StopSender)]
    [InlineData(401, DeliveryOutcome.StopSender)]
    [InlineData(429, DeliveryOutcome.TryLater)]
    [InlineData(503, DeliveryOutcome.TryLater)]
    public async Task Without_a_token_nothing_is_sent(int status, DeliveryOutcome expected)
    {
        Connector.NextTokenAnswers(FakeAnswer.Page(status));
        Assert.Equal((expected, $"token-http-{status}"), await OutcomeAsync());
        Assert.Equal(0, Connector.Requests);
    }

    [Fact]
    public async Task An_old_token_is_used_while_no_newer_one_can_be_had()
    {
        await SendAsync(await ReplyAsync());
        Clock.Advance(TimeSpan.FromMinutes(57));
        Connector.NextTokenAnswers(FakeAnswer.Page(503), FakeAnswer.ResetBeforeTaking);

        Assert.Equal(DeliveryOutcome.Accepted, (await SendAsync(await ReplyAsync())).Outcome);
        Clock.Advance(TimeSpan.FromMinutes(4));
        var late = await SendAsync(await ReplyAsync());
        Assert.Equal((DeliveryOutcome.TryLater, "no-token"), (late.Outcome, late.Code));
    }

    [Fact]
    public async Task A_message_whose_fate_is_unknown_is_sent_once_more_when_the_Connector_is_there_and_then_given_up()
    {
        var reply = await ReplyAsync();
        Connector.IsSilent = true;
        Assert.Equal(DeliveryOutcome.Uncertain, (await LookUpAsync(reply)).Outcome);

        Connector.IsSilent = false;
        Assert.Equal(Delivery.SendBlindly, await LookUpAsync(reply));

        var again = reply with { WasSentBlindly = true };
        Assert.Equal(Delivery.Refused(DeliveryOutcome.Rejected, "fate-unknown"), await LookUpAsync(again));
        Assert.Equal(0, Connector.Requests);
        Assert.Equal(2, Connector.Probes);
    }

    private Task<Delivery> LookUpAsync(OutgoingMessage message) =>
        Channel().LookUpAsync(message, new HashSet<string>(StringComparer.Ordinal), TestContext.Current.CancellationToken);

    private async Task<(DeliveryOutcome Outcome, string? Code)> OutcomeAsync()
    {
        var delivery = await SendAsync(await ReplyAsync());
        return (delivery.Outcome, delivery.Code);
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
