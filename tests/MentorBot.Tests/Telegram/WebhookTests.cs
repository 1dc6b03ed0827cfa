using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace MentorBot.Tests.Telegram;

public class WebhookTests(WebhookTests.WebhookProgram program) : IClassFixture<WebhookTests.WebhookProgram>
{
    private readonly Memory _memory = new(program.Folder);

    [Fact]
    public async Task Telegram_is_told_where_to_post_and_how_to_prove_itself()
    {
        var call = (await program.Telegram.CallsOfAsync("setWebhook", 1))[0];

        Assert.Equal(("https://bot.example.org/channels/telegram", FakeTelegram.Secret), ((string?)call["url"], (string?)call["secret_token"]));
        Assert.DoesNotContain(program.Telegram.Calls, c => c.Method is "getUpdates" or "deleteWebhook");
    }

    [Fact]
    public async Task A_first_talk_goes_from_start_by_buttons_to_the_first_tip()
    {
        var joan = Cast.Stranger();

        await PostAsync(FakeTelegramUpdates.Message(joan, "/start"));
        var welcome = await program.ReplyAsync(joan);
        var answer = await PostAsync(FakeTelegram.PressOf(joan, welcome, "A tip to try", "press-9"));

        Assert.Equal("""{"callback_query_id":"press-9","method":"answerCallbackQuery"}""", answer);
        Assert.StartsWith("Tip 1 of 12", (await program.ReplyAsync(joan, 2)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(program.Telegram.Calls, c => c.Method == "answerCallbackQuery");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Fake-Webhook_Secre")]
    public async Task Without_the_secret_nothing_is_believed(string? secret)
    {
        var before = _memory.Count("SELECT COUNT(*) FROM Inbox");

        using var answer = await program.Telegram.PostAsync(program.Program.Http, FakeTelegramUpdates.Message(Cast.Stranger(), "/start"), secret);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(before, _memory.Count("SELECT COUNT(*) FROM Inbox"));
    }

    [Fact]
    public async Task The_same_update_posted_ten_times_at_once_is_acknowledged_each_time_and_answered_once()
    {
        var joan = Cast.Stranger();
        var update = FakeTelegramUpdates.Message(joan, "/start");
        update["update_id"] = 4_000_000_001;

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PostAsync(update)));
        await program.ReplyAsync(joan);
        await PostAsync(FakeTelegramUpdates.Message(joan, "1"));

        Assert.StartsWith("Tip 1 of 12", (await program.ReplyAsync(joan, 2)).Text, StringComparison.Ordinal);
    }

    // What is posted, by somebody who knows the secret.
    [Theory]
    [InlineData("hello")]
    [InlineData("")]
    [InlineData("""{"update_id":1,"message":"cut sho""")]
    [InlineData("""{"update_id":12345,"message":{"text":1}}""")]
    [InlineData("large")]
    public async Task What_cannot_be_read_is_set_aside_and_acknowledged_so_that_it_blocks_nothing(string body)
    {
        var before = Unreadable();

        Assert.Equal("", await PostAsync(body == "large" ? $$"""{"update_id":2,"message":"{{new string('x', 1024 * 1024)}}"}""" : body));

        Assert.Equal(before + 1, Unreadable());
    }

    [Fact]
    public async Task An_update_that_cannot_be_stored_is_not_acknowledged_and_the_next_post_is_answered_once()
    {
        var joan = Cast.Stranger();
        var update = FakeTelegramUpdates.Message(joan, "/start");
        update["update_id"] = 4_000_000_002;
        using (_memory.Without("Inbox"))
        {
            using var refused = await program.Telegram.PostAsync(program.Program.Http, update);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }

        await PostAsync(update);

        Assert.NotEmpty((await program.ReplyAsync(joan)).Text);
    }

    [Fact]
    public async Task An_edit_and_a_word_in_a_group_are_acknowledged_and_not_answered()
    {
        var before = _memory.Count("SELECT COUNT(*) FROM Inbox");

        Assert.Equal("", await PostAsync(new JsonObject { ["edited_message"] = new JsonObject { ["text"] = "changed" } }));
        Assert.Equal("", await PostAsync(FakeTelegramUpdates.InGroup(FakeTelegramUpdates.Message(Cast.Stranger(), "hello"))));

        Assert.Equal(before, _memory.Count("SELECT COUNT(*) FROM Inbox"));
    }

    private Task<string> PostAsync(JsonObject update) => ReadAsync(program.Telegram.PostAsync(program.Program.Http, update));

    private Task<string> PostAsync(string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/channels/telegram") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", FakeTelegram.Secret);
        return ReadAsync(program.Program.Http.SendAsync(request));
    }

    private static async Task<string> ReadAsync(Task<HttpResponseMessage> asking)
    {
        using var answer = await asking;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private long Unreadable() => _memory.Count("SELECT COUNT(*) FROM Incidents WHERE Kind = 'telegram.unreadable'");

    public sealed class WebhookProgram() : TelegrammedProgram("Webhook");
}
