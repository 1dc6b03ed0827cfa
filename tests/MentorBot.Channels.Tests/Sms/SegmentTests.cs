using MentorBot.Channels.Sms;

namespace MentorBot.Channels.Tests.Sms;

public sealed class SegmentTests
{
    // Twilio's folding writes two spaces for a non-breaking one; ours writes one, which is cheaper and what was meant.
    private const string TwilioWritesTwoSpaces = "nbsp smart";

    public static TheoryData<string> Names => [.. Vectors.Segments.Select(c => c.Name + (c.Smart ? " (smart)" : ""))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_text_is_measured_as_Twilios_calculator_measures_it(string name)
    {
        var example = Vectors.Segments.Single(c => c.Name + (c.Smart ? " (smart)" : "") == name);

        var size = SmsText.Measure(example.Smart ? SmsText.Fold(example.Text) : example.Text);

        Assert.Equal(example.Encoding, size.Encoding == SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2");
        Assert.Equal(example.Segments, size.Segments);
        Assert.Equal(example.Name == TwilioWritesTwoSpaces ? example.Chars - 1 : example.Chars, size.Characters);
    }

    [Fact]
    public void A_letter_under_more_accents_than_a_segment_holds_is_still_counted()
    {
        var size = SmsText.Measure("e" + new string('\u0301', 200));

        Assert.Equal(SmsEncoding.Ucs2, size.Encoding);
        Assert.Equal(3, size.Segments);
    }

    [Fact]
    public void Half_a_character_is_counted_without_complaint() =>
        Assert.Equal(new SmsSize(SmsEncoding.Ucs2, 1, 3), SmsText.Measure("a\uD83Db"));
}
