using System.Text.Json.Nodes;
using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Linking;

namespace MentorBot.Dialogs.Tests.Linking;

public class LinkCodeTests
{
    private static readonly Commands Commands = Content.Read(Content.BesideTheProgram, Gsm7.Segments).Commands;

    [Theory]
    [InlineData("LINK 123456", "123456")]
    [InlineData("link123456", "123456")]
    [InlineData("Link: 123-456.", "123456")]
    [InlineData("lnik 123 456 please", "123456")]
    [InlineData("123456 link", "123456")]
    [InlineData("uno 012345", "012345")]
    [InlineData("link 1", "1")]
    [InlineData("LINK", null)]
    [InlineData("123456", null)]
    [InlineData("I like 2 links", null)]
    [InlineData("unlink 123456", null)]
    [InlineData("more 2", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_code_comes_with_the_command_however_it_is_spaced(string? text, string? code) =>
        Assert.Equal(code, LinkCode.In(new Activity(ActivityTypes.Message) { Text = text }, Commands));

    [Theory]
    [InlineData("123456", "123456")]
    [InlineData("123 456.", "123456")]
    [InlineData("1234", "1234")]
    [InlineData("12", null)]
    [InlineData("code 123456", null)]
    public void Where_a_code_is_waited_for_its_digits_are_enough_and_a_choice_is_none(string text, string? code) =>
        Assert.Equal(code, LinkCode.Alone(new Activity(ActivityTypes.Message) { Text = text }));

    [Fact]
    public void A_Telegram_link_brings_the_code_behind_its_start() =>
        Assert.Equal("123456", LinkCode.In(Start("link-123456"), Commands));

    [Fact]
    public void Another_Telegram_link_brings_none()
    {
        Assert.Null(LinkCode.In(Start("poster-7"), Commands));
        Assert.Null(LinkCode.In(new Activity(ActivityTypes.Message) { Text = "START", Value = new JsonObject { ["link-"] = 1 } }, Commands));
    }

    private static Activity Start(string payload) => new(ActivityTypes.Message) { Text = "START", Value = payload };
}
