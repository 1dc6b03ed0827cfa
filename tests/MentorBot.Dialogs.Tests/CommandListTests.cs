using MentorBot.Dialogs.CommandLists;
using MentorBot.Dialogs.Tests.Transcripts;

namespace MentorBot.Dialogs.Tests;

public class CommandListTests
{
    [Theory]
    [InlineData("en", "menu more help person book language pause stop")]
    [InlineData("cy", "menu mwy help person cadw iaith saib stop")]
    public void An_app_lists_the_words_that_we_name_in_each_language(string locale, string words) =>
        Assert.Equal(words.Split(' '), CommandList.In(World.Content, BotFramework.Channels.Telegram, locale).Select(command => command.Word));

    [Fact]
    public void Whatever_is_listed_is_understood_and_short_enough_for_Telegram() => Assert.All(
        World.Content.Words.Locales.SelectMany(locale => CommandList.In(World.Content, BotFramework.Channels.Telegram, locale)),
        command =>
        {
            Assert.NotNull(World.Content.Commands.Recognise(command.Word));
            Assert.Matches("^[a-z0-9_]{1,32}$", command.Word);
            Assert.InRange(command.Description.Length, 1, 256);
        });
}
