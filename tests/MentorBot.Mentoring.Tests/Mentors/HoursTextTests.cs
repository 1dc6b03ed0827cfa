using MentorBot.Mentoring.Mentors;

namespace MentorBot.Mentoring.Tests.Mentors;

public sealed class HoursTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("9-12", "09:00-12:00")]
    [InlineData("14:30 to 17, 9.15 – 12", "09:15-12:00, 14:30-17:00")]
    [InlineData("20-24", "20:00-24")]
    [InlineData("9-12, 12-13", "09:00-12:00, 12:00-13:00")]
    [InlineData("00:00-24:00", "00:00-24")]
    public void Hours_are_read_as_people_write_them_and_written_so_that_they_can_be_read_again(string? written, string shown)
    {
        var read = HoursText.Read(DayOfWeek.Friday, written)!;
        Assert.Equal(shown, HoursText.Write(read));
        Assert.Equal(shown, HoursText.Write(HoursText.Read(DayOfWeek.Friday, shown)!));
        Assert.All(read, part => Assert.Equal(DayOfWeek.Friday, part.Day));
    }

    [Theory]
    [InlineData("mornings")]
    [InlineData("9")]
    [InlineData("12-9")]
    [InlineData("9-9")]
    [InlineData("25-26")]
    [InlineData("9:60-12")]
    [InlineData("24-24:00")]
    [InlineData("9-24:30")]
    [InlineData("9-12 14-17")]
    [InlineData("14-17, 9-14:30")]
    [InlineData("20-24, 21-22")]
    public void What_is_no_hours_is_not_read(string written) => Assert.Null(HoursText.Read(DayOfWeek.Friday, written));

    [Fact]
    public void A_day_to_midnight_holds_its_last_minute()
    {
        var evening = HoursText.Read(DayOfWeek.Friday, "20-24")!.Single();
        Assert.True(evening.Hold(new DateTime(2026, 11, 27, 23, 59, 0)));
        Assert.False(evening.Hold(new DateTime(2026, 11, 28, 0, 0, 0)));
    }
}
