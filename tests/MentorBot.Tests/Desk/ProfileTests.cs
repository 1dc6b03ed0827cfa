using System.Net;

namespace MentorBot.Tests.Desk;

public class ProfileTests(DeskProgram desk)
{
    private static readonly (string, string)[] Good =
    [
        ("name", "Nerys"), ("languages", "cy"), ("languages", "en"), ("skills", "photos, email, Photos"), ("timeZone", "Europe/London"),
        ("hours[0]", "9-12, 14:30-17"), ("quietFrom", "22:00"), ("quietUntil", "07:00"), ("atOnce", "3"), ("aWeek", "12"), ("hearsBy", "Desk"),
    ];

    [Fact]
    public async Task What_a_coordinator_sets_is_kept_and_shown_again()
    {
        var (grace, path) = await OpenProfileAsync("Nan");
        using var saved = await grace.SubmitAsync(path, [.. Good, ("version", grace.Field("version"))]);
        using var shown = await grace.OpenAsync(saved.Headers.Location!.ToString());

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("""<option value="Desk" selected="selected">""", grace.Page, StringComparison.Ordinal);
        Assert.Equal(
            ("Nerys", "photos, email", "09:00-12:00, 14:30-17:00", "22:00", "3", "12", "Saved."),
            (Value(grace, "name"), Value(grace, "skills"), Value(grace, "hours[0]"), Value(grace, "quietFrom"), Value(grace, "atOnce"), Value(grace, "aWeek"), grace.Find("""class="done">([^<]*)<""")));
    }

    [Fact]
    public async Task What_cannot_be_kept_is_named_and_nothing_is_lost_of_what_was_typed()
    {
        var (grace, path) = await OpenProfileAsync("Nest");
        var typed = Good.Select(field => field.Item1 switch { "hours[0]" => ("hours[0]", "mornings <b>"), "aWeek" => ("aWeek", "lots"), _ => field }).ToArray();
        using var refused = await grace.SubmitAsync(path, [.. typed, ("version", grace.Field("version"))]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "mornings <b>", "lots"), (refused.StatusCode, Value(grace, "hours[0]"), Value(grace, "aWeek")));
        Assert.Contains("""href="#hours-0">Write hours such as""", grace.Page, StringComparison.Ordinal);
        Assert.Contains("""href="#a-week">Write a number from 1 to""", grace.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", grace.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_coordinators_do_not_overwrite_each_other()
    {
        var (grace, path) = await OpenProfileAsync("Nia");
        var version = grace.Field("version");
        using var first = await grace.SubmitAsync(path, [.. Good, ("version", version)]);
        using var page = await grace.OpenAsync(path);
        using var second = await grace.SubmitAsync(path, [.. Good.Select(field => field.Item1 == "atOnce" ? ("atOnce", "9") : field), ("version", version)]);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict, "3"), (first.StatusCode, second.StatusCode, Value(grace, "atOnce")));
        Assert.StartsWith("Somebody else changed this", grace.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_coordinators_see_it_and_of_a_stranger_there_is_none()
    {
        var (grace, path) = await OpenProfileAsync("Non");
        var sam = await desk.OpenDeskAsync("Sam", "/desk");
        using var refused = await sam.OpenAsync(path);
        using var posted = await sam.SubmitAsync(path, [.. Good, ("version", grace.Field("version"))]);
        using var none = await grace.OpenAsync("/desk/mentors/999999");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (refused.StatusCode, posted.StatusCode, none.StatusCode));
    }

    [Theory]
    [InlineData("/desk/results", "30 days")]
    [InlineData("/desk/results?days=7", "7 days")]
    [InlineData("/desk/results?days=-5", "30 days")]
    [InlineData("/desk/results?days=nonsense", "30 days")]
    public async Task The_results_are_those_of_the_stretch_that_was_chosen(string path, string stretch)
    {
        var grace = await desk.OpenDeskAsync("Grace", path);
        Assert.Contains($"Of those who asked in the last {stretch}", grace.Page, StringComparison.Ordinal);
        var sam = await desk.OpenDeskAsync("Sam", "/desk");
        using var refused = await sam.OpenAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData("7", "", " 20 ", HttpStatusCode.Redirect)]
    [InlineData("0", "", "", HttpStatusCode.UnprocessableEntity)]
    [InlineData("", "361", "", HttpStatusCode.UnprocessableEntity)]
    [InlineData("", "", "soon", HttpStatusCode.UnprocessableEntity)]
    public async Task Waits_are_whole_minutes_within_reason(string wave, string giveUp, string answer, HttpStatusCode status)
    {
        var grace = await desk.OpenDeskAsync("Grace", "/desk/waits");
        using var sent = await grace.SubmitAsync("/desk/waits", ("wave", wave), ("giveUp", giveUp), ("answer", answer));
        Assert.Equal(status, sent.StatusCode);
        using var page = await grace.OpenAsync("/desk/waits");
        if (status == HttpStatusCode.Redirect) Assert.Equal(("7", "", "20"), (Value(grace, "wave"), Value(grace, "giveUp"), Value(grace, "answer")));
        using var put = await grace.SubmitAsync("/desk/waits", ("wave", ""), ("giveUp", ""), ("answer", ""));
        Assert.Equal(HttpStatusCode.Redirect, put.StatusCode);
    }

    // Each test has a mentor of its own.
    private async Task<(DeskBrowser Grace, string Path)> OpenProfileAsync(string name)
    {
        await desk.JoinAsync($"{name}.profile", name);
        var grace = await desk.OpenDeskAsync("Grace", "/desk/mentors");
        var path = grace.Find($"""(/desk/mentors/\d+)">What {name} can""");
        using var page = await grace.OpenAsync(path);
        return (grace, path);
    }

    private static string Value(DeskBrowser browser, string name) => browser.Find($"""name="{System.Text.RegularExpressions.Regex.Escape(name)}"[^>]*?value="([^"]*)" """.TrimEnd());
}
