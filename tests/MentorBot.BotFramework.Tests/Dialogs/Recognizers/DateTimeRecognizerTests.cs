using MentorBot.BotFramework.Dialogs;

namespace MentorBot.BotFramework.Tests.Dialogs.Recognizers;

/// <summary>It is ten in the morning of Wednesday 2 June 2027, in London.</summary>
public class DateTimeRecognizerTests
{
    [Theory]
    [InlineData("today", "2027-06-02")]
    [InlineData("tomorrow", "2027-06-03")]
    [InlineData("tommorow please", "2027-06-03")]
    [InlineData("the day after tomorrow", "2027-06-04")]
    [InlineData("friday", "2027-06-04")]
    [InlineData("on Friday", "2027-06-04")]
    [InlineData("monday", "2027-06-07")]
    [InlineData("next monday", "2027-06-07")]
    [InlineData("next friday", "2027-06-11")]
    [InlineData("wednesday", "2027-06-02|2027-06-09")]
    [InlineData("next wednesday", "2027-06-09")]
    [InlineData("5 June", "2027-06-05")]
    [InlineData("5th of June", "2027-06-05")]
    [InlineData("the fifth of June", "2027-06-05")]
    [InlineData("June 5", "2027-06-05")]
    [InlineData("June 5th, 2028", "2028-06-05")]
    [InlineData("1 June", "2028-06-01")]
    [InlineData("Friday week", "2027-06-11")]
    [InlineData("a week on Monday", "2027-06-14")]
    [InlineData("Friday 4 June", "2027-06-04")]
    [InlineData("Friday the 11th", "2027-06-11")]
    [InlineData("5 June, Saturday", "2027-06-05")]
    [InlineData("the 5th", "2027-06-05")]
    [InlineData("the 1st", "2027-07-01")]
    [InlineData("the 31st", "2027-07-31")]
    [InlineData("29 February", "2028-02-29")]
    [InlineData("5/6", "2027-06-05")]
    [InlineData("5/6/2027", "2027-06-05")]
    [InlineData("5.6.27", "2027-06-05")]
    [InlineData("25/12", "2027-12-25")]
    [InlineData("2027-06-05", "2027-06-05")]
    [InlineData("in 2 days", "2027-06-04")]
    [InlineData("in a week", "2027-06-09")]
    [InlineData("two weeks from now", "2027-06-16")]
    [InlineData("in two weeks time", "2027-06-16")]
    public void Days(string said, string? values) => AssertValues(said, "en-GB", values);

    [Theory]
    [InlineData("tomorrow at 3", "2027-06-03 03:00:00|2027-06-03 15:00:00")]
    [InlineData("tomorrow at 3pm", "2027-06-03 15:00:00")]
    [InlineData("tomorrow 3 pm", "2027-06-03 15:00:00")]
    [InlineData("3pm tomorrow", "2027-06-03 15:00:00")]
    [InlineData("tomorrow at 15:30", "2027-06-03 15:30:00")]
    [InlineData("tomorrow at 1530", "2027-06-03 15:30:00")]
    [InlineData("tomorrow at 3.30pm", "2027-06-03 15:30:00")]
    [InlineData("tomorrow half past 3 in the afternoon", "2027-06-03 15:30:00")]
    [InlineData("tomorrow afternoon at 3", "2027-06-03 15:00:00")]
    [InlineData("tomorrow morning at 9", "2027-06-03 09:00:00")]
    [InlineData("tomorrow at noon", "2027-06-03 12:00:00")]
    [InlineData("tomorrow at 12", "2027-06-03 12:00:00")]
    [InlineData("tomorrow at 12am", "2027-06-03 00:00:00")]
    [InlineData("tomorrow at 03:00", "2027-06-03 03:00:00")]
    [InlineData("tomorrow at three o'clock in the afternoon", "2027-06-03 15:00:00")]
    [InlineData("quarter to 4 tomorrow afternoon", "2027-06-03 15:45:00")]
    [InlineData("tomorrow at 10 past 3 pm", "2027-06-03 15:10:00")]
    [InlineData("Can we do Monday at 3pm please?", "2027-06-07 15:00:00")]
    [InlineData("5/6 at 10:30", "2027-06-05 10:30:00|2027-06-05 22:30:00")]
    [InlineData("today at 3", "2027-06-02 15:00:00")]
    [InlineData("today at 9", "2027-06-02 21:00:00")]
    [InlineData("wednesday at 9am", "2027-06-09 09:00:00")]
    [InlineData("tonight at 9", "2027-06-02 21:00:00")]
    public void Days_and_times(string said, string values) => AssertValues(said, "en-GB", values);

