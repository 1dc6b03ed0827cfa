using System.Text;
using System.Text.Json.Nodes;
using MentorBot.BotFramework;
using MentorBot.Channels.Telegram;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.Telegram;

public sealed class ReaderTests
{
    private static readonly JsonNode Keyboard = JsonNode.Parse("""{"inline_keyboard":[[{"text":"A tip to try","callback_data":"0"}],[{"text":"Cymraeg","callback_data":"1"}]]}""")!;

    // What somebody writes, and what the dialogs hear.
    [Theory]
    [InlineData("hello", "hello", null)]
    [InlineData("/start", "START", null)]
    [InlineData("/START", "START", null)]
    [InlineData("/start abc-DEF_123", "START", "abc-DEF_123")]
    [InlineData("/start@mentor_bot abc", "START", "abc")]
    [InlineData("/more", "more", null)]
    [InlineData("/menu@mentor_bot", "menu", null)]
    [InlineData("/more please", "more please", null)]
    [InlineData("/no_more", "no more", null)]
    [InlineData("/", "/", null)]
    [InlineData("/and/or", "/and/or", null)]
    [InlineData("and /start", "and /start", null)]
    [InlineData("سلام", "سلام", null)]
    public void Words_and_commands_become_words(string written, string heard, string? payload)
    {
        var activity = Bot.Read(FakeTelegramUpdates.Message(Cast.Joan, written)).Message!.Activity;

        Assert.Equal((ActivityTypes.Message, heard, payload), (activity.Type, activity.Text, (string?)activity.Value));
    }

