using MentorBot.Tests.Web;

namespace MentorBot.Tests.Try;

/// <summary>She talks to a mentor in the web chat, and leaves the page in a hurry.</summary>
public class LeavingThePageTests(LeavingThePageTests.OwnProgram program) : IClassFixture<LeavingThePageTests.OwnProgram>
{
    [Fact]
    public async Task The_way_out_of_the_page_tells_the_mentor_that_she_has_left()
    {
        var sam = Cast.Stranger();
        using var joined = await program.TextAsync(sam, await program.JoinOrderAsync("Sam"));
        await program.ScreenAsync(sam, 1);
        var browser = new ChatBrowser(program.Http);
        using var asked = await browser.PostAsync("/", ("text", "PERSON"), ("id", "one"));
        using var about = await browser.PostAsync("/", ("text", "my photos"), ("id", "two"));
        await program.ScreenAsync(sam, 2);
        using var taken = await program.TextAsync(sam, "TAKE");
        await program.ScreenAsync(sam, 3);

        using var left = await browser.PostAsync("/exit");

        Assert.Contains("has left", (await program.ScreenAsync(sam, 4))[^1].Body, StringComparison.Ordinal);
    }

    /// <summary>A program of its own, for its invitation.</summary>
    public sealed class OwnProgram : TriedProgram;
}