    [Theory]
    [InlineData("at 3", "03:00:00|15:00:00")]
    [InlineData("3pm", "15:00:00")]
    [InlineData("half past 3", "03:30:00|15:30:00")]
    [InlineData("half 3", "03:30:00|15:30:00")]
    [InlineData("15:00", "15:00:00")]
    [InlineData("midday", "12:00:00")]
    [InlineData("20 to 4", "03:40:00|15:40:00")]
    [InlineData("3 in the afternoon", "15:00:00")]
    public void Times(string said, string values) => AssertValues(said, "en-GB", values);

    [Theory]
    [InlineData("31 February")]
    [InlineData("31 February 2027")]
    [InlineData("30/2/2027")]
    [InlineData("5/13/2027")]
    [InlineData("tomorrow at 25:00")]
    [InlineData("at 25:00")]
    [InlineData("25:00")]
    [InlineData("10:75")]
    [InlineData("tomorrow at 13pm")]
    [InlineData("the 32nd")]
    [InlineData("monday or tuesday")]
    [InlineData("Friday 5 June")]
    [InlineData("sat 6 june 10am")]
    [InlineData("5 June, Friday")]
    [InlineData("5 June 6 June")]
    [InlineData(".5")]
    [InlineData("9 to 5")]
    [InlineData("3")]
    [InlineData("I have 2 kids, Monday")]
    [InlineData("not monday")]
    [InlineData("next week in the morning")]
    [InlineData("in 2 hours tomorrow")]
    [InlineData("next")]
    [InlineData("next week monday at 3 or 4")]
    [InlineData("please")]
    [InlineData("I may come")]
    [InlineData("hello")]
    [InlineData("")]
    [InlineData(null)]
    public void What_no_calendar_or_clock_has_is_not_understood(string? said) => AssertValues(said, "en-GB", null);

    [Theory]
    [InlineData("tomorrow morning", "2027-06-03 08:00:00", "2027-06-03 12:00:00")]
    [InlineData("this afternoon", "2027-06-02 12:00:00", "2027-06-02 16:00:00")]
    [InlineData("friday evening", "2027-06-04 16:00:00", "2027-06-04 20:00:00")]
    [InlineData("friday night", "2027-06-04 20:00:00", "2027-06-05 00:00:00")]
    [InlineData("in the morning", "08:00:00", "12:00:00")]
    [InlineData("next week", "2027-06-07", "2027-06-14")]
    [InlineData("this weekend", "2027-06-05", "2027-06-07")]
    public void Spans_have_a_start_and_an_end(string said, string start, string end)
    {
        var found = Assert.Single(DateTimeRecognizer.Recognize(said, "en-GB", Cast.WednesdayMorning));

        Assert.Equal((null, start, end), (found.Value, found.Start, found.End));
    }

    [Theory]
    [InlineData("en-GB", "2027-06-05")]
    [InlineData("en", "2027-06-05")]
    [InlineData("cy", "2027-06-05")]
    [InlineData(null, "2027-06-05")]
    [InlineData("en-US", "2028-05-06")]
    public void Figures_are_day_and_month_except_in_America(string? locale, string value) =>
        AssertValues(locale == "en-US" ? "5/6/2028" : "5/6/2027", locale, value);

