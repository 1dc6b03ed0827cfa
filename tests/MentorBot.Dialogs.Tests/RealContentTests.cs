using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Tests;

public class RealContentTests
{
    private static readonly Content Content = Content.Read(Content.BesideTheProgram, Gsm7.Segments);

    [Fact]
    public void Nothing_is_wrong_with_our_words_and_courses() =>
        Assert.True(Content.Problems is [], string.Join('\n', Content.Problems));

    [Fact]
    public void Our_words_are_in_English_and_Welsh() =>
        Assert.Equal(["cy", "en"], Content.Words.Locales);

    [Theory]
    [InlineData("en", "Your phone, your voice")]
    [InlineData("cy-GB", "Eich ffôn, eich llais")]
    [InlineData("fr", "Your phone, your voice")]
    public void The_first_course_has_twelve_tips_in_each_language(string locale, string title)
    {
        var course = Content.Courses.Find("your-phone-your-voice", locale);

        Assert.Equal(title, course?.Title);
        Assert.Equal(Enumerable.Range(1, 12), course?.Tips.Select(tip => tip.Number));
    }

    [Fact]
    public void No_word_of_a_command_is_a_slip_of_the_finger_from_another_commands()
    {
        var words = Content.Commands.Words;
        var near = from word in words
                   from other in words
                   where word.Command != other.Command && Typos.IsNearly(Commands.Plain(word.Text), Commands.Plain(other.Text))
                   select $"{word.Text} ({word.Command}), {other.Text} ({other.Command})";

        Assert.Empty(near);
    }

    [Theory]
    [InlineData("en", "STOP")]
    [InlineData("cy", "STOP")]
    [InlineData("en", "EXIT")]
    [InlineData("cy", "EXIT")]
    [InlineData("en", "999")]
    [InlineData("cy", "116 123")]
    public void Help_by_text_names_the_way_out_and_the_people_who_answer(string locale, string part) =>
        Assert.Contains(part, Content.Words.For(locale, "sms", "Help.commands"));

    [Theory]
    [InlineData("en", "first")]
    [InlineData("cy", "first")]
    [InlineData("en", "again")]
    [InlineData("cy", "again")]
    public void Whoever_is_not_understood_is_told_whom_to_call_in_danger(string locale, string name) =>
        Assert.All(["sms", "webchat"], channel => Assert.Contains("999", Content.Words.For(locale, channel, $"NotUnderstood.{name}")));

    [Theory]
    [InlineData("en", "computer")]
    [InlineData("cy", "gyfrifiadur")]
    public void The_first_text_says_that_we_are_a_computer_and_fits_one_segment(string locale, string word)
    {
        var text = Content.Words.For(locale, "sms", "Welcome.first");

        Assert.Contains(word, text);
        Assert.Equal(1, Gsm7.Segments(text));
    }
}
