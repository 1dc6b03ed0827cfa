namespace MentorBot.Dialogs.Tests.Library;

public class WordsTests
{
    [Theory]
    [InlineData("en", "sms", "Short.")]
    [InlineData("en", "telegram", "Read there.")]
    [InlineData("en", "webchat", "Long.")]
    [InlineData("cy", "sms", "Byr.")]
    [InlineData("cy", "telegram", "Hir.")]
    [InlineData("cy-GB", "webchat", "Hir.")]
    [InlineData("fr", "webchat", "Long.")]
    [InlineData(null, "webchat", "Long.")]
    public void The_language_and_the_channel_choose_the_words(string? locale, string channel, string words)
    {
        using var folder = new SampleFolder()
            .With("Welcome/words.en.yaml", "first:\n  telegram: Read there.\n  sms: Short.\n  text: Long.")
            .With("Welcome/words.cy.yaml", "first:\n  text: Hir.\n  sms: Byr.");

        Assert.Equal(words, folder.Read().Words.For(locale, channel, "Welcome.first"));
    }

    [Fact]
    public void Words_of_several_lines_keep_their_lines()
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", "first: |-\n  Reply\n  1 a tip");

        Assert.Equal("Reply\n1 a tip", folder.Read().Words.For("en", "sms", "Welcome.first"));
    }

    [Fact]
    public void English_is_said_where_a_language_lacks_the_words()
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", "first: Hello.").With("About/words.cy.yaml", "what: Helo.");

        Assert.Equal("Hello.", folder.Read().Words.For("cy", "sms", "Welcome.first"));
    }

    [Fact]
    public void Gaps_are_filled_once_and_what_fills_them_is_left_alone()
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", "first: Go to {place}, number {number}.");

        Assert.Equal(
            "Go to {number}, number 3.", folder.Read().Words.For("en", "sms", "Welcome.first", ("place", "{number}"), ("number", "3")));
    }

    [Fact]
    public void A_gap_without_a_value_and_a_key_without_words_are_mistakes()
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", "first: Go to {place}.");
        var words = folder.Read().Words;

        Assert.Throws<KeyNotFoundException>(() => words.For("en", "sms", "Welcome.first"));
        Assert.Throws<KeyNotFoundException>(() => words.For("en", "sms", "Welcome.second"));
    }
}
