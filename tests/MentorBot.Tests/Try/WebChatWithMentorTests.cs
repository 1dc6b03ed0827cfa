using MentorBot.Tests.Web;

namespace MentorBot.Tests.Try;

/// <summary>She talks to a mentor in the web chat without a script; he is on a phone.</summary>
public class WebChatWithMentorTests(WebChatWithMentorTests.OwnProgram program) : IClassFixture<WebChatWithMentorTests.OwnProgram>
{
    [Fact]
    public async Task The_way_out_of_the_page_tells_the_mentor_that_she_has_left()
    {
        var (sam, browser) = await TalkAsync("Sam");

        using var left = await browser.PostAsync("/exit");

        Assert.Contains("has left", (await program.ScreenAsync(sam, 4))[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_language_is_no_word_to_the_mentor()
    {
        var (priya, browser) = await TalkAsync("Priya");

        using var pressed = await browser.PostAsync("/?handler=Language&lang=cy", ("id", "three"));
        using var said = await browser.PostAsync("/?lang=cy", ("text", "Diolch"), ("id", "four"));

        Assert.Contains("lang=cy", pressed.Headers.Location!.ToString(), StringComparison.Ordinal);
        var heard = (await program.ScreenAsync(priya, 4)).Where(line => line.Direction == "out").ElementAt(3);
        Assert.Equal("Diolch", heard.Body.Split(": ")[^1]);
    }

    private async Task<(Person Mentor, ChatBrowser Browser)> TalkAsync(string name)
    {
        var mentor = Cast.Stranger();
        using var joined = await program.TextAsync(mentor, await program.JoinOrderAsync(name));
        await program.ScreenAsync(mentor, 1);
        var browser = new ChatBrowser(program.Http);
        using var asked = await browser.PostAsync("/", ("text", "PERSON"), ("id", "one"));
        using var about = await browser.PostAsync("/", ("text", "my photos"), ("id", "two"));
        var offer = (await program.ScreenAsync(mentor, 2))[^1].Body;
        using var taken = await program.TextAsync(mentor, $"TAKE {offer.Split(':')[0]}");
        await program.ScreenAsync(mentor, 3);
        return (mentor, browser);
    }

    /// <summary>A program of its own, for its invitations.</summary>
    public sealed class OwnProgram : TriedProgram;
}
