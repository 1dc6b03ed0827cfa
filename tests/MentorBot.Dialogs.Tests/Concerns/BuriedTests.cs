using System.Globalization;
using MentorBot.Dialogs.Tests.Transcripts;

namespace MentorBot.Dialogs.Tests.Concerns;

/// <summary>A cry within much that is ordinary is heard, and what is ordinary alone is not.</summary>
public class BuriedTests
{
    private const int Tries = 600;
    private const int FewWords = 8;
    private const double MostLost = 0.05;

    [Theory]
    [InlineData("thanks for Tuesday, the photos came out lovely and my daughter says hello, see you at the library next week at 4. I want to die")]
    [InlineData("can we do lesson 5 tomorrow please. i want to kill myself. also what time is the mentor there")]
    [InlineData("hi sam the wifi is fixed now and the printer works again. i took all my tablets this morning")]
    [InlineData("diolch am y wers, roedd y lluniau yn dda iawn. dwi isio marw. welwn ni chi dydd Mawrth")]
    [InlineData("thanks for the tip about passwords it worked. he hit me again last night. how do i change my email")]
    [InlineData("hello thanks for the tip it worked i sent the photo to my sister and she loved it can we do the next lesson on thursday at the library i also want to learn how to pay bills online i want to die")]
    [InlineData("can you send me the next tip please i want to learn how to send photos to my grandchildren on the phone, my daughter showed me the app and i want to pay my bills online too, and i took an overdose")]
    [InlineData("thank you for the lesson it was great, the photos are lovely and i sent them to my sister, see you next week at the library and my husband hit me again thanks")]
    [InlineData("thanks for the lesson and the photos came out lovely see you tuesday at the library at 4 oh and i want to kill myself")]
    public void A_cry_among_ordinary_words_is_heard(string text) => Assert.NotNull(World.Content.Concerns.Read(text));

    [Fact]
    public void Of_short_cries_within_ordinary_messages_without_full_stops_nearly_all_are_heard()
    {
        var corpus = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Concerns", "corpus.tsv")).Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split('\t')).ToList();
        var cries = Shuffled(corpus.Where(text => text[0] != "none" && text[2].Split(' ').Length < FewWords && World.Content.Concerns.Read(text[2]) is { IsBySign: true }));
        var ordinary = Shuffled(corpus.Where(text => text[0] == "none" && text[2].Split(' ').Length >= FewWords && World.Content.Concerns.Read(text[2]) is null));
        var buried = Enumerable.Range(0, Tries).Select(i => $"{ordinary[2 * i]} {cries[i]} {ordinary[(2 * i) + 1]}".Replace('.', ' ').Replace('!', ' ').Replace('?', ' ')).ToList();

        var lost = buried.FindAll(text => World.Content.Concerns.Read(text) is null);

        var report = string.Create(CultureInfo.InvariantCulture, $"{Tries - lost.Count} of {Tries} heard");
        Console.WriteLine(report);
        Assert.True(lost.Count <= Tries * MostLost, $"{report}\n{string.Join('\n', lost)}");
    }

    private static string[] Shuffled(IEnumerable<string[]> texts)
    {
        var all = texts.Select(text => text[2]).ToArray();
        new Random(1).Shuffle(all);
        return all;
    }

    [Fact]
    public void It_is_answered_as_what_it_is_whatever_stands_around_it() =>
        Assert.Equal("medical", World.Content.Concerns.Read("hi sam thanks for yesterday. The whole strip's gone and she won't open her eyes. see you on Tuesday then")?.Kind.Id);

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
    [InlineData("thanks for coming")]
    [InlineData("thanks for everything")]
    [InlineData("thanks for all your help, goodbye")]
    [InlineData("thanks for that, bye")]
    [InlineData("it is 14.30 on 30/11/2026 and costs 12.50")]
    [InlineData("i took a photo of the tablets")]
    public void Ordinary_words_are_not(string text) => Assert.Null(World.Content.Concerns.Read(text));
}
