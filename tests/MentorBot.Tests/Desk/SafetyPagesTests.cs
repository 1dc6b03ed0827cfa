using System.Net;

namespace MentorBot.Tests.Desk;

/// <summary>What coordinators do about people in danger: who is told, and who reads what.</summary>
public class SafetyPagesTests(DeskedProgram program) : IClassFixture<DeskedProgram>
{
    [Fact]
    public async Task Whoever_has_the_duty_is_told_and_her_words_are_read_with_a_reason_that_is_kept()
    {
        var (phone, joan) = (Cast.Stranger(), Cast.Stranger());
        await program.SayAsync(phone, await program.JoinOrderAsync("Sam"), 1);
        using var grace = await program.SignInAsync("Grace");
        await grace.GoAsync("/desk/duty");
        Assert.Contains("Nobody is told now.", grace.Page, StringComparison.Ordinal);
        await grace.SendAsync("/desk/duty", ("lead", grace.Find("""<option value="(?<text>\d+)"[^>]*>Sam</option>""")), ("deputy", ""), ("zone", "Europe/London"));
        Assert.Contains("Saved.", grace.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody is told now.", grace.Page, StringComparison.Ordinal);

        Assert.StartsWith("Sam, you are our safety lead now.", (await program.ScreenAsync(phone, 2))[^1].Body, StringComparison.Ordinal);

        await program.SayAsync(joan, "i want to kill myself", 2);
        Assert.StartsWith("Urgent. ", (await program.ScreenAsync(phone, 3))[^1].Body, StringComparison.Ordinal);
        await grace.GoAsync("/desk/concerns");
        var path = grace.Find("""href="(?<text>/desk/concerns/\d+)">Self-harm or suicide""");
        await grace.GoAsync(path);
        Assert.Contains(": Sam, by phone", grace.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("kill myself", grace.Page, StringComparison.Ordinal);

        await grace.SendAsync(path, ("reason", "ok"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Say why, in 5 to 500 letters. It is kept with your name."), (grace.Status, grace.Problem));
        Assert.DoesNotContain("kill myself", grace.Page, StringComparison.Ordinal);
        await grace.SendAsync(path, ("reason", "The police <asked> us"));
        Assert.Contains("i want to kill myself", grace.Page, StringComparison.Ordinal);
        Assert.Contains(", Grace: The police &lt;asked&gt; us</li>", grace.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(joan.Mobile[3..], grace.Page, StringComparison.Ordinal);

        await program.SayAsync(phone, "TAKE", 4);
        Assert.StartsWith("Sam is a person from here", (await program.ScreenAsync(joan, 3))[^1].Body, StringComparison.Ordinal);
        await program.SayAsync(phone, "DONE", 5);
        Assert.Contains("Sam looks after it", (await grace.GoAsync(path)).Page, StringComparison.Ordinal);
        await program.SayAsync(phone, "4", 6);
        Assert.Contains("Dealt with by Sam: could not be reached", (await grace.GoAsync(path)).Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("999999", "", "Europe/London", "", "Choose mentors who help here.")]
    [InlineData("", "", "Swansea", "", "Write the name of a time zone, such as Europe/London.")]
    [InlineData("", "", "Europe/London", "mornings", "Write hours such as 9-12, 14:30-17, or leave the day empty.")]
    public async Task A_duty_that_cannot_be_kept_is_refused(string lead, string deputy, string zone, string monday, string problem)
    {
        using var grace = await program.SignInAsync("Grace");
        await grace.GoAsync("/desk/duty");
        await grace.SendAsync("/desk/duty", ("lead", lead), ("deputy", deputy), ("zone", zone), ("hours[0]", monday));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, problem), (grace.Status, grace.Problem));
    }

    [Theory]
    [InlineData("/desk/duty")]
    [InlineData("/desk/concerns")]
    [InlineData("/desk/concerns/1")]
    public async Task Mentors_see_none_of_it(string path)
    {
        using var priya = await program.SignInAsync("Priya");
        Assert.Equal(HttpStatusCode.Forbidden, (await priya.GoAsync(path)).Status);
        using var grace = await program.SignInAsync("Grace");
        Assert.Equal(path.EndsWith('1') ? HttpStatusCode.NotFound : HttpStatusCode.OK, (await grace.GoAsync(path.Replace("/1", "/99999", StringComparison.Ordinal))).Status);
    }
}
