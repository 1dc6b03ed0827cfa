namespace MentorBot.Dialogs.Tests.Library;

public class WordsReaderTests
{
    [Fact]
    public void A_line_that_is_not_YAML_is_named()
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", "first: Hello.\nsecond: one: two");

        var problem = Assert.Single(folder.Problems());
        Assert.StartsWith("dialogs/Welcome/words.en.yaml:2: This line cannot be read as YAML:", problem);
        Assert.EndsWith("Check the spaces before it, use each name once, and put \"quotes\" around text with a colon or a hash in it.", problem);
    }

    [Fact]
    public void A_name_used_twice_is_named()
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", "first: Hello.\nfirst: Hello again.");

        Assert.StartsWith("dialogs/Welcome/words.en.yaml:2: This line cannot be read as YAML: Duplicate key", Assert.Single(folder.Problems()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# Nothing but a remark")]
    [InlineData("- a list")]
    public void A_file_without_names_is_named(string text)
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", text);

        Assert.Equal(
            ["dialogs/Welcome/words.en.yaml:1: There is nothing here to read. Write `name: what it stands for`, one a line."], folder.Problems());
    }

    [Theory]
    [InlineData("first:")]
    [InlineData("first: ''")]
    [InlineData("first: [Hello]")]
    [InlineData("first: { sms: Hello }")]
    public void A_phrase_without_words_for_every_channel_is_named(string text)
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", text);

        Assert.Equal(
            ["dialogs/Welcome/words.en.yaml:1: `first` says nothing. Write `first: the words`, or `text: the words` below it."], folder.Problems());
    }

    [Fact]
    public void Parts_that_a_phrase_does_not_have_are_all_named()
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", """
            first:
              text: Hello.
              fax: Hello.
              segments: many
              optOut: maybe
            Second One: Hello.
            """);

        Assert.Equal(
            [
                "dialogs/Welcome/words.en.yaml:3: `fax` is not a part of a phrase. The parts are text, sms, telegram, webchat, segments and optOut.",
                "dialogs/Welcome/words.en.yaml:4: `segments` is how many text messages this may take. Write a number from 1 to 3.",
                "dialogs/Welcome/words.en.yaml:5: `optOut` says whether this tells people how to stop. Write `true`, or take it out.",
                "dialogs/Welcome/words.en.yaml:6: `Second One` cannot be a name. Use letters without spaces or accents, the first one small: `first`, `lostPlace`.",
            ],
            folder.Problems());
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once_by_file_and_line()
    {
        using var folder = new SampleFolder()
            .With("Welcome/words.en.yaml", "first: Upload it & go.\nsecond: I’m here.")
            .With("About/words.en.yaml", "what: Text YES.");

        Assert.Equal(
            ["dialogs/About/words.en.yaml:1", "dialogs/Welcome/words.en.yaml:1", "dialogs/Welcome/words.en.yaml:1", "dialogs/Welcome/words.en.yaml:2"],
            folder.Read().Problems.Select(problem => $"{problem.File}:{problem.Line}"));
    }
}
