using System.Net;

namespace MentorBot.Tests.Desk;

/// <summary>The coordinator's pages of bookings and places.</summary>
public class BookingsPageTests(DeskedProgram program) : IClassFixture<DeskedProgram>
{
    [Fact]
    public async Task A_coordinator_opens_a_place_a_mentor_meets_there_and_what_she_needs_is_seen_to()
    {
        using var grace = await program.SignInAsync("Grace");
        await grace.GoAsync("/desk/venues");
        await grace.SendAsync("/desk/venues?handler=Add", ("name", "Town library of a name that is too long"), ("address", "5 High Street"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, grace.Status);
        Assert.Contains("""value="5 High Street" """.TrimEnd(), grace.Page, StringComparison.Ordinal);
        await grace.SendAsync("/desk/venues?handler=Add", ("name", "Town library"), ("address", "5 High Street"), ("wayIn", "Ring twice"), ("stepFree", "true"));
        Assert.Contains("<strong>Town library</strong>, 5 High Street", grace.Page, StringComparison.Ordinal);
        using var sam = await program.SignInAsync("Sam");
        await sam.GoAsync("/desk/times");
        var venue = sam.Find("""<option value="(?<text>\d+)">Town library""");
        await sam.SendAsync(
            "/desk/times", ("version", sam.Find("""name="version" value="(?<text>\d+)""")), ("hours[0]", "9-17"), ("hours[1]", "9-17"), ("hours[2]", "9-17"), ("hours[3]", "9-17"), ("hours[4]", "9-17"),
            ("timeZone", "Europe/London"), ("ways", "Place"), ("venue", venue), ("length", "45"), ("buffer", "15"), ("notice", "12"), ("aDay", "3"), ("aWeek", "5"));
        Assert.Contains("Saved.", sam.Page, StringComparison.Ordinal);

        var joan = Cast.Stranger();
        foreach (var (text, place) in new[] { "book", "secret marmalade", "2", "1 and 5", "1" }.Select((text, place) => (text, place))) await program.SayAsync(joan, text, place + 1);
        Assert.Contains("with Sam, Town library, 5 High Street", (await program.ScreenAsync(joan, 5))[^1].Body, StringComparison.Ordinal);

        await grace.GoAsync("/desk/bookings");
        Assert.DoesNotContain("marmalade", grace.Page, StringComparison.Ordinal);
        Assert.Contains("at Town library", grace.Page, StringComparison.Ordinal);
        Assert.Contains("fare, no steps, not seen to yet", grace.Page, StringComparison.Ordinal);
        var (id, from, until) = (grace.Find("""name="id" value="(?<text>\d+)"""), grace.Find("""name="from" value="(?<text>[^"]+)"""), grace.Find("""name="until" value="(?<text>[^"]+)"""));
        await grace.SendAsync("/desk/bookings", ("id", id), ("met", "true"), ("cost", "lots"), ("from", from), ("until", until));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, grace.Status);
        Assert.Contains("value=\"lots\"", grace.Page, StringComparison.Ordinal);
        await grace.SendAsync("/desk/bookings", ("id", id), ("met", "true"), ("cost", "£12.5"), ("from", from), ("until", until));
        Assert.Contains("fare, no steps, seen to, £12.50", WebUtility.HtmlDecode(grace.Page), StringComparison.Ordinal);
        Assert.Contains("Cost of what was needed</dt><dd>£12.50", WebUtility.HtmlDecode(grace.Page), StringComparison.Ordinal);
        Assert.Matches("""(?s)fare</th><td>1</td><td>1</td>""", grace.Page);
        await sam.GoAsync("/desk/meetings");
        Assert.Contains("Would help: fare, no steps. It is seen to.", sam.Page, StringComparison.Ordinal);

        await grace.GoAsync("/desk/venues");
        Assert.Contains("1 meeting is booked here.", grace.Page, StringComparison.Ordinal);
        await grace.SendAsync("/desk/venues?handler=Close", ("id", venue));
        Assert.Contains("closed", grace.Page, StringComparison.Ordinal);
        await grace.SendAsync("/desk/venues?handler=Close", ("id", venue));
        Assert.Equal(HttpStatusCode.NotFound, grace.Status);
        Assert.DoesNotContain("Town library", (await sam.GoAsync("/desk/times")).Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/bookings")]
    [InlineData("/desk/venues")]
    public async Task A_mentor_sees_none_of_it(string path)
    {
        using var priya = await program.SignInAsync("Priya");
        Assert.Equal(HttpStatusCode.Forbidden, (await priya.GoAsync(path)).Status);
        await priya.GoAsync("/desk");
        Assert.Equal(HttpStatusCode.Forbidden, (await priya.SendAsync(path, ("id", "1"), ("met", "true"))).Status);
    }

    [Theory]
    [InlineData("?from=2026-12-31&until=2026-01-01")]
    [InlineData("?from=nonsense&until=2026-01-01")]
    [InlineData("?from=0001-01-01&until=9999-12-31")]
    public async Task Days_that_make_no_sense_are_said_so_and_the_usual_ones_are_shown(string query)
    {
        using var grace = await program.SignInAsync("Grace");
        await grace.GoAsync($"/desk/bookings{query}");
        Assert.Equal(HttpStatusCode.OK, grace.Status);
        Assert.StartsWith("Choose a first and a last day", grace.Problem, StringComparison.Ordinal);
    }
}
