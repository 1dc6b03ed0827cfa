using MentorBot.Dialogs.Concerns.Reading;
using MentorBot.Dialogs.Tests.Transcripts;

namespace MentorBot.Dialogs.Tests.Concerns;

/// <summary>The same cry is heard however it is written.</summary>
public class WritingTests
{
    [Theory]
    [InlineData("I WANT TO DIE")]
    [InlineData("i want to d i e")]
    [InlineData("I. want. to. die.")]
    [InlineData("i want to diiiiieeee")]
    [InlineData("i wanttodie")]
    [InlineData("i want to d\u200Bi\u200Be")]
    [InlineData("i w4nt t0 d1e")]
    [InlineData("ı wänt tö díe")]
    [InlineData("i wаnt tо diе")]
    [InlineData("ｉ ｗａｎｔ ｔｏ ｄｉｅ")]
    [InlineData("i want to... die")]
    [InlineData("k*ll myself")]
    [InlineData("i'm suicidle")]
    [InlineData("im siucidal")]
    [InlineData("s.u.i.c.i.d.e")]
    [InlineData("dont want 2 b here anymore")]
    [InlineData("don\u2019t want to live")]
    [InlineData("this queue is killing me and honestly i want to die")]
    [InlineData("how do i kill the app. also i am going to kill myself")]
    [InlineData("been cuttin myself again")]
    [InlineData("ah want tae die")]
    [InlineData("dwi isio marw")]
    [InlineData("Rwy\u2019n teimlo\u2019n hunanladdol")]
    public void Writing_hides_nothing(string text) => Assert.Equal("self-harm", World.Content.Concerns.Read(text)?.Kind.Id);

    [Theory]
    [InlineData("I'm dying")]
    [InlineData("i am dying")]
    [InlineData("im dying help")]
    [InlineData("I think I'm dying")]
    public void Who_says_that_she_is_dying_is_believed(string text) => Assert.Equal("medical", World.Content.Concerns.Read(text)?.Kind.Id);

    [Theory]
    [InlineData("I'm dying of laughter")]
    [InlineData("im dying of boredom")]
    [InlineData("i am dying \U0001F602")]
    [InlineData("\U0001F480\U0001F480 im dying")]
    [InlineData("I'm dying to see you")]
    [InlineData("lol im dying")]
    public void Who_laughs_is_not_taken_for_dying(string text) => Assert.Null(World.Content.Concerns.Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("...")]
    [InlineData("!!!")]
    [InlineData("\uD83D\uDE00")]
    [InlineData("\uD800")]
    [InlineData("EXIT")]
    [InlineData("STOP")]
    [InlineData("help")]
    public void Nothing_is_heard_where_nothing_is_said(string? text) => Assert.Null(World.Content.Concerns.Read(text));

    [Fact]
    public void A_long_text_is_read_to_its_end() =>
        Assert.Equal("self-harm", World.Content.Concerns.Read(string.Concat(Enumerable.Repeat("and then we went to the shop and back ", 200)) + "i want to die")?.Kind.Id);

    [Fact]
    public void No_word_of_a_command_is_a_sign() =>
        Assert.Empty(World.Content.Commands.Words.Where(word => World.Content.Concerns.Read(word.Text) is { IsBySign: true }).Select(word => word.Text));

    [Theory]
    [InlineData("I want to die", "en")]
    [InlineData("dwi isio marw", "cy")]
    [InlineData("dwi'n teimlo'n suicidal", "en")]
    public void It_tells_which_language_the_sign_was_in(string text, string locale) =>
        Assert.Equal(locale, World.Content.Concerns.Read(text)?.Locale);

    [Theory]
    [InlineData("marw", "farw")]
    [InlineData("cyllell", "gyllell nghyllell chyllell")]
    [InlineData("tabledi", "dabledi nhabledi thabledi")]
    [InlineData("gwaed", "waed ngwaed")]
    [InlineData("lladd", "ladd")]
    [InlineData("chwaer", "")]
    public void Welsh_words_are_known_by_their_other_beginnings(string word, string forms) =>
        Assert.Equal(forms, string.Join(' ', Mutations.Of(word)));
}
