using MentorBot.Dialogs.Root;
using MentorBot.Dialogs.Tests.Transcripts;

namespace MentorBot.Dialogs.Tests;

public class ReachTests(World world)
{
    // These are answered before any dialog.
    private static readonly string[] ByMiddleware = ["stop", "exit"];

    [Fact]
    public void Every_command_people_may_send_leads_somewhere_and_every_dialog_can_be_sent_for() =>
        Assert.Equal(
            World.Content.Commands.Words.Select(word => word.Command).Distinct().Except(ByMiddleware).Order(),
            world.Get<RootDialog>().AllCommands.Order());

    [Theory]
    [InlineData("Menu.tip", "more", "more")]
    [InlineData("Menu.about", "what", "what")]
    [InlineData("Menu.language", "cymraeg", "english")]
    [InlineData("Tips.next", "more", "more")]
    [InlineData("Languages.english", "english", "english")]
    [InlineData("Languages.cymraeg", "cymraeg", "cymraeg")]
    public void A_button_says_a_command(string key, string inEnglish, string inWelsh) =>
        Assert.Equal(
            [inEnglish, inWelsh],
            new[] { "en", "cy" }.Select(locale => World.Content.Commands.Recognise(World.Content.Words.For(locale, "webchat", key))));
}
