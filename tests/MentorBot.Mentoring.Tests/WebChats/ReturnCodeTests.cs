using System.Text.RegularExpressions;
using MentorBot.Mentoring.WebChats;

namespace MentorBot.Mentoring.Tests.WebChats;

public sealed class ReturnCodeTests
{
    [Fact]
    public void There_are_2048_words_each_of_them_once_and_in_order()
    {
        Assert.Equal(2048, ReturnCode.Words.Count);
        Assert.Equal(ReturnCode.Words.Distinct().Order(StringComparer.Ordinal), ReturnCode.Words);
    }

    [Fact]
    public void Every_word_has_three_to_seven_plain_letters() =>
        Assert.All(ReturnCode.Words, word => Assert.Matches(new Regex("^[a-z]{3,7}$", RegexOptions.None, TimeSpan.FromSeconds(1)), word));

    [Fact]
    public void No_two_words_are_one_slip_of_a_finger_apart()
    {
        var known = ReturnCode.Words.ToHashSet(StringComparer.Ordinal);
        Assert.Empty(ReturnCode.Words.SelectMany(word => Slips(word).Where(slip => slip != word && known.Contains(slip)).Select(slip => $"{word} {slip}")));
    }

    [Fact]
    public void A_new_code_is_three_words_and_another_each_time()
    {
        var codes = Enumerable.Range(0, 100).Select(_ => ReturnCode.New()).ToList();
        Assert.All(codes, code => Assert.Equal(code, ReturnCode.Read(code)));
        Assert.Equal(100, codes.Distinct().Count());
    }

    [Theory]
    [InlineData("lantern otter maple")]
    [InlineData("  Lantern OTTER   Maple ")]
    [InlineData("lantern-otter-maple")]
    [InlineData("lantern, otter, maple.")]
    [InlineData("lantern\notter\nmaple")]
    [InlineData("lamtern otter maple")]
    [InlineData("lanern oter maple")]
    [InlineData("lanternn otterr maplee")]
    [InlineData("latnern otter mapel")]
    public void Case_spaces_hyphens_and_one_slip_in_a_word_do_not_count(string typed) =>
        Assert.Equal("lantern otter maple", ReturnCode.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("lantern otter")]
    [InlineData("lantern otter maple maple")]
    [InlineData("lantrn ottr xxxxxx")]
    [InlineData("lanxxrn otter maple")]
    [InlineData("123 456 789")]
    public void What_is_no_code_is_none(string? typed) => Assert.Null(ReturnCode.Read(typed));

    [Fact]
    public void A_page_of_words_is_no_code() => Assert.Null(ReturnCode.Read(new string('a', 100_000)));

    /// <summary>What a word becomes by one letter changed, left out, put in or swapped with the next.</summary>
    private static IEnumerable<string> Slips(string word)
    {
        for (var at = 0; at < word.Length; at++)
        {
            yield return word.Remove(at, 1);
            if (at > 0) yield return word[..(at - 1)] + word[at] + word[at - 1] + word[(at + 1)..];
            for (var letter = 'a'; letter <= 'z'; letter++)
            {
                yield return word[..at] + letter + word[(at + 1)..];
                yield return word.Insert(at, letter.ToString());
            }
        }
    }
}
