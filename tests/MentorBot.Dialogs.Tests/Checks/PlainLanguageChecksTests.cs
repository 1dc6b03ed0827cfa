using MentorBot.Dialogs.Checks;

namespace MentorBot.Dialogs.Tests.Checks;

public class PlainLanguageChecksTests
{
    [Theory]
    [InlineData("Text YES to go on.", "YES")]
    [InlineData("Reply end to leave.", "END")]
    [InlineData("CANCEL = leave", "CANCEL")]
    public void Words_that_the_phone_company_acts_on_are_never_asked_for(string text, string word)
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", $"first: {text}");

        Assert.Equal(
            [$"dialogs/Welcome/words.en.yaml:1: The phone company acts on the word {word} before we ever see it. Ask for another word, or for a number."],
            folder.Problems());
    }

    [Fact]
    public void The_way_to_stop_is_named_only_in_its_notice()
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", """
            notice:
              text: STOP = no more texts
              optOut: true
            other: STOP = no more texts
            """);

        Assert.Equal(
            ["dialogs/Welcome/words.en.yaml:4: The phone company acts on the word STOP before we ever see it. Ask for PAUSE, or mark this as the notice that tells people how to stop: `optOut: true`."],
            folder.Problems());
    }

    [Fact]
    public void The_same_words_may_be_used_when_nobody_is_asked_to_send_them()
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", "first: Stop when you like. If they say yes, go on to the end.");

        Assert.Empty(folder.Problems());
    }

    [Theory]
    [InlineData("CHOICES = what I can do")]
    [InlineData("MENUS = what I can do")]
    public void A_command_goes_by_one_name(string text)
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", $"first: {text}");

        Assert.Equal(
            [$"dialogs/Welcome/words.en.yaml:1: {text.Split(' ')[0]} is not a word that people can send us. Write it in small letters, or use one of MENU, STOP."],
            folder.Problems());
    }

    [Theory]
    [InlineData("Upload it.")]
    [InlineData("See your uploads.")]
    public void A_hard_word_is_named_with_the_plain_one(string text)
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", $"first: {text}");

        Assert.Equal(["dialogs/Welcome/words.en.yaml:1: `upload` is a hard word. In its place: send."], folder.Problems());
    }

    [Fact]
    public void A_sign_for_and_is_named()
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", "first: Photos & films.");

        Assert.Equal(["dialogs/Welcome/words.en.yaml:1: There is an & sign. Write the word for it."], folder.Problems());
    }

    [Fact]
    public void A_sentence_of_more_than_twenty_words_is_named()
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", $"short: {Words(20)}.\nlong: {Words(21)}.");

        Assert.Equal(
            ["dialogs/Welcome/words.en.yaml:2: A sentence here has 21 words: \"we we we we we...\". Make two of it; 20 words is the most."],
            folder.Problems());
    }

    [Fact]
    public void A_file_of_long_words_is_named_with_the_longest()
    {
        var sentences = string.Concat(Enumerable.Repeat("Recording considerable information. ", 12));
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", $"first:\n  text: {sentences}\n  sms: Hello.");

        Assert.Matches(
            "^dialogs/Welcome/words.en.yaml:1: This is hard to read: grade [0-9.]+, and 5 is the most. Shorten sentences and long words, such as considerable, information, recording.$",
            Assert.Single(folder.Problems()));
    }

    [Fact]
    public void The_grade_is_Flesch_and_Kincaids() =>
        // 6 words, 2 sentences, 7 syllables: 0.39 * 3 + 11.8 * 7 / 6 - 15.59
        Assert.Equal(-0.653, ReadingAge.Grade(["Take a photo", "Look at it"]), 3);

    [Theory]
    [InlineData("Wait. Look again! MENU = choices", 3)]
    [InlineData("Reply\n1 a tip\n2 what is this", 3)]
    [InlineData("It costs 1.50 a week.", 1)]
    [InlineData("12.", 0)]
    public void Sentences_end_at_stops_and_at_the_ends_of_lines(string text, int count) =>
        Assert.Equal(count, Prose.Sentences(text).Count);

    [Fact]
    public void Words_are_what_has_letters_and_is_not_a_gap() =>
        Assert.Equal(["I'm", "in", "tŷ", "Mair"], Prose.Words("I'm in {place}, 3 tŷ Mair = !"));

    [Theory]
    [InlineData("a", 1)]
    [InlineData("the", 1)]
    [InlineData("take", 1)]
    [InlineData("takes", 1)]
    [InlineData("filmed", 1)]
    [InlineData("free", 1)]
    [InlineData("table", 2)]
    [InlineData("tables", 2)]
    [InlineData("wanted", 2)]
    [InlineData("boxes", 2)]
    [InlineData("pages", 2)]
    [InlineData("photo", 2)]
    [InlineData("we'll", 1)]
    [InlineData("computer", 3)]
    [InlineData("information", 4)]
    public void Syllables_are_told_about_right(string word, int count) =>
        Assert.Equal(count, Syllables.In(word));

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("we", count));
}