    [Fact]
    public void A_message_knows_its_bot_and_its_chat_and_nothing_else_of_anybody()
    {
        var message = Bot.Read(FakeTelegramUpdates.Message(Cast.Joan, "hello"), id: 4_503_599_627_370_495).Message!;

        Assert.Equal(("telegram", "123456:4503599627370495", Bot.JoansChat, "123456"), (message.Channel, message.ProviderMessageId, message.Address, message.OurAddress));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_796_000_000), message.Activity.Timestamp);
        var kept = ActivityJson.Serialize(message.Activity) + message;
        Assert.False(Cast.GivesAwayANumber(kept), kept);
        Assert.DoesNotContain(FakeTelegramUpdates.Surname, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.Joan.Name, kept, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"text":"hello","from":{"id":7,"is_bot":false,"first_name":"Joan","language_code":"cy"}}""", "cy")]
    [InlineData("""{"text":"hello","from":{"id":7,"is_bot":false,"first_name":"Joan"}}""", null)]
    public void A_message_tells_the_language_that_her_app_is_in(string content, string? locale) =>
        Assert.Equal(locale, Bot.Read(FakeTelegramUpdates.Message(Cast.Joan, JsonNode.Parse(content)!.AsObject())).Message!.Activity.Locale);

    // What is sent, and the attachment that it becomes.
    [Theory]
    [InlineData("""{"photo":[{"file_id":"small","width":90,"height":60},{"file_id":"large","width":1280,"height":853},{"file_id":"middle","width":320,"height":213}]}""", "image/jpeg", "large")]
    [InlineData("""{"voice":{"file_id":"v","duration":3,"mime_type":"audio/ogg"}}""", "audio/ogg", "v")]
    [InlineData("""{"voice":{"file_id":"v","duration":3}}""", "audio/ogg", "v")]
    [InlineData("""{"audio":{"file_id":"a","mime_type":"audio/mpeg","file_name":"Joan Quillfeather.mp3","performer":"Quillfeather"}}""", "audio/mpeg", "a")]
    [InlineData("""{"video":{"file_id":"f","width":1,"height":1,"mime_type":"video/mp4"}}""", "video/mp4", "f")]
    [InlineData("""{"video_note":{"file_id":"n","length":240}}""", "video/mp4", "n")]
    [InlineData("""{"animation":{"file_id":"g"},"document":{"file_id":"g2","mime_type":"video/mp4"}}""", "video/mp4", "g")]
    [InlineData("""{"document":{"file_id":"d","mime_type":"application/pdf"}}""", "application/pdf", "d")]
    [InlineData("""{"document":{"file_id":"d","mime_type":"text/html"}}""", "application/octet-stream", "d")]
    [InlineData("""{"document":{"file_id":"d","mime_type":"IMAGE/PNG"}}""", "image/png", "d")]
    public void Files_become_attachments_with_an_address_of_ours(string content, string contentType, string fileId)
    {
        var activity = Bot.Read(FakeTelegramUpdates.Message(Cast.Joan, JsonNode.Parse(content)!.AsObject())).Message!.Activity;

        var attachment = Assert.Single(activity.Attachments!);
        Assert.Equal((contentType, $"{Bot.FileLinks}{contentType}/{fileId}", null, ""), (attachment.ContentType, attachment.ContentUrl, attachment.Name, activity.Text));
    }

    [Theory]
    [InlineData("""{"photo":[{"file_id":"p","width":1,"height":1}],"caption":"my street"}""", "my street")]
    [InlineData("""{"sticker":{"file_id":"s","emoji":"👍"}}""", "👍")]
    [InlineData("""{"sticker":{"file_id":"s"}}""", "")]
    [InlineData("""{"location":{"latitude":51.5,"longitude":-0.1}}""", "")]
    [InlineData("""{"contact":{"phone_number":"+447700900103","first_name":"Joan"}}""", "")]
    [InlineData("""{"dice":{"emoji":"🎲","value":3}}""", "")]
    public void Whatever_somebody_sends_is_heard_with_the_words_that_go_with_it(string content, string heard)
    {
        var activity = Bot.Read(FakeTelegramUpdates.Message(Cast.Joan, JsonNode.Parse(content)!.AsObject())).Message!.Activity;

        Assert.Equal(heard, activity.Text);
        Assert.False(Cast.GivesAwayANumber(ActivityJson.Serialize(activity)));
    }

    [Fact]
    public void A_press_says_the_words_of_its_button_and_is_to_be_answered()
    {
        var arrival = Bot.Read(FakeTelegramUpdates.Press(Cast.Joan, "p1", "1", Keyboard));

        Assert.Equal(("Cymraeg", "p1", Bot.JoansChat), (arrival.Message!.Activity.Text, arrival.CallbackQueryId, arrival.Message.Address));
    }

    [Theory]
    [InlineData("9", true)]
    [InlineData(null, true)]
    [InlineData("1", false)]
    public void A_press_whose_button_cannot_be_found_asks_for_the_menu(string? data, bool isVisible)
    {
        var arrival = Bot.Read(FakeTelegramUpdates.Press(Cast.Joan, "p1", data, isVisible ? Keyboard : null));

        Assert.Equal(("menu", "p1"), (arrival.Message!.Activity.Text, arrival.CallbackQueryId));
    }

    [Theory]
    [InlineData("kicked", "remove")]
    [InlineData("left", "remove")]
    [InlineData("member", "add")]
    public void Blocking_and_unblocking_are_news(string status, string action)
    {
        var message = Bot.Read(FakeTelegramUpdates.Membership(Cast.Joan, status)).Message!;

        Assert.Equal((ActivityTypes.InstallationUpdate, action, Bot.JoansChat), (message.Activity.Type, message.Activity.Action, message.Address));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_796_000_000), message.Activity.Timestamp);
    }

    public static TheoryData<string> Nothing =>
    [
        FakeTelegramUpdates.InGroup(FakeTelegramUpdates.Message(Cast.Joan, "hello")).ToJsonString(),
        FakeTelegramUpdates.InGroup(FakeTelegramUpdates.Membership(Cast.Joan, "kicked")).ToJsonString(),
        FakeTelegramUpdates.Message(Cast.Joan, new JsonObject { ["pinned_message"] = new JsonObject() }).ToJsonString(),
        """{"edited_message":{"message_id":1,"text":"changed"}}""",
        """{"message_reaction":{"chat":{"id":1}}}""",
        """{"something_of_2030":{"new":[1,2,3]}}""",
        "{}",
    ];

    [Theory]
    [MemberData(nameof(Nothing))]
    public void What_is_nothing_to_us_is_passed_over(string update)
    {
        Assert.Equal(new TelegramArrival { UpdateId = 5 }, Bot.Read(JsonNode.Parse(update)!.AsObject()));
    }

    [Fact]
    public void A_press_in_a_group_is_answered_and_nothing_else()
    {
        var arrival = Bot.Read(FakeTelegramUpdates.InGroup(FakeTelegramUpdates.Press(Cast.Joan, "p1", "1", Keyboard)));

        Assert.Equal(new TelegramArrival { UpdateId = 5, CallbackQueryId = "p1" }, arrival);
    }

    [Theory]
    [InlineData("""{"message":null}""", "message")]
    [InlineData("""{"message":"hello"}""", "message")]
    [InlineData("""{"message":{"text":"no chat","date":1}}""", "message")]
    [InlineData("""{"message":{"chat":null,"date":1}}""", "message")]
    [InlineData("""{"message":{"chat":{"id":"1","type":"private"},"date":1,"text":"a"}}""", "message")]
    [InlineData("""{"message":{"chat":{"id":1,"type":"private"},"date":99999999999999,"text":"a"}}""", "message")]
    [InlineData("""{"message":{"chat":{"id":1,"type":"private"},"date":1,"text":{}}}""", "message")]
    [InlineData("""{"message":{"chat":{"id":1,"type":"private"},"date":1,"photo":[null]}}""", "message")]
    [InlineData("""{"callback_query":{"data":"1"}}""", "callback_query")]
    [InlineData("""{"callback_query":{"id":"p","data":"0","message":{"chat":{"id":1,"type":"private"},"date":1,"reply_markup":{"inline_keyboard":[null]}}}}""", "callback_query")]
    [InlineData("""{"my_chat_member":[]}""", "my_chat_member")]
    public void What_cannot_be_read_is_named_by_its_kind(string update, string kind)
    {
        Assert.Equal(new TelegramArrival { UpdateId = 5, Unreadable = kind }, Bot.Read(JsonNode.Parse(update)!.AsObject()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("[1]")]
    [InlineData("\"a\"")]
    [InlineData("{}")]
    [InlineData("""{"update_id":"5"}""")]
    [InlineData("""{"update_id":5.5}""")]
    [InlineData("""{"update_id":99999999999999999999}""")]
    [InlineData("""{"update_id":1,"message":{"text":"cut sho""")]
    public void A_body_that_is_no_update_is_named_so(string body)
    {
        Assert.Equal(new TelegramArrival { Unreadable = "update" }, Bot.Reader.Read(Encoding.UTF8.GetBytes(body)));
    }

    [Fact]
    public void Text_that_is_no_Unicode_is_set_aside()
    {
        Assert.Equal("message", Bot.Reader.Read("""{"update_id":5,"message":{"chat":{"id":1,"type":"private"},"date":1,"text":"\ud83d"}}"""u8.ToArray()).Unreadable);
    }
}
