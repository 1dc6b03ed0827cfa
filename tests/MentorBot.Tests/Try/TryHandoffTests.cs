namespace MentorBot.Tests.Try;

/// <summary>A handoff through the whole program, on three phones of the simulator.</summary>
public class TryHandoffTests(TryHandoffTests.OwnProgram program) : IClassFixture<TryHandoffTests.OwnProgram>
{
    [Fact]
    public async Task A_mentor_who_was_invited_at_the_first_start_takes_a_talk_and_gives_it_back_at_once()
    {
        var (amina, sam) = (Cast.Stranger(), Cast.Stranger());
        await JoinAsync(sam, "Sam");
        await SayAsync(amina, "PERSON", 1);
        await SayAsync(amina, "my photos", 2);
        var tag = (await program.ScreenAsync(sam, 2))[^1].Body.Split(':')[0];

        await SayAsync(sam, $"TAKE {tag}", 3);
        await program.ScreenAsync(amina, 3);
        using var words = await program.TextAsync(sam, "Hello");
        Assert.Equal("Sam: Hello", (await program.ScreenAsync(amina, 4))[^1].Body);
        await SayAsync(sam, "DONE", 4);

        var screen = await program.ScreenAsync(amina, 5);
        Assert.StartsWith("Sam has to go now.", screen[^1].Body, StringComparison.Ordinal);
        Assert.DoesNotContain(screen, line => line.Body.Length == 0);
    }

    [Fact]
    public async Task A_mentor_who_keeps_silent_loses_it_when_the_simulators_clock_says_so()
    {
        var (joan, priya) = (Cast.Stranger(), Cast.Stranger());
        await JoinAsync(priya, "Priya");
        await SayAsync(joan, "PERSON", 1);
        await SayAsync(joan, "PERSON", 2);
        var tag = (await program.ScreenAsync(priya, 2))[^1].Body.Split(':')[0];
        await SayAsync(priya, $"TAKE {tag}", 3);
        await program.ScreenAsync(joan, 3);

        using var moved = await program.MoveClockAsync("00:11:00");

        Assert.StartsWith("Sorry, ", (await program.ScreenAsync(joan, 4))[^1].Body, StringComparison.Ordinal);
        Assert.Contains("waited for you", (await program.ScreenAsync(priya, 4))[^1].Body, StringComparison.Ordinal);
        // Else the other test's mentor is asked about her, too.
        await SayAsync(joan, "NO PERSON", 5);
    }

    private async Task JoinAsync(Person mentor, string name)
    {
        await SayAsync(mentor, await program.JoinOrderAsync(name), 1);
    }

    private async Task SayAsync(Person person, string text, int replies)
    {
        using var texted = await program.TextAsync(person, text);
        await program.ScreenAsync(person, replies);
    }

    /// <summary>A program of its own: these tests move its clock, and have its two invitations.</summary>
    public sealed class OwnProgram : TriedProgram;
}
