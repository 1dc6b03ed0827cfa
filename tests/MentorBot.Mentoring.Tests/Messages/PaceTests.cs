using MentorBot.Mentoring.Messages;
using MentorBot.Testing;

namespace MentorBot.Mentoring.Tests.Messages;

public sealed class PaceTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public void One_seconds_worth_may_go_at_once_and_no_more()
    {
        var pace = new Pace(_clock);
        _clock.Advance(TimeSpan.FromSeconds(1));
        pace.TryTake("a", 5);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(5, Enumerable.Range(0, 20).Count(_ => pace.TryTake("a", 5)));
    }

    [Fact]
    public void Less_than_one_a_second_is_one_now_and_then()
    {
        var pace = new Pace(_clock);
        var taken = 0;
        for (var second = 0; second < 100; second++)
        {
            if (pace.TryTake("a", 0.25)) taken++;
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(25, taken);
    }

    [Fact]
    public void Senders_do_not_share_their_room()
    {
        var pace = new Pace(_clock);

        Assert.True(pace.TryTake("a", 1));
        Assert.False(pace.TryTake("a", 1));
        Assert.True(pace.TryTake("b", 1));
    }

    [Fact]
    public void A_shorter_hold_does_not_end_a_longer_one()
    {
        var pace = new Pace(_clock);
        pace.Hold("a", TimeSpan.FromHours(24));
        pace.Hold("a", TimeSpan.FromMinutes(5));

        _clock.Advance(TimeSpan.FromHours(23));
        Assert.False(pace.TryTake("a", 10));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.True(pace.TryTake("a", 10));
    }

    [Fact]
    public void After_a_hold_one_goes_first_to_see_whether_it_is_taken()
    {
        var pace = new Pace(_clock);
        Assert.True(pace.Hold("a", TimeSpan.FromMinutes(5)));
        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(1, Enumerable.Range(0, 20).Count(_ => pace.TryTake("a", 10)));
        Assert.False(pace.Hold("a", TimeSpan.FromMinutes(5)));
        pace.Mend("a");
        Assert.True(pace.Hold("a", TimeSpan.FromMinutes(5)));
    }
}
