using MentorBot.Dialogs.Transcripts;

namespace MentorBot.Dialogs.Tests.Transcripts;

public class TranscriptFormatTests
{
    private const string Written = """
        # Amina says hello.
        # Nothing else happens.
        channel: sms
        person: Amina

        > hi
        < Hello. Reply
          1 a tip to try

          2 what is this
        ! mentee.joined
        ! tip.sent photos/clean-lens

        # Time goes by.
        ~ wait 2 days
        >
        ~ something breaks
        @ telegram
        > hi again

        """;

    [Fact]
    public void A_transcript_is_written_as_it_is_read()
    {
        using var writer = new StringWriter();
        Transcript.Read(new StringReader(Written)).Save(writer);

        Assert.Equal(Written, writer.ToString());
    }

    [Fact]
    public void A_talk_that_is_noted_down_can_be_read_again()
    {
        var talk = new Transcript("sms");
        talk.AddHeard("hi\nthere");
        talk.AddSaid("Hello.\n\nReply");
        talk.AddRecorded("tip.sent", "photos/clean-lens");
        talk.AddRecorded("help.given");
        talk.AddChannel("telegram");
        using var writer = new StringWriter();
        talk.Save(writer);

        Assert.Equal(talk.Lines, Transcript.Read(new StringReader(writer.ToString())).Lines);
    }

    [Theory]
    [InlineData("wait 2 days", 2 * 24 * 60)]
    [InlineData("wait 1 minute", 1)]
    [InlineData("wait 3 hours", 180)]
    [InlineData("wait 2 weeks", null)]
    [InlineData("something breaks", null)]
    public void Waiting_says_for_how_long(string text, int? minutes) =>
        Assert.Equal(minutes, new TranscriptLine(TranscriptLineKind.Meanwhile, text).Wait?.TotalMinutes);

    [Theory]
    [InlineData("> hi\n", "Line 1: A transcript begins with notes and `name: value` lines, and then an empty line.")]
    [InlineData("# Hello\n\n> hi\n", "Line 2: A transcript names its channel first, as in `channel: sms`.")]
    [InlineData("channel: sms\nmood: good\n\n", "Line 3: `mood:` is not known; there are `channel:` and `person:`.")]
    [InlineData("channel: sms\n\n> hi\nhello\n", "Line 4: A line begins with one of > < ! @ ~ # or, to go on, with two spaces.")]
    public void What_cannot_be_read_is_named_by_its_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Transcript.Read(new StringReader(text))).Message);

    [Fact]
    public void A_line_does_not_show_its_words_where_it_may_be_logged() =>
        Assert.Equal("Heard", new TranscriptLine(TranscriptLineKind.Heard, "my name is Amina").ToString());
}
