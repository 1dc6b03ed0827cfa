using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MentorBot.Mentoring.Calendars;

namespace MentorBot.Mentoring.Tests.Calendars;

public sealed class ContentLinesTests
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Whatever a reader in any language takes for the end of a line.
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\r\n\v\f\u001C\u001D\u001E\u0085\u2028\u2029");

    [Theory]
    [InlineData(@"back\slash", @"back\\slash")]
    [InlineData("tea; cake, and: a \"chat\"", "tea\\; cake\\, and: a \"chat\"")]
    [InlineData("one\ntwo\r\nthree\rfour", @"one\ntwo\nthree\nfour")]
    [InlineData("one\u0085two\u2028three\u2029four\ffive", @"one\ntwo\nthree\nfour\nfive")]
    [InlineData("tab\there bell\ahere nul\0here", "tab\there bell here nul here")]
    [InlineData("Tŷ Mawr, dŵr 😀 👨‍👩‍👧", @"Tŷ Mawr\, dŵr 😀 👨‍👩‍👧")]
    [InlineData(@"\n is no line break", @"\\n is no line break")]
    [InlineData("", "")]
    public void Texts_are_escaped_and_what_no_text_may_hold_becomes_a_space(string text, string expected) => Assert.Equal($"SUMMARY:{expected}\r\n", Write("SUMMARY", text));

    // Attributes cannot hold it.
    [Fact]
    public void Half_a_character_becomes_the_sign_for_one_that_cannot_be_read() => Assert.Equal("SUMMARY:half a face \uFFFD\r\n", Write("SUMMARY", "half a face \uD83D"));

    [Fact]
    public void No_text_is_no_line() => Assert.Equal("", Write("SUMMARY", null));

    [Fact]
    public void A_line_of_75_octets_is_left_and_one_of_76_is_folded()
    {
        Assert.Equal($"S:{new string('x', 73)}\r\n", Write("S", new string('x', 73)));
        Assert.Equal($"S:{new string('x', 73)}\r\n x\r\n", Write("S", new string('x', 74)));
        Assert.Equal($"S:{new string('x', 73)}\r\n {new string('x', 74)}\r\n x\r\n", Write("S", new string('x', 73 + 74 + 1)));
    }

    [Fact]
    public void A_character_is_never_folded_within() => Assert.Equal($"S:{new string('x', 70)}\r\n 😀\r\n", Write("S", $"{new string('x', 70)}😀"));

    [Fact]
    public void Every_line_of_every_text_is_at_most_75_octets_and_whole_characters() => Prop
        .ForAll(Texts.Any.ToArbitrary(), text => Write("DESCRIPTION", text).Split("\r\n").All(line => Strict.GetByteCount(line) <= 75))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_of_any_kind_is_one_line_for_any_reader() => Prop
        .ForAll(Texts.Any.ToArbitrary(), text => Write("DESCRIPTION", text).Replace("\r\n ", "", StringComparison.Ordinal) is var unfolded && unfolded.AsSpan().IndexOfAny(Breaks) == unfolded.Length - 2)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_of_a_meeting_makes_a_line_that_is_not_ours()
    {
        var ours = NamesWith("");
        Prop.ForAll(Texts.Any.ToArbitrary(), text => NamesWith(text).SequenceEqual(ours)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_address_that_kept_its_line_breaks_has_none_in_the_file()
    {
        var link = new Uri("https://mentor.example/a\r\nX-EVIL:1\u2028ŷ b", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

        Assert.Equal("https://mentor.example/a%0D%0AX-EVIL:1%E2%80%A8%C5%B7%20b", Meetings.ValueOf(CalendarFile.Invitation(Meetings.InJune with { Link = link }), "URL"));
    }

    private static string Write(string name, string? text)
    {
        var lines = new ContentLines();
        lines.AddText(name, text);
        return lines.ToString();
    }

    private static List<string> NamesWith(string text)
    {
        var meeting = Meetings.InJune with { Summary = text, Description = text, Location = text };
        return [.. Meetings.NamesOf(CalendarFile.Invitation(meeting)), .. Meetings.NamesOf(CalendarFile.Feed(text, [meeting]))];
    }
}
