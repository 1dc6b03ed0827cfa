using MentorBot.Mentoring.WebChats;

namespace MentorBot.Mentoring.Tests.WebChats;

public sealed class WatermarkTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 3)]
    [InlineData(long.MaxValue, int.MaxValue)]
    public void A_watermark_is_read_as_it_was_written(long inbox, int outbox)
    {
        Assert.True(Watermark.TryParse(new Watermark(inbox, outbox).ToString(), out var read));
        Assert.Equal(new Watermark(inbox, outbox), read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void None_is_the_start(string? text)
    {
        Assert.True(Watermark.TryParse(text, out var read));
        Assert.Equal(Watermark.Start, read);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("5")]
    [InlineData("-")]
    [InlineData("-1-2")]
    [InlineData("1-")]
    [InlineData("1-2-3")]
    [InlineData("1- 2")]
    [InlineData("99999999999999999999-1")]
    [InlineData("1-99999999999")]
    public void What_we_did_not_write_is_refused(string text) => Assert.False(Watermark.TryParse(text, out _));
}
