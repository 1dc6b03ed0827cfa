namespace MentorBot.BotFramework.Tests.Turns;

public class TurnTimeTests
{
    [Fact]
    public void The_hosts_time_comes_before_the_channels()
    {
        var turn = Cast.Turn(Cast.FromAmina(ActivityTypes.Message, with: a => a.Timestamp = DateTimeOffset.UnixEpoch));
        turn.TurnState.Set(Cast.WednesdayMorning);

        Assert.Same(Cast.WednesdayMorning, TurnTime.Of(turn));
    }

    [Fact]
    public void The_persons_clock_is_in_their_zone() => Assert.Equal(new DateTime(2027, 6, 2, 10, 0, 0), Cast.WednesdayMorning.Local);

    [Fact]
    public void A_channel_that_reports_a_zone_is_believed()
    {
        var turn = Cast.Turn(Cast.FromAmina(ActivityTypes.Message, with: a =>
            (a.Timestamp, a.LocalTimezone) = (new DateTimeOffset(2027, 1, 1, 12, 0, 0, TimeSpan.Zero), "Asia/Kolkata")));

        Assert.Equal(new DateTime(2027, 1, 1, 17, 30, 0), TurnTime.Of(turn).Local);
    }

    [Fact]
    public void Without_a_zone_the_offset_of_the_local_time_is_kept()
    {
        var turn = Cast.Turn(Cast.FromAmina(ActivityTypes.Message, with: a => a.LocalTimestamp = new DateTimeOffset(2027, 1, 1, 12, 0, 0, TimeSpan.FromHours(2))));

        Assert.Equal(new DateTime(2027, 1, 1, 12, 0, 0), TurnTime.Of(turn).Local);
    }

    [Fact]
    public void No_time_at_all_is_an_error() => Assert.Throws<InvalidOperationException>(() => TurnTime.Of(Cast.Turn()));
}
