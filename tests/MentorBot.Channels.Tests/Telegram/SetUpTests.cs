using System.Text;
using MentorBot.Channels.Telegram;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.Telegram;

public sealed class SetUpTests : WithFakeTelegram
{
    [Fact]
    public async Task The_webhook_is_set_with_its_secret_and_the_kinds_by_name_and_nothing_is_dropped()
    {
        await SetUp.SetWebhookAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            """{"url":"https://bot.example.org/channels/telegram","secret_token":"Fake-Webhook_Secret","allowed_updates":["message","edited_message","callback_query","my_chat_member"]}""",
            (await Telegram.CallsOfAsync("setWebhook", 1))[0].ToJsonString());
    }

    [Fact]
    public async Task Commands_are_listed_for_everybody_and_for_a_language()
    {
        await SetUp.SetCommandsAsync(null, [new("more", "The next tip")], TestContext.Current.CancellationToken);
        await SetUp.SetCommandsAsync("cy", [new("mwy", "Yr awgrym nesaf")], TestContext.Current.CancellationToken);

        Assert.Equal(
            ["""{"commands":[{"command":"more","description":"The next tip"}]}""", """{"commands":[{"command":"mwy","description":"Yr awgrym nesaf"}],"language_code":"cy"}"""],
            (await Telegram.CallsOfAsync("setMyCommands", 2)).Select(call => call.ToJsonString()));
    }

    [Fact]
    public async Task What_is_not_taken_is_tried_until_it_is()
    {
        Telegram.NextAnswers("setWebhook", FakeAnswer.Page(502), FakeAnswer.ResetBeforeTaking, FakeTelegramAnswer.Flood(3), FakeTelegramAnswer.Error(401, "Unauthorized"));

        await SetUp.SetWebhookAsync(TestContext.Current.CancellationToken);

        Assert.Equal(5, Telegram.Calls.Count);
    }

    [Fact]
    public async Task The_name_of_our_bot_is_asked_for_until_it_is_told()
    {
        Telegram.NextAnswers("getMe", FakeAnswer.Page(502), FakeAnswer.ResetBeforeTaking);

        Assert.Equal("mentor_bot", await SetUp.FindNameAsync(TestContext.Current.CancellationToken));
        Assert.Equal(3, Telegram.Calls.Count);
    }

    [Theory]
    [InlineData(FakeTelegram.Secret, true)]
    [InlineData("fake-Webhook_Secret", false)]
    [InlineData("Fake-Webhook_Secre", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_the_very_secret_proves_anything(string? shown, bool isRight)
    {
        Assert.Equal(isRight, TelegramSecret.IsRight(Bot.Settings(), shown));
    }

    [Fact]
    public void A_press_can_be_answered_in_the_answer_to_its_post()
    {
        Assert.Equal("""{"callback_query_id":"p1","method":"answerCallbackQuery"}""", Encoding.UTF8.GetString(TelegramReply.ToPress("p1").Span));
    }

    [Fact]
    public async Task A_file_is_copied_and_one_that_is_not_there_is_not()
    {
        Telegram.Files["f"] = Encoding.UTF8.GetBytes("my secret");
        var files = new TelegramFiles(Bot.Settings(Telegram.BaseUrl), Http, Clock);
        Telegram.NextAnswers("getFile");
        using var copy = new MemoryStream();

        Assert.True(await files.CopyAsync("f", () => copy, TestContext.Current.CancellationToken));
        Telegram.NextAnswers("getFile", FakeTelegramAnswer.Error(400, "Bad Request: file is too big"), FakeAnswer.Page(502));
        Assert.False(await files.CopyAsync("f", () => copy, TestContext.Current.CancellationToken));
        Assert.False(await files.CopyAsync("f", () => copy, TestContext.Current.CancellationToken));

        Assert.Equal("my secret", Encoding.UTF8.GetString(copy.ToArray()));
    }

    private TelegramSetUp SetUp => new(Bot.Settings(Telegram.BaseUrl), Http, Clock, Log.CreateLogger<TelegramSetUp>());
}
