using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MentorBot.Channels.Sms;

namespace MentorBot.Channels.Tests.Sms;

public sealed class SplittingTests
{
    private static readonly string Words60 = string.Concat(Enumerable.Repeat("word ", 60)).TrimEnd();

    [Fact]
    public void A_text_that_fits_is_left_whole()
    {
        var text = new string('a', 306);

        Assert.Same(text, Assert.Single(SmsText.Split(text)));
    }

    [Fact]
    public void A_long_text_is_cut_between_paragraphs()
    {
        var first = "First. " + Words60[..199];
        var second = "Second. " + Words60[..199];

        Assert.Equal([first, second], SmsText.Split(first + "\n\n" + second));
    }

    [Fact]
    public void Without_paragraphs_it_is_cut_after_a_sentence()
    {
        var first = Words60[..199] + ".";
        var second = Words60[..199];

        Assert.Equal([first, second], SmsText.Split(first + " " + second));
    }

    [Fact]
    public void A_list_is_cut_between_its_lines()
    {
        var lines = Enumerable.Range(1, 12).Select(i => $"{i} a time to meet that suits you both").ToList();

        var parts = SmsText.Split(string.Join('\n', lines));

        Assert.Equal(lines, parts.SelectMany(p => p.Split('\n')));
    }

    [Fact]
    public void Without_sentences_it_is_cut_between_words()
    {
        var parts = SmsText.Split(Words60 + " " + Words60);

        Assert.All(parts, p => Assert.All(p.Split(' '), w => Assert.Equal("word", w)));
    }

    [Fact]
    public void Without_words_it_is_cut_where_it_is_full()
    {
        var parts = SmsText.Split(new string('a', 700));

        Assert.Equal([306, 306, 88], parts.Select(p => p.Length));
    }

    [Fact]
    public void A_pause_near_the_start_is_not_worth_a_message_of_its_own()
    {
        var parts = SmsText.Split("Hi.\n\n" + Words60 + " " + Words60);

        Assert.StartsWith("Hi.\n\nword", parts[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_words_before_a_face_keep_their_cheap_encoding()
    {
        var parts = SmsText.Split(Words60 + ". " + Words60[..100] + " 😀");

        Assert.Equal(SmsEncoding.Gsm7, SmsText.Measure(parts[0]).Encoding);
        Assert.True(parts[0].Length > 200);
    }

    [Fact]
    public void Faces_and_flags_stay_whole()
    {
        const string Family = "👨\u200D👩\u200D👧\u200D👦";

        var parts = SmsText.Split(string.Concat(Enumerable.Repeat(Family, 30)));

        Assert.All(parts, p => Assert.Equal(0, p.Length % Family.Length));
    }

    [Fact]
    public void A_heap_of_accents_too_high_for_a_message_is_cut_and_not_lost()
    {
        var heap = "e" + new string('\u0301', 500);

        var parts = SmsText.Split(heap);

        Assert.Equal(heap, string.Concat(parts));
        Assert.All(parts, p => Assert.InRange(SmsText.Measure(p).Segments, 1, SmsText.MaxSegmentsPerMessage));
    }

    [Fact]
    public void No_part_costs_more_than_the_most() => Check(text =>
        SmsText.Split(text).All(p => SmsText.Measure(p).Segments <= SmsText.MaxSegmentsPerMessage));

    [Fact]
    public void Only_white_space_at_the_cuts_is_lost() => Check(text => TryPlace(text, SmsText.Split(text), out _));

    [Fact]
    public void No_grapheme_is_cut() => Check(text =>
    {
        var boundaries = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();
        return TryPlace(text, SmsText.Split(text), out var cuts) && cuts.All(boundaries.Contains);
    });

    [Fact]
    public void No_part_is_empty() => Check(text => text.Length == 0 || SmsText.Split(text).All(p => p.Length > 0));

    // Finds each part in the text, in order, with nothing but white space between.
    private static bool TryPlace(string text, IReadOnlyList<string> parts, out List<int> cuts)
    {
        cuts = [];
        var end = 0;
        foreach (var part in parts)
        {
            var start = text.IndexOf(part, end, StringComparison.Ordinal);
            if (start < 0 || !string.IsNullOrWhiteSpace(text[end..start]))
                return false;
            end = start + part.Length;
            cuts.AddRange([start, end]);
        }
        return string.IsNullOrWhiteSpace(text[end..]);
    }

    private static void Check(Func<string, bool> property) => Prop
        .ForAll(Texts.Any.ToArbitrary(), property)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
