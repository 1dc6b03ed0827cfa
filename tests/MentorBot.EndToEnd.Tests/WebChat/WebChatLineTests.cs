using System.Net.WebSockets;

namespace MentorBot.EndToEnd.Tests.WebChat;

/// <summary>Slow lines, bad lines, no line.</summary>
public class WebChatLineTests(ProgramInBrowser browser) : BrowserTests(browser)
{
    // One round trip's worth of a new connection (RFC 6928: ten segments), and what a patient reader with little data may be asked for.
    private const long FirstView = 14 * 1024;
    private const long Everything = 50 * 1024;

    [Fact]
    public async Task The_first_view_is_14_kB_on_the_wire_and_a_talk_with_all_of_it_50_kB()
    {
        var chat = new Chatter(await OpenAsync("/error"));
        var wire = await chat.Page.Context.NewCDPSessionAsync(chat.Page);
        await wire.SendAsync("Network.enable");
        long bytes = 0;
        wire.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += (long)(e?.GetProperty("encodedDataLength").GetDouble() ?? 0);
        wire.Event("Network.webSocketFrameReceived").OnEvent += (_, e) => bytes += e?.GetProperty("response").GetProperty("payloadData").GetString()!.Length ?? 0;

        await chat.Page.GotoAsync("/", new() { WaitUntil = WaitUntilState.NetworkIdle });
        TestContext.Current.SendDiagnosticMessage($"The first view took {bytes} bytes.");
        Assert.InRange(bytes, 1000, FirstView);

        await chat.ChooseAsync("A tip to try");
        await chat.AnswerAsync(1);
        for (var i = 2; i < 12; i++)
        {
            await chat.SayAsync("MORE");
            await chat.AnswerAsync(i);
        }
        TestContext.Current.SendDiagnosticMessage($"With eleven tips it took {bytes} bytes.");
        Assert.InRange(bytes, 1000, Everything);
    }

    [Fact]
    public async Task A_socket_that_is_pulled_in_the_middle_of_an_answer_loses_nothing_and_doubles_nothing()
    {
        var chat = new Chatter(await OpenAsync("/error"));
        var sockets = 0;
        await chat.Page.RouteWebSocketAsync("**/stream**", socket =>
        {
            var isFirst = Interlocked.Increment(ref sockets) == 1;
            var server = socket.ConnectToServer();
            server.OnMessage(frame =>
            {
                if (isFirst && frame.Text?.Contains("Tip 1", StringComparison.Ordinal) == true) _ = socket.CloseAsync(new() { Code = (int)WebSocketCloseStatus.InternalServerError });
                else if (frame.Text is { } text) socket.Send(text);
            });
        });
        await chat.Page.GotoAsync("/");

        await chat.SayAsync("MORE");
        Assert.StartsWith("Tip 1 of 12", await chat.AnswerAsync(1), StringComparison.Ordinal);
        await chat.SayAsync("MORE");
        Assert.StartsWith("Tip 2 of 12", await chat.AnswerAsync(2), StringComparison.Ordinal);
        Assert.Equal(["MORE", "MORE"], await chat.Hers.AllTextContentsAsync());
        Assert.True(sockets > 1);
    }