    [Fact]
    public void A_day_is_the_persons_own_and_not_the_servers()
    {
        var lateInAuckland = new TurnTime(new DateTimeOffset(2027, 6, 2, 13, 0, 0, TimeSpan.Zero), TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland"));

        var found = Assert.Single(DateTimeRecognizer.Recognize("tomorrow at 3pm", "en-NZ", lateInAuckland));

        Assert.Equal(("2027-06-04 15:00:00", new DateTimeOffset(2027, 6, 4, 15, 0, 0, TimeSpan.FromHours(12))), (found.Value, found.Instant));
    }

    [Theory]
    [InlineData("28 March 2027 at 1:30am", "2027-03-28T01:30:00+00:00")]
    [InlineData("31 October 2027 at 1:30am", "2027-10-31T00:30:00+00:00")]
    [InlineData("5 June at 3pm", "2027-06-05T14:00:00+00:00")]
    public void Clocks_that_change_are_minded(string said, string utc)
    {
        var found = Assert.Single(DateTimeRecognizer.Recognize(said, "en-GB", Cast.WednesdayMorning));

        Assert.Equal(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), found.Instant);
    }

    [Theory]
    [InlineData("in 2 hours", "2027-06-02 12:00:00")]
    [InlineData("in half an hour", "2027-06-02 10:30:00")]
    [InlineData("in an hour", "2027-06-02 11:00:00")]
    [InlineData("20 minutes from now", "2027-06-02 10:20:00")]
    [InlineData("now", "2027-06-02 10:00:00")]
    public void A_while_from_now_is_an_instant(string said, string value)
    {
        var found = Assert.Single(DateTimeRecognizer.Recognize(said, "en-GB", Cast.WednesdayMorning));

        Assert.Equal(value, found.Value);
        Assert.Equal(value, found.Instant!.Value.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("tomorrow", "2027-06-03")]
    [InlineData("tomorrow at 3pm", "2027-06-03T15")]
    [InlineData("tomorrow at 3:30pm", "2027-06-03T15:30")]
    [InlineData("3pm", "T15")]
    [InlineData("tomorrow morning", "2027-06-03TMO")]
    [InlineData("this weekend", "(2027-06-05,2027-06-07,P2D)")]
    public void Each_meaning_is_also_a_timex(string said, string timex) =>
        Assert.Equal(timex, Assert.Single(DateTimeRecognizer.Recognize(said, "en-GB", Cast.WednesdayMorning)).Timex);

    [Theory]
    [InlineData("heddiw", "2027-06-02")]
    [InlineData("yfory", "2027-06-03")]
    [InlineData("trennydd", "2027-06-04")]
    [InlineData("dydd Llun", "2027-06-07")]
    [InlineData("dydd Gwener nesaf", "2027-06-11")]
    [InlineData("dydd Mawrth", "2027-06-08")]
    [InlineData("5 Mawrth", "2028-03-05")]
    [InlineData("y 5ed o Fehefin", "2027-06-05")]
    [InlineData("5/6", "2027-06-05")]
    [InlineData("mewn dau ddiwrnod", "2027-06-04")]
    [InlineData("mewn wythnos", "2027-06-09")]
    [InlineData("yfory am 3", "2027-06-03 03:00:00|2027-06-03 15:00:00")]
    [InlineData("yfory am 3 y prynhawn", "2027-06-03 15:00:00")]
    [InlineData("dydd Llun am ddau o'r gloch y pnawn", "2027-06-07 14:00:00")]
    [InlineData("hanner awr wedi naw y bore yfory", "2027-06-03 09:30:00")]
    [InlineData("hanner dydd", "12:00:00")]
    [InlineData("nos Lun am 7", "2027-06-07 19:00:00")]
    [InlineData("tomorrow at 3pm", "2027-06-03 15:00:00")]
    [InlineData("31 Chwefror", null)]
    [InlineData("helo", null)]
    public void In_Welsh_too(string said, string? values) => AssertValues(said, "cy", values);

    private static void AssertValues(string? said, string? locale, string? values)
    {
        var found = DateTimeRecognizer.Recognize(said, locale, Cast.WednesdayMorning);

        Assert.Equal(values ?? "", string.Join('|', found.Select(r => r.Value)));
    }
}
