namespace MentorBot.Dialogs.Tests.Library;

public class CommandsTests
{
    [Theory]
    [InlineData("MENU", "menu")]
    [InlineData(" menu. ", "menu")]
    [InlineData("Dewislen!", "menu")]
    [InlineData("choices", "menu")]
    [InlineData("who  sees this?", "who")]
    [InlineData("pwy syn gweld hyn", "who")]
    [InlineData("Pwy sy’n gweld hyn", "who")]
    [InlineData("the menu please", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_command_is_a_whole_message_in_any_language_and_spelling(string? text, string? command)
    {
        using var folder = new SampleFolder().With("commands.yaml", """
            menu:
              en: [MENU, CHOICES]
              cy: [MENU, DEWISLEN]
            who:
              en: [WHO SEES THIS]
              cy: [PWY SY'N GWELD HYN]
            """);

        Assert.Equal(command, folder.Read().Commands.Recognise(text));
    }

    [Fact]
    public void A_word_of_two_commands_and_a_command_of_no_words_are_named()
    {
        using var folder = new SampleFolder().With("commands.yaml", """
            menu:
              en: [MENU]
            more:
              en: [MORE, Menu]
            less:
              en: LESS
            """);

        Assert.Equal(
            [
                "dialogs/commands.yaml:2: MENU belongs to two commands. Take it out of one of them.",
                "dialogs/commands.yaml:4: Menu belongs to two commands. Take it out of one of them.",
                "dialogs/commands.yaml:6: This command has no words. Write them as a list: `en: [MENU]`.",
            ],
            folder.Problems());
    }
}
