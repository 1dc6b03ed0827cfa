using MentorBot.Dialogs.Tests.Transcripts;

namespace MentorBot.Dialogs.Tests.Concerns;

/// <summary>A cry within much that is ordinary is heard, and what is ordinary alone is not.</summary>
public class BuriedTests
{
    [Theory]
    [InlineData("thanks for Tuesday, the photos came out lovely and my daughter says hello, see you at the library next week at 4. I want to die")]
    [InlineData("can we do lesson 5 tomorrow please. i want to kill myself. also what time is the mentor there")]
    [InlineData("hi sam the wifi is fixed now and the printer works again. i took all my tablets this morning")]
    [InlineData("diolch am y wers, roedd y lluniau yn dda iawn. dwi isio marw. welwn ni chi dydd Mawrth")]
    [InlineData("thanks for the tip about passwords it worked. he hit me again last night. how do i change my email")]
    [InlineData("thanks for the lesson and the photos came out lovely see you tuesday at the library at 4 oh and i want to kill myself")]
    public void A_cry_among_ordinary_words_is_heard(string text) => Assert.NotNull(World.Content.Concerns.Read(text));

    [Theory]
    [InlineData("she is with her sister")]
    [InlineData("is that you Sam")]
    [InlineData("my son does my phone for me")]
    [InlineData("yes please tuesday at 4")]
    [InlineData("my husband is at work till five")]
    [InlineData("I love killing zombies in that game")]
    [InlineData("ok thanks i will try it tonight")]
    [InlineData("can we do lesson 5 tomorrow please")]
    [InlineData("the line at the post office was murder")]
    public void Ordinary_words_are_not(string text) => Assert.Null(World.Content.Concerns.Read(text));
}
