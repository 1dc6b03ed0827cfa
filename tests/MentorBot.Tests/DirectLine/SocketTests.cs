using System.Net.WebSockets;

namespace MentorBot.Tests.DirectLine;

public class SocketTests(ChattedProgram program)
{
    [Fact]
    public async Task Two_sockets_show_the_same_echo_before_the_answer()
    {
        var chat = await program.BeginAsync();
        using var one = await chat.OpenAsync();
        using var other = await chat.OpenAsync();
        var id = await chat.SayAsync("hi", "said-1");

        foreach (var socket in new[] { one, other })
        {
            var echo = (await socket.NextAsync())!;
            Assert.Equal((id, "said-1"), ((string?)echo["id"], (string?)echo["channelData"]!["clientActivityID"]));
            var answer = (await socket.NextAsync())!;
            Assert.Equal(id, (string?)answer["replyToId"]);
            Assert.Matches("^[0-9]+-[0-9]+$", socket.Watermark);
        }
    }

    [Fact]
    public async Task A_socket_begins_with_what_was_missed_and_one_without_a_watermark_with_everything()
    {
        var chat = await program.BeginAsync();
        string watermark;
        using (var socket = await chat.OpenAsync())
        {
            await chat.SayAsync("hi");
            await socket.UntilAsync(WireChat.IsBots);
            watermark = socket.Watermark;
        }
        await chat.SayAsync("A tip to try");
        await chat.AnswersAsync(2);

        using var resumed = await chat.OpenAsync(watermark);
        Assert.Equal("A tip to try", WireChat.TextOf((await resumed.NextAsync())!));
        Assert.True(WireChat.IsBots((await resumed.NextAsync())!));
        using var whole = await chat.OpenAsync();
        Assert.Equal("hi", WireChat.TextOf((await whole.NextAsync())!));
    }

    [Fact]
    public async Task Sockets_pulled_in_the_middle_of_answers_lose_nothing_and_show_nothing_twice()
    {
        var chat = await program.BeginAsync();
        var (seen, watermark) = (new List<string?>(), "");
        var texts = new[] { "hi", "A tip to try", "more", "more", "help" };
        foreach (var text in texts)
        {
            using var socket = await chat.OpenAsync(watermark);
            await chat.SayAsync(text);
            // One frame is read, and whatever is on its way then is lost with the socket.
            seen.Add((string?)(await socket.NextAsync())!["id"]);
            seen.AddRange(socket.TakeReceived().Select(a => (string?)a["id"]));
            watermark = socket.Watermark;
        }
        await chat.AnswersAsync(texts.Length);
        var (rest, _) = await chat.ReadAsync(watermark);
        seen.AddRange(rest.Select(a => (string?)a["id"]));

        // A late answer may have been seen after the next question.
        Assert.Equal((await chat.ReadAsync()).Activities.Select(a => (string?)a["id"]).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_socket_shows_what_comes_while_it_opens()
    {
        var chat = await program.BeginAsync();
        var saying = chat.SayAsync("hi");
        using var socket = await chat.OpenAsync();
        await saying;
        Assert.Equal("hi", WireChat.TextOf((await socket.NextAsync())!));
        Assert.True(WireChat.IsBots((await socket.NextAsync())!));
    }

    [Fact]
    public async Task Empty_frames_and_other_words_from_a_client_change_nothing()
    {
        var chat = await program.BeginAsync();
        using var socket = await chat.OpenAsync();
        await socket.SendAsync("");
        await socket.SendAsync("whatever");
        await socket.SendAsync(new string('x', 60_000));
        await chat.SayAsync("hi");
        Assert.True(WireChat.IsBots(await socket.UntilAsync(WireChat.IsBots)));
    }

    [Fact]
    public async Task A_client_that_says_too_much_is_let_go()
    {
        var chat = await program.BeginAsync();
        using var socket = await chat.OpenAsync();
        await socket.SendAsync(new string('x', 100_000));
        Assert.Null(await socket.NextAsync());
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, socket.Closed);
    }

    [Fact]
    public async Task A_client_that_says_goodbye_is_answered()
    {
        var chat = await program.BeginAsync();
        using var socket = await chat.OpenAsync();
        await socket.CloseAsync();
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.Closed);
    }

    [Fact]
    public async Task What_a_socket_needs_to_open_is_asked_for_before_it_does()
    {
        var chat = await program.BeginAsync();
        var url = (string)(await chat.StartAsync()).Body!["streamUrl"]!;
        var hers = (string)(await (await program.BeginAsync()).StartAsync()).Body!["streamUrl"]!;

        Assert.Equal(401, await WireSocket.RefusalAsync(url[..url.IndexOf("&t=", StringComparison.Ordinal)]));
        Assert.Equal(401, await WireSocket.RefusalAsync(url[..(url.IndexOf("&t=", StringComparison.Ordinal) + 3)] + chat.Token));
        Assert.Equal(403, await WireSocket.RefusalAsync(url[..url.IndexOf('?', StringComparison.Ordinal)] + hers[hers.IndexOf('?', StringComparison.Ordinal)..]));
        Assert.Equal(403, await WireSocket.RefusalAsync(url, "https://evil.example"));
        Assert.Equal(400, await WireSocket.RefusalAsync(url.Replace("watermark=", "watermark=x", StringComparison.Ordinal)));
        using var open = await WireSocket.OpenAsync(url, ChattedProgram.Site);

        using var plain = await program.Http.GetAsync(url.Replace("ws://", "http://", StringComparison.Ordinal));
        Assert.Equal(400, (int)plain.StatusCode);
    }

    [Fact]
    public async Task One_chat_has_at_most_ten_sockets()
    {
        var chat = await program.BeginAsync();
        var sockets = new List<WireSocket>();
        for (var i = 0; i < 10; i++)
            sockets.Add(await chat.OpenAsync());
        Assert.Equal(429, await WireSocket.RefusalAsync((string)(await chat.StartAsync()).Body!["streamUrl"]!));
        sockets.ForEach(socket => socket.Dispose());
    }
}
