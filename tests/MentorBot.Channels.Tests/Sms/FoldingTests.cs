using FsCheck;
using FsCheck.Fluent;
using MentorBot.Channels.Sms;

namespace MentorBot.Channels.Tests.Sms;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("“It’s” – ok…", "\"It's\" - ok...")]
    [InlineData("a\u00A0b\u2009c\u3000d\te", "a b c d e")]
    [InlineData("`code´ ‚low‘", "'code' 'low'")]
    [InlineData("« bonjour »", "\" bonjour \"")]
    [InlineData("• milk\n▪ eggs", "- milk\n- eggs")]
    [InlineData("ﬁrst oﬃce ﬂat", "first office flat")]
    [InlineData("Ｈｅｌｌｏ！１２｀", "Hello!12'")]
    [InlineData("½ × 3 − 1", "1/2 x 3 - 1")]
    [InlineData("soft\u00ADhyphen zero\u200Bwidth", "softhyphen zerowidth")]
    [InlineData("one\u2028two\u2029three", "one\ntwo\n\nthree")]
    public void Printers_characters_become_look_alikes_that_cost_half(string text, string expected)
    {
        var folded = SmsText.Fold(text);

        Assert.Equal(expected, folded);
        Assert.Equal(SmsEncoding.Gsm7, SmsText.Measure(folded).Encoding);
    }

    [Theory]
    [InlineData("Dŵr a tŷ, gwên a môr")]
    [InlineData("ça va")]
    [InlineData("سلام می\u200Cخواهم")]
    [InlineData("👨\u200D👩\u200D👧 \u200F")]
    [InlineData("plain £5 & €3 {x} [y] ~ ^ | \\")]
    public void Letters_and_faces_stay_as_they_are(string text) => Assert.Same(text, SmsText.Fold(text));

    [Fact]
    public void Folding_twice_changes_nothing_more() => Prop
        .ForAll(Texts.Any.ToArbitrary(), text => SmsText.Fold(SmsText.Fold(text)) == SmsText.Fold(text))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void What_fits_the_alphabet_is_never_touched() => Prop
        .ForAll(Texts.Any.ToArbitrary(), text => SmsText.Measure(text).Encoding == SmsEncoding.Ucs2 || ReferenceEquals(text, SmsText.Fold(text)))
        .QuickCheckThrowOnFailure();
}
