using System.Net;
using System.Net.Http.Json;

namespace MentorBot.Tests.Try;

public class TryClockTests(TryClockTests.OwnProgram program) : IClassFixture<TryClockTests.OwnProgram>
{
    [Fact]
    public async Task The_clock_moves_on_and_remembers_it_over_a_restart()
    {
        var before = await program.NowAsync();

        using var answer = await program.MoveClockAsync("2.00:00:00");
        var moved = await program.NowAsync();
        await program.RestartAsync();
        var after = await program.NowAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.InRange(moved - before, TimeSpan.FromDays(2), TimeSpan.FromDays(2.1));
        Assert.InRange(after - moved, TimeSpan.Zero, TimeSpan.FromDays(.1));
    }

    [Fact]
    public async Task Moves_made_at_the_same_time_all_count()
    {
        var before = await program.NowAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => program.MoveClockAsync("01:00:00")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.InRange(await program.NowAsync() - before, TimeSpan.FromHours(20), TimeSpan.FromHours(21));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("0")]
    [InlineData("-1.00:00:00")]
    [InlineData("367.00:00:00")]
    public async Task A_move_that_makes_no_sense_is_refused_and_says_what_to_write(string advance)
    {
        using var answer = await program.MoveClockAsync(advance);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("2.00:00:00", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_talk_goes_on_after_two_days()
    {
        var amina = Cast.Stranger();
        using var hi = await program.TextAsync(amina, "hi");
        await program.ScreenAsync(amina, 1);
        using var one = await program.TextAsync(amina, "1");
        await program.ScreenAsync(amina, 2);

        using var moved = await program.MoveClockAsync("2.00:00:00");
        using var more = await program.TextAsync(amina, "MORE");
        var screen = await program.ScreenAsync(amina, 3);

        Assert.StartsWith("Tip 2 of 12", screen[^1].Body, StringComparison.Ordinal);
        Assert.InRange(screen[^1].At - screen[0].At, TimeSpan.FromDays(2), TimeSpan.FromDays(3));
    }

    [Fact]
    public async Task Words_are_erased_as_soon_as_the_clock_says_that_they_are_old()
    {
        var joan = Cast.Stranger();
        using var hi = await program.TextAsync(joan, "a secret of mine");
        await program.ScreenAsync(joan, 1);

        using var moved = await program.MoveClockAsync("31.00:00:00");

        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await program.ScreenAsync(joan, 0)).Any(m => m.Body != "(erased)"))
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, giveUp.Token);
    }

    /// <summary>A program of its own: these tests move its clock.</summary>
    public sealed class OwnProgram : TriedProgram;
}

public class TryClockLimitsTests(TryClockLimitsTests.OwnProgram program) : IClassFixture<TryClockLimitsTests.OwnProgram>
{
    [Fact]
    public async Task The_clock_stops_ten_years_ahead_and_everything_still_works_there()
    {
        var answers = new List<HttpStatusCode>();
        for (var year = 0; year < 11; year++)
        {
            using var answer = await program.MoveClockAsync("366.00:00:00");
            answers.Add(answer.StatusCode);
        }
        var amina = Cast.Stranger();
        using var hi = await program.TextAsync(amina, "hi");

        Assert.Equal(10, answers.Count(a => a == HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.Conflict, answers[^1]);
        Assert.NotEmpty(await program.ScreenAsync(amina, 1));
    }

    /// <summary>A program of its own: this test moves its clock as far as it goes.</summary>
    public sealed class OwnProgram : TriedProgram;
}

public class TryClockBesideAConnectorTests
{
    [Fact]
    public async Task Where_Azure_Bot_brings_real_people_the_clock_stands_still()
    {
        await using var connector = await FakeConnector.StartAsync();
        using var folder = new ProgramFolder();
        var settings = connector.Settings();
        settings["ASPNETCORE_ENVIRONMENT"] = "Development";
        using var program = await RunningProgram.StartAsync(folder, settings.AsReadOnly());

        using var answer = await program.Http.PostAsJsonAsync("/try/clock", new { advance = "1.00:00:00" });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("real carrier", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
