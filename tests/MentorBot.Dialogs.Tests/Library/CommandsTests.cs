using MentorBot.Dialogs.Tests.Transcripts;

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

    [Theory]
    [InlineData("mneu", "menu")]
    [InlineData("meun please", "menu")]
    [InlineData("Menuu", "menu")]
    [InlineData("mnu", "menu")]
    [InlineData("deiwslen", "menu")]
    [InlineData("DEWISLAN", "menu")]
    [InlineData("Hello, menu, thank you!", "menu")]
    [InlineData("MENU MENU", "menu")]
    [InlineData("mênu", "menu")]
    [InlineData("menus and more", null)]
    [InlineData("mend", null)]
    [InlineData("emu", null)]
    [InlineData("hello", "hello")]
    [InlineData("👋🏽", "hello")]
    [InlineData("hello please", "hello")]
    public void A_slip_of_a_finger_and_politeness_do_not_count(string text, string? command)
    {
        using var folder = new SampleFolder().With("commands.yaml", """
            menu:
              en: [MENU]
              cy: [DEWISLEN]
            hello:
              en: [HELLO, 👋]
            thanks:
              en: [THANK YOU]
            polite:
              en: [PLEASE]
            """);

        Assert.Equal(command, folder.Read().Commands.Recognise(text));
    }

    [Fact]
    public void A_slip_that_may_be_either_of_two_commands_is_neither()
    {
        using var folder = new SampleFolder().With("commands.yaml", """
            pause:
              en: [PAUSES]
            cause:
              en: [PAUSER]
            """);

        Assert.Null(folder.Read().Commands.Recognise("pauset"));
    }

    [Theory]
    [InlineData("dewislen", "cy")]
    [InlineData("choices", "en")]
    [InlineData("menu", null)]
    [InlineData("something else", null)]
    public void The_language_of_a_command_is_known_when_only_one_language_has_it(string text, string? language)
    {
        using var folder = new SampleFolder();

        Assert.Equal(language, folder.Read().Commands.LanguageOf(text));
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

    [Theory]
    [InlineData("who is this stop texting me", "stop")]
    [InlineData("stop texting me you idiots", "stop")]
    [InlineData("can you please stop", "stop")]
    [InlineData("ffs stop", "stop")]
    [InlineData("stop u dick", "stop")]
    [InlineData("do not contact me again", "stop")]
    [InlineData("i dont know you, leave me alone!", "stop")]
    [InlineData("STOOOOP", "stop")]
    [InlineData("gad fi fod", "stop")]
    [InlineData("wrong number", "stop")]
    [InlineData("he wont leave me alone", null)]
    [InlineData("I told him to stop texting me", null)]
    [InlineData("how do i get people to stop sending me messages", null)]
    [InlineData("my mum says stop texting me and i do not know what to do about it any more", null)]
    [InlineData("dick", null)]
    [InlineData("HEEEELP", "help")]
    [InlineData("hellooo", "hello")]
    [InlineData("bloody menu", "menu")]
    [InlineData("I just want to talk to someone", "person")]
    [InlineData("can I speak to a human?", "person")]
    public void What_people_really_write_is_understood(string text, string? command) => Assert.Equal(command, World.Content.Commands.Recognise(text));
}
