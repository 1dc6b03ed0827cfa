using MentorBot.BotFramework;
using MentorBot.Dialogs.Bookings;
using MentorBot.Mentoring.Bookings;
using NodaTime;

namespace MentorBot.Dialogs.Tests.Bookings;

public class WishReaderTests
{
    // A Monday, at nine in London.
    private static readonly TurnTime Now = new(new DateTimeOffset(2026, 12, 7, 9, 0, 0, TimeSpan.Zero), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));

    [Theory]
    [InlineData("tomorrow", "2026-12-08", "2026-12-09", null, null)]
    [InlineData("Tuesday", "2026-12-08", "2026-12-09", null, null)]
    [InlineData("next week", "2026-12-14", "2026-12-21", null, null)]
    [InlineData("the weekend", "2026-12-12", "2026-12-14", null, null)]
    [InlineData("mornings", null, null, "08:00", "12:00")]
    [InlineData("wednesday afternoon", "2026-12-09", "2026-12-10", "12:00", "16:00")]
    [InlineData("after 6", null, null, "18:00", null)]
    [InlineData("after 9", null, null, "09:00", null)]
    [InlineData("before 12", null, null, null, "12:00")]
    [InlineData("tuesday after 2pm", "2026-12-08", "2026-12-09", "14:00", null)]
    [InlineData("after 5 on thursday", "2026-12-10", "2026-12-11", "17:00", null)]
    [InlineData("friday at 3", "2026-12-11", "2026-12-12", "15:00", "16:00")]
    [InlineData("14 december", "2026-12-14", "2026-12-15", null, null)]
    public void A_wish_is_read(string said, string? from, string? until, string? notBefore, string? before)
    {
        var wish = WishReader.Read(said, "en", Now)!;

        Assert.Equal((from, until), (wish.From?.ToString("uuuu-MM-dd", null), wish.Until?.ToString("uuuu-MM-dd", null)));
        Assert.Equal((notBefore, before), (wish.NotBefore?.ToString("HH:mm", null), wish.Before?.ToString("HH:mm", null)));
    }

    [Theory]
    [InlineData("yfory", "2026-12-08")]
    [InlineData("dydd gwener", "2026-12-11")]
    public void Welsh_is_read(string said, string from) => Assert.Equal(from, WishReader.Read(said, "cy", Now)?.From?.ToString("uuuu-MM-dd", null));

    [Fact]
    public void Monday_said_on_a_Monday_is_any_of_them() =>
        Assert.Equivalent(new TimeWish { From = new LocalDate(2026, 12, 7), Days = [IsoDayOfWeek.Monday] }, WishReader.Read("monday", "en", Now));

    [Theory]
    [InlineData("31 february")]
    [InlineData("25:00")]
    [InlineData("after 25")]
    [InlineData("bananas")]
    [InlineData("after the war")]
    [InlineData("")]
    public void What_no_calendar_and_no_clock_has_is_no_wish(string said) => Assert.Null(WishReader.Read(said, "en", Now));
}
