using FsCheck;
using FsCheck.Fluent;
using MentorBot.BotFramework.Dialogs;

namespace MentorBot.BotFramework.Tests.Dialogs.Choices;

public class TokenizerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("food", "food")]
    [InlineData("  fuzzy wuzzy  was a bear ", "fuzzy|wuzzy|was|a|bear")]
    [InlineData("food (e.g. fish)", "food|e|g|fish")]
    [InlineData("a|b", "a|b")]
    [InlineData("2.5", "2|5")]
    [InlineData("don't", "don|t")]
    [InlineData("hi🙂there", "hi|🙂|there")]
    [InlineData("🍕🍔", "🍕|🍔")]
    [InlineData("tŷ bach", "tŷ|bach")]
    [InlineData("A\u0000B", "A|B")]
    [InlineData("a—b", "a|b")]
    public void Text_is_parted_at_spaces_and_marks(string text, string tokens) =>
        Assert.Equal(tokens, string.Join('|', Tokenizer.Tokenize(text).Select(t => t.Text)));

    [Fact]
    public void Tokens_are_compared_in_small_letters_and_know_where_they_were()
    {
        var token = Tokenizer.Tokenize("the RED one")[1];

        Assert.Equal(new Token(4, 6, "RED", "red"), token);
    }

    [Fact]
    public void No_text_at_all_has_no_tokens() => Assert.Empty(Tokenizer.Tokenize(null));

    [Theory]
    [InlineData("\ud83d")]
    [InlineData("a\ude00b")]
    [InlineData("\ud83d\ud83d\ude00")]
    [InlineData("\0\0")]
    public void Broken_text_does_no_harm(string text) => Assert.All(Tokenizer.Tokenize(text), t => Assert.Equal(t.Text, text[t.Start..(t.End + 1)]));

    [Fact]
    public void Any_string_can_be_tokenized_and_every_token_is_a_part_of_it() =>
        Prop.ForAll<char[]>(chars =>
        {
            var text = new string(chars);
            return Tokenizer.Tokenize(text).All(t => text[t.Start..(t.End + 1)] == t.Text);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_string_breaks_a_recognizer() =>
        Prop.ForAll(ArbMap.Default.ArbFor<char[]>(), Gen.Elements("en", "cy").ToArbitrary(), (chars, locale) =>
        {
            var text = new string(chars);
            ChoiceRecognizers.RecognizeChoices(text, ChoiceFactory.ToChoices([text, "red"]), new FindChoicesOptions { Locale = locale });
            _ = (ConfirmRecognizer.Recognize(text, locale), NumberRecognizer.Recognize(text, locale), DateTimeRecognizer.Recognize(text, locale, Cast.WednesdayMorning));
            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_sentence_of_odd_words_breaks_a_recognizer()
    {
        string[] parts = ["2", "next", "monday", "at", "half", "past", "to", "one", "hundred", "and", "in", "hours", "5/6", "10:30", "-", "#", "yes", "no", "not", "\ud83d", "99999999999", "2nd", "th", "am", "deg", "cant", "june", "31", "29", "february", "0", "1.2.3.4", "9/9/9/9"];
        Prop.ForAll(Gen.Elements(parts).ArrayOf().ToArbitrary(), words =>
        {
            var text = string.Join(' ', words);
            _ = (ConfirmRecognizer.Recognize(text, "cy"), NumberRecognizer.Recognize(text, "cy"), DateTimeRecognizer.Recognize(text, "cy", Cast.WednesdayMorning));
            return ChoiceRecognizers.RecognizeChoices(text, ChoiceFactory.ToChoices(["a", "b"])).Count <= 2;
        }).QuickCheckThrowOnFailure();
    }
}
