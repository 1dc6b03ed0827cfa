using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace MentorBot.Tests.DirectLine;

public class ActivityTests(ChattedProgram program)
{
    [Fact]
    public async Task A_first_talk_can_be_had_and_its_history_read_in_order()
    {
        var chat = await program.BeginAsync();
        var texts = new[] { "hi", "A tip to try", "more", "help", "who sees this" };
        for (var i = 0; i < texts.Length; i++)
        {
            await chat.SayAsync(texts[i]);
            await chat.AnswersAsync(i + 1);
        }

        var (said, watermark) = await chat.ReadAsync();
        Assert.Equal(texts, said.Where(a => !WireChat.IsBots(a)).Select(WireChat.TextOf));
        Assert.StartsWith("Hello, I'm MentorBot", WireChat.TextOf(said[1]), StringComparison.Ordinal);
        Assert.Contains("A tip to try", said[1]["suggestedActions"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.StartsWith("Tip 1 of 12", WireChat.TextOf(said[3]), StringComparison.Ordinal);
        // Each answer names a question that was there before it.
        Assert.All(said.Where(WireChat.IsBots), a => Assert.Contains(said.TakeWhile(b => b != a), b => (string?)b["id"] == (string?)a["replyToId"]));
        Assert.Empty((await chat.ReadAsync(watermark)).Activities);
    }

    [Theory]
    [InlineData("hi \\ud83d", "hi \ufffd")]
    [InlineData("\\uDE00 \\ud83d\\uD83D\\ude00", "\ufffd \ufffd\U0001F600")]
    [InlineData("\\\\ud83d \\u00e9\\n", "\\ud83d \u00e9\n")]
    public async Task Half_a_letter_is_replaced_and_the_rest_is_taken(string json, string text)
    {
        var chat = await program.BeginAsync();
        var answer = await chat.PostJsonAsync($$$"""{"type":"message","text":"{{{json}}}","channelData":{"odd":"\ud83d"}}""");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(text, WireChat.TextOf((await chat.ReadAsync()).Activities[0]));
    }

    [Fact]
    public async Task A_message_names_her_as_she_is_called_once_two_chats_are_one_and_once_they_are_two()
    {
        var (first, second) = (await program.BeginAsync(), await program.BeginAsync());
        await first.SayAsync("LINK");
        var code = WireChat.TextOf((await first.AnswersAsync(1))[^1])!.Split("Send LINK ")[1][..6];
        await second.SayAsync("MENU");
        var before = AliasIn((await second.AnswersAsync(1))[^1]);
        await second.SayAsync($"LINK {code}");
        var question = (await first.AnswersAsync(2))[^1];
        Assert.Equal(["1", "2"], question["suggestedActions"]!["actions"]!.AsArray().Select(action => (string?)action!["title"]));
        await first.SayAsync("1");

        var joined = (await second.AnswersAsync(3))[^1];
        Assert.StartsWith("Done.", WireChat.TextOf(joined), StringComparison.Ordinal);
        Assert.Equal(AliasIn(question), AliasIn(joined));
        Assert.NotEqual(before, AliasIn(joined));
        await second.SayAsync("UNLINK");
        Assert.NotNull((await second.AnswersAsync(4))[^1]["suggestedActions"]);
        await second.SayAsync("1");
        Assert.Equal(before, AliasIn((await second.AnswersAsync(5))[^1]));
    }

    private static string? AliasIn(JsonNode answer) => (string?)answer["recipient"]!["name"];

    [Fact]
    public async Task The_same_post_again_is_one_message_with_the_same_id()
    {
        var chat = await program.BeginAsync();
        var first = await chat.SayAsync("hi", "said-1");
        Assert.Equal(first, await chat.SayAsync("hi", "said-1"));
        Assert.NotEqual(first, await chat.SayAsync("hi", "said-2"));

        var said = await chat.AnswersAsync(2);
        Assert.Equal(2, said.Count(a => !WireChat.IsBots(a)));
    }

    [Fact]
    public async Task What_was_posted_comes_back_whole_with_the_tokens_user_and_the_servers_time()
    {
        var chat = await program.BeginAsync();
        await chat.PostJsonAsync("""
            {"type":"message","text":"hi","timestamp":"2001-01-01T00:00:00Z","from":{"id":"dl_somebody_else","name":"Joan"},"odd":{"x":[1]},
             "channelData":{"clientActivityID":"c1","more":true},"entities":[{"type":"ClientCapabilities","requiresBotState":true}]}
            """);

        var echo = (await chat.ReadAsync()).Activities[0];
        Assert.Equal(("dl_joan", "Joan", "user"), ((string?)echo["from"]!["id"], (string?)echo["from"]!["name"], (string?)echo["from"]!["role"]));
        Assert.Equal("""{"x":[1]}""", echo["odd"]!.ToJsonString());
        Assert.Equal("""{"clientActivityID":"c1","more":true}""", echo["channelData"]!.ToJsonString());
        Assert.Equal(true, (bool?)echo["entities"]![0]!["requiresBotState"]);
        Assert.Equal(chat.Id, (string?)echo["conversation"]!["id"]);
        Assert.NotEqual(2001, DateTimeOffset.Parse((string)echo["timestamp"]!).Year);
    }

    [Theory]
    [InlineData("event")]
    [InlineData("endOfConversation")]
    [InlineData("dance")]
    public async Task Other_kinds_are_kept_and_shown_and_the_talk_goes_on(string type)
    {
        var chat = await program.BeginAsync();
        var answer = await chat.PostJsonAsync($$$"""{"type":"{{{type}}}","name":"webchat/join","value":{"language":"en"}}""");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        await chat.SayAsync("hi");

        var said = await chat.AnswersAsync(1);
        Assert.Equal([type, "message", "message"], said.Select(a => (string?)a["type"]));
        Assert.StartsWith("Hello, I'm MentorBot", WireChat.TextOf(said[2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_somebody_writes_is_shown_to_who_looks_and_is_in_no_history()
    {
        var chat = await program.BeginAsync();
        using var socket = await chat.OpenAsync();
        await chat.SayAsync("hi");
        await socket.UntilAsync(WireChat.IsBots);

        var answer = await chat.PostJsonAsync("""{"type":"typing","channelData":{"clientActivityID":"t1"}}""");
        var typing = (await socket.NextAsync())!;

        Assert.Equal(((string?)answer.Body!["id"], "typing", "t1", "user"), ((string?)typing["id"], (string?)typing["type"], (string?)typing["channelData"]!["clientActivityID"], (string?)typing["from"]!["role"]));
        Assert.DoesNotContain((await chat.ReadAsync()).Activities, a => (string?)a["type"] == "typing");
    }

    [Theory]
    [InlineData("")]
    [InlineData("hi")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"text":"hi"}""")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":"message","text":{}}""")]
    [InlineData("""{"type":"message","text":"hi"}}""")]
    public async Task What_is_no_activity_is_said_so(string json)
    {
        var answer = await (await program.BeginAsync()).PostJsonAsync(json);
        Assert.Equal((HttpStatusCode.BadRequest, "BadArgument"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task An_activity_too_deep_to_be_read_is_refused()
    {
        var json = $$"""{"type":"message","value":{{new string('[', 200)}}{{new string(']', 200)}}}""";
        Assert.Equal(HttpStatusCode.BadRequest, (await (await program.BeginAsync()).PostJsonAsync(json)).Status);
    }

    [Theory]
    [InlineData(262_144, HttpStatusCode.OK)]
    [InlineData(262_145, HttpStatusCode.RequestEntityTooLarge)]
    public async Task An_activity_has_the_size_that_direct_line_allows_and_no_more(int bytes, HttpStatusCode status)
    {
        const string Around = """{"type":"event","value":""}""";
        var chat = await program.BeginAsync();
        var answer = await chat.PostJsonAsync(Around.Insert(Around.Length - 2, new string('x', bytes - Encoding.UTF8.GetByteCount(Around))));
        Assert.Equal(status, answer.Status);
        if (status != HttpStatusCode.OK)
            Assert.Equal("MessageSizeTooBig", answer.Error);
    }

    [Theory]
    [InlineData(8_000, HttpStatusCode.OK)]
    [InlineData(8_001, HttpStatusCode.BadRequest)]
    public async Task A_text_has_at_most_8000_characters(int characters, HttpStatusCode status)
    {
        var answer = await (await program.BeginAsync()).PostAsync(new string('x', characters));
        Assert.Equal((status, status == HttpStatusCode.OK ? null : "MessageSizeTooBig"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task A_chat_takes_five_megabytes_of_activities_a_day()
    {
        var chat = await program.BeginAsync();
        var body = $$"""{"type":"event","value":"{{new string('x', 262_000)}}"}""";
        for (var taken = 0; ; taken++)
        {
            var answer = await chat.PostJsonAsync(body);
            if (answer.Status == HttpStatusCode.OK)
                continue;
            Assert.Equal((HttpStatusCode.TooManyRequests, "TooManyRequests", 20), (answer.Status, answer.Error, taken));
            break;
        }
    }

    [Fact]
    public async Task A_watermark_that_is_none_is_said_so()
    {
        var chat = await program.BeginAsync();
        foreach (var path in new[] { $"{chat.Activities}?watermark=x", $"conversations/{chat.Id}?watermark=x" })
            Assert.Equal((HttpStatusCode.BadRequest, "BadArgument"), await StateAsync(program.CallAsync(HttpMethod.Get, path, chat.Token)));
    }

    [Fact]
    public async Task A_conversation_begins_once_and_is_the_same_one_afterwards()
    {
        var chat = await program.BeginAsync("""{"user":{}}""");
        var begun = await chat.StartAsync();
        Assert.Equal((HttpStatusCode.Created, chat.Id), (begun.Status, (string?)begun.Body!["conversationId"]));
        Assert.StartsWith($"ws://{program.Http.BaseAddress!.Authority}/v3/directline/conversations/{chat.Id}/stream?", (string?)begun.Body["streamUrl"], StringComparison.Ordinal);

        await chat.SayAsync("hi");
        var again = await chat.StartAsync();
        Assert.Equal((HttpStatusCode.OK, chat.Id), (again.Status, (string?)again.Body!["conversationId"]));
    }

    [Fact]
    public async Task Behind_a_proxy_that_does_https_the_socket_is_secure_too()
    {
        var answer = await program.CallAsync(HttpMethod.Post, "conversations", ChattedProgram.Secret, "{}", ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.99"));
        Assert.StartsWith("wss://", (string?)answer.Body!["streamUrl"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_begins_a_new_conversation_each_time_and_the_body_may_say_who_she_is()
    {
        var one = await program.CallAsync(HttpMethod.Post, "conversations", ChattedProgram.Secret, """{"user":{"id":"dl_bron"},"locale":"cy-GB"}""");
        var other = await program.CallAsync(HttpMethod.Post, "conversations", ChattedProgram.Secret);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (one.Status, other.Status));
        Assert.NotEqual((string?)one.Body!["conversationId"], (string?)other.Body!["conversationId"]);

        var chat = new WireChat(program, (string)one.Body["conversationId"]!, (string)one.Body["token"]!);
        await chat.SayAsync("hi");
        Assert.Equal("dl_bron", (string?)(await chat.ReadAsync()).Activities[0]["from"]!["id"]);
    }

    [Fact]
    public async Task Only_sign_in_cards_need_a_session_and_any_will_do() =>
        Assert.NotEmpty((string)(await program.CallAsync(HttpMethod.Get, "session/getsessionid", null)).Body!["sessionId"]!);

    [Fact]
    public async Task Nothing_that_is_logged_names_a_chat_or_holds_words_or_a_token()
    {
        var chat = await program.BeginAsync();
        await chat.SayAsync("Zebedee hit me");
        await chat.AnswersAsync(1);
        using (var socket = await chat.OpenAsync())
            await socket.NextAsync();
        await chat.PostJsonAsync("not an activity, Zebedee");

        Assert.All([chat.Id, chat.Token, "Zebedee", ChattedProgram.Secret], secret => Assert.DoesNotContain(secret, program.Program.Process.Output, StringComparison.Ordinal));
        foreach (var file in new Memory(program.Folder).Files())
            Assert.All([chat.Id, "Zebedee"], secret => Assert.True(file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0));
    }

    private static async Task<(HttpStatusCode, string?)> StateAsync(Task<WireAnswer> asked)
    {
        var answer = await asked;
        return (answer.Status, answer.Error);
    }
}