    [Fact]
    public async Task Where_sockets_get_nowhere_the_chat_asks_for_what_is_new()
    {
        var chat = new Chatter(await OpenAsync("/error"));
        await chat.Page.RouteWebSocketAsync("**/stream**", socket => _ = socket.CloseAsync());
        await chat.Page.GotoAsync("/");
        await chat.SayAsync("MORE");
        Assert.StartsWith("Tip 1 of 12", await chat.AnswerAsync(1), StringComparison.Ordinal);
        await chat.SayAsync("MORE");
        Assert.StartsWith("Tip 2 of 12", await chat.AnswerAsync(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_sent_says_so_stays_and_is_sent_once_when_she_tries_again()
    {
        var chat = new Chatter(await OpenAsync("/"));
        await chat.Page.RouteAsync("**/activities", route => route.AbortAsync());
        await chat.SayAsync("MORE");
        var again = chat.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" });
        await Assertions.Expect(again).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(chat.Page.Locator("li.yours .state")).ToContainTextAsync("Not sent yet.");
        await chat.Visit.KeepAsync("chat-unsent");
        await chat.Visit.IsAccessibleAsync();

        await chat.Page.UnrouteAsync("**/activities");
        // It may be trying by itself at this moment, and the button be gone.
        await again.EvaluateAllAsync<object?>("buttons => buttons.forEach(button => button.click())");
        Assert.StartsWith("Tip 1 of 12", await chat.AnswerAsync(1), StringComparison.Ordinal);
        await Assertions.Expect(chat.Page.Locator("li.yours .state")).ToHaveTextAsync("Sent");
        Assert.Equal(["MORE"], await chat.Hers.AllTextContentsAsync());
    }

    [Fact]
    public async Task Without_a_line_she_is_told_so_and_her_words_go_when_it_is_back()
    {
        var chat = new Chatter(await OpenAsync("/"));
        await chat.Page.Context.SetOfflineAsync(true);
        await Assertions.Expect(chat.Page.Locator("#line")).ToContainTextAsync("You are offline.");
        await chat.SayAsync("MORE");
        await chat.Visit.IsAccessibleAsync();

        await chat.Page.Context.SetOfflineAsync(false);
        Assert.StartsWith("Tip 1 of 12", await chat.AnswerAsync(1), StringComparison.Ordinal);
        await Assertions.Expect(chat.Page.Locator("#line")).ToBeEmptyAsync();
        Assert.Equal(["MORE"], await chat.Hers.AllTextContentsAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_waits_goes_by_itself_in_order_and_once_when_we_can_be_reached_again(bool hasBegun)
    {
        var visit = await OpenAsync("/error");
        await visit.Page.Clock.InstallAsync();
        await visit.Page.GotoAsync("/");
        var chat = new Chatter(visit);
        if (hasBegun)
        {
            await chat.SayAsync("MENU");
            await chat.AnswerAsync(1);
        }
        foreach (var path in new[] { "**/chat?*", "**/activities" }) await chat.Page.RouteAsync(path, route => route.AbortAsync());
        await chat.SayAsync("MORE");
        await chat.SayAsync("MORE");
        await chat.SayAsync("HELP");
        await Assertions.Expect(chat.Page.Locator("li.yours.unsent")).ToHaveCountAsync(3, new() { Timeout = 20_000 });
        await chat.Page.UnrouteAllAsync();

        await chat.Page.Clock.FastForwardAsync(15_001);
        await Assertions.Expect(chat.Page.Locator("li.yours.unsent")).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        await chat.AnswerAsync(hasBegun ? 4 : 3);
        string[] inOrder = ["MORE", "MORE", "HELP"];
        await chat.Page.ReloadAsync();
        Assert.StartsWith("You can send these words", await chat.AnswerAsync(hasBegun ? 4 : 3), StringComparison.Ordinal);
        Assert.Equal(hasBegun ? ["MENU", .. inOrder] : inOrder, await chat.Hers.AllTextContentsAsync());
    }

    [Fact]
    public async Task What_became_of_her_last_words_is_in_sight()
    {
        var chat = new Chatter(await OpenAsync("/", new() { ViewportSize = new() { Width = 320, Height = 568 } }));
        await chat.Page.RouteAsync("**/activities", route => route.FulfillAsync(new() { Status = 413 }));
        await chat.SayAsync("odd words");
        await Assertions.Expect(chat.Page.Locator("li.yours.unsent")).ToHaveCountAsync(1);
        await Chatter.CanReadAsync(chat.Page.Locator(".state"));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    public async Task What_is_refused_for_good_says_so_and_holds_up_nothing(int status)
    {
        var chat = new Chatter(await OpenAsync("/"));
        var posts = 0;
        await chat.Page.RouteAsync("**/activities", route => Interlocked.Increment(ref posts) == 1 ? route.FulfillAsync(new() { Status = status }) : route.ContinueAsync());
        await chat.SayAsync("odd words");
        await chat.SayAsync("MORE");
        Assert.StartsWith("Tip 1 of 12", await chat.AnswerAsync(1), StringComparison.Ordinal);
        await Assertions.Expect(chat.Page.Locator("li.yours.unsent .state")).ToHaveTextAsync("We could not take this message. Write it shorter, or in other words.");
        await Chatter.CanReadAsync(chat.Answers.Last);
        await chat.Visit.KeepAsync("chat-refused");
        await chat.Visit.IsAccessibleAsync();
    }

    [Fact]
    public async Task An_answer_to_a_post_that_was_lost_on_the_way_back_makes_no_second_message()
    {
        var chat = new Chatter(await OpenAsync("/"));
        var posts = 0;
        await chat.Page.RouteAsync("**/activities", async route =>
        {
            if (Interlocked.Increment(ref posts) > 1)
            {
                await route.ContinueAsync();
                return;
            }
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await chat.SayAsync("MORE");
        Assert.StartsWith("Tip 1 of 12", await chat.AnswerAsync(1), StringComparison.Ordinal);
        await Assertions.Expect(chat.Page.Locator("li.yours .state")).ToHaveTextAsync("Sent");
        await chat.SayAsync("MORE");
        Assert.StartsWith("Tip 2 of 12", await chat.AnswerAsync(2), StringComparison.Ordinal);
        Assert.Equal(["MORE", "MORE"], await chat.Hers.AllTextContentsAsync());
    }

    [Fact]
    public async Task A_post_that_hangs_is_given_up_and_sent_again()
    {
        var visit = await OpenAsync("/error");
        await visit.Page.Clock.InstallAsync();
        await visit.Page.GotoAsync("/");
        var chat = new Chatter(visit);
        var hanging = new TaskCompletionSource();
        var posts = 0;
        await chat.Page.RouteAsync("**/activities", async route =>
        {
            if (Interlocked.Increment(ref posts) > 1) await route.ContinueAsync();
            else hanging.SetResult();
        });
        await chat.SayAsync("MORE");
        await hanging.Task;
        await chat.Page.Clock.FastForwardAsync(20_001);
        await Assertions.Expect(chat.Page.Locator("li.yours .state")).ToHaveTextAsync("Sent", new() { Timeout = 20_000 });
        Assert.Equal(["MORE"], await chat.Hers.AllTextContentsAsync());
    }

    [Fact]
    public async Task A_line_that_a_later_one_took_along_no_longer_looks_unsent()
    {
        var chat = new Chatter(await OpenAsync("/"));
        await chat.Page.RouteAsync("**/activities", route => route.AbortAsync());
        await chat.SayAsync("MORE");
        await Assertions.Expect(chat.Page.Locator("li.yours.unsent")).ToHaveCountAsync(1, new() { Timeout = 20_000 });

        await chat.Page.UnrouteAsync("**/activities");
        await chat.SayAsync("MORE");
        await Assertions.Expect(chat.Page.Locator("li.yours .state", new() { HasText = "Sent" })).ToHaveCountAsync(2, new() { Timeout = 20_000 });
        await Assertions.Expect(chat.Page.Locator("li.yours.unsent")).ToHaveCountAsync(0);
    }
}
