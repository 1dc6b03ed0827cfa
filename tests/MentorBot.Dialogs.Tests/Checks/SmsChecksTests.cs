using MentorBot.Dialogs.Checks;
using System.Text;

namespace MentorBot.Dialogs.Tests.Checks;

public class SmsChecksTests
{
    [Fact]
    public void Words_longer_than_one_text_message_are_named()
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", $"first: {Sentences(161)}");

        Assert.Equal(
            ["dialogs/Welcome/words.en.yaml:1: `first` takes 2 text messages (161 characters), and may take 1. Shorten it, give it a short `sms:` form, or, only where people truly need it all, allow more with `segments:`."],
            folder.Problems());
    }

    [Fact]
    public void Words_of_just_one_text_message_are_fine()
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", $"first: {Sentences(160)}");

        Assert.Empty(folder.Problems());
    }

    [Fact]
    public void Words_may_take_more_where_they_say_so()
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", $"first:\n  text: {Sentences(161)}\n  segments: 2");

        Assert.Empty(folder.Problems());
    }

    [Fact]
    public void Only_the_short_form_is_measured_when_there_is_one()
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", $"first:\n  text: {Sentences(400)}\n  sms: Hello.");

        Assert.Empty(folder.Problems());
    }

    [Fact]
    public void Gaps_are_measured_filled_with_the_longest_that_can_fill_them()
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", $"first: {Sentences(140)} {{place}}");

        Assert.StartsWith(
            "dialogs/Welcome/words.en.yaml:1: `first` takes 2 text messages (171 characters), and may take 1.", Assert.Single(folder.Problems()));
    }

    [Fact]
    public void A_tip_longer_than_two_text_messages_is_named()
    {
        using var folder = new SampleFolder().WithCourse(
            course => course.Replace("Wipe the lens with a soft cloth.", Sentences(250), StringComparison.Ordinal));

        Assert.Equal(
            ["dialogs/courses/photos/en.md:10: This tip takes 3 text messages (321 characters with its frame), and may take 2. Keep one idea and one thing to try; make a second tip of the rest."],
            folder.Problems());
    }

    [Fact]
    public void A_curly_quote_is_named_with_the_straight_one()
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", "first: I’m a computer.");

        Assert.Equal(
            ["dialogs/Welcome/words.en.yaml:1: A text message cannot hold ’ cheaply (U+2019). Write ' in its place, or use another word."],
            folder.Problems());
    }

    [Fact]
    public void A_tip_with_a_letter_that_text_messages_lack_is_named_on_its_own_line()
    {
        using var folder = new SampleFolder().WithCourse(
            course => course.Replace("Take a photo before and after.", "Ask at the tŷ.", StringComparison.Ordinal));

        Assert.Equal(
            ["dialogs/courses/photos/en.md:14: A text message cannot hold ŷ cheaply (U+0177). Write y in its place, or use another word."],
            folder.Problems());
    }

    [Fact]
    public void A_form_that_is_never_a_text_message_may_have_any_letter()
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", "first:\n  text: Your ffôn.\n  sms: Your phone.\n  telegram: Your ffôn.");

        Assert.Empty(folder.Problems());
    }

    [Theory]
    [InlineData("\u2013", "-")]
    [InlineData("`", "'")]
    [InlineData("ô", "o")]
    [InlineData("\u2026", "...")]
    [InlineData("😀", null)]
    [InlineData("ж", null)]
    public void The_plain_character_for_another_is_known(string character, string? plain) =>
        Assert.Equal(plain, Lookalikes.Of(Rune.GetRuneAt(character, 0)));

    /// <summary>Short plain sentences, of exactly so many characters in all.</summary>
    private static string Sentences(int length) =>
        string.Concat(Enumerable.Repeat("We go on. ", length / 10)).PadRight(length, 'o').TrimEnd().PadRight(length, 'o');
}
