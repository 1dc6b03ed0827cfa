using MentorBot.BotFramework.Dialogs;

namespace MentorBot.BotFramework.Tests.Dialogs.Choices;

public class ChoiceFactoryTests
{
    private static readonly IList<Choice> Two = ChoiceFactory.ToChoices(["a", "b"]);
    private static readonly IList<Choice> Three = ChoiceFactory.ToChoices(["a", "b", "c"]);

    [Fact]
    public void Inline_has_the_words_of_the_framework()
    {
        Assert.Equal("Pick (1) a or (2) b", ChoiceFactory.Inline(Two, "Pick").Text);
        Assert.Equal("(1) a, (2) b, or (3) c", ChoiceFactory.Inline(Three).Text);
        Assert.Equal("Pick (1) a", ChoiceFactory.Inline(ChoiceFactory.ToChoices(["a"]), "Pick").Text);
    }

    [Fact]
    public void A_list_has_the_lines_of_the_framework()
    {
        Assert.Equal("Pick\n\n   1. a\n   2. b", ChoiceFactory.List(Two, "Pick").Text);
        Assert.Equal("Pick\n\n   - a\n   - b", ChoiceFactory.List(Two, "Pick", new ChoiceFactoryOptions { IncludeNumbers = false }).Text);
    }

    [Fact]
    public void The_marks_between_can_be_changed() => Assert.Equal("Pick a / b / or c", ChoiceFactory.Inline(
        Three, "Pick", new ChoiceFactoryOptions { InlineSeparator = " / ", InlineOrMore = " / or ", IncludeNumbers = false }).Text);

    [Theory]
    [InlineData(3, "Pick (1) x1, (2) x2, or (3) x3")]
    [InlineData(4, "Pick\n\n   1. x1\n   2. x2\n   3. x3\n   4. x4")]
    public void Up_to_three_are_in_the_sentence(int count, string text) =>
        Assert.Equal(text, ChoiceFactory.ForChannel(Channels.Sms, ChoiceFactory.ToChoices(Enumerable.Range(1, count).Select(i => $"x{i}")), "Pick").Text);

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void A_title_too_long_for_a_button_makes_a_list(int length, bool buttons)
    {
        var message = ChoiceFactory.ForChannel(Channels.Telegram, ChoiceFactory.ToChoices([new string('x', length), "b"]), "Pick");

        Assert.Equal(buttons, message.SuggestedActions is not null);
        Assert.Equal(!buttons, message.Text!.Contains("\n   2. b", StringComparison.Ordinal));
    }

    [Fact]
    public void The_title_of_an_action_is_what_is_shown()
    {
        var choices = new List<Choice> { new("a") { Action = new CardAction { Type = ActionTypes.PostBack, Title = "Apple", Value = "1" } }, new("b") };

        Assert.Equal("Pick (1) Apple or (2) b", ChoiceFactory.Inline(choices, "Pick").Text);
        Assert.Equal(["postBack", "imBack"], ChoiceFactory.SuggestedAction(choices).SuggestedActions!.Actions!.Select(a => a.Type));
    }

    [Fact]
    public void Where_there_are_only_cards_the_choices_are_on_one()
    {
        var message = ChoiceFactory.ForChannel(Channels.Msteams, Two, "Pick");

        Assert.Equal("""{"text":"Pick","buttons":[{"type":"imBack","title":"a","value":"a"},{"type":"imBack","title":"b","value":"b"}]}""", message.Attachments![0].Content!.ToJsonString());
    }
}
