using System.Globalization;
using System.Net;

namespace MentorBot.Tests.Desk;

/// <summary>A mentor says when he can be booked.</summary>
public class TimesPageTests(DeskProgram desk)
{
    private static int _members;

    private static readonly (string, string)[] Good =
    [
        ("hours[0]", "9-12, 14:30-17"), ("hours[1]", ""), ("hours[2]", ""), ("hours[3]", "18-20"), ("timeZone", "Europe/London"), ("ways", "Messages"), ("ways", "Video"), ("venue", ""),
        ("length", "30"), ("buffer", "0"), ("notice", "24"), ("aDay", "2"), ("aWeek", "4"),
    ];

    [Fact]
    public async Task What_he_sets_is_kept_and_shown_again()
    {
        var nan = await OpenAsync("Nan");
        Assert.Contains("Nobody can book you now.", nan.Page, StringComparison.Ordinal);
        using var saved = await nan.SubmitAsync("/desk/times", [.. Good, ("version", nan.Field("version"))]);
        using var shown = await nan.OpenAsync(saved.Headers.Location!.ToString());

        Assert.Contains("Mentees can book you", nan.Page, StringComparison.Ordinal);
        Assert.Contains("""id="way-Video" name="ways" value="Video" checked="checked">""", nan.Page, StringComparison.Ordinal);
        Assert.Contains("""<option value="30" selected="selected">30 minutes""", nan.Page, StringComparison.Ordinal);
        Assert.Equal(
            ("09:00-12:00, 14:30-17:00", "18:00-20:00", "24", "2", "4", "Saved."),
            (Value(nan, "hours[0]"), Value(nan, "hours[3]"), Value(nan, "notice"), Value(nan, "aDay"), Value(nan, "aWeek"), nan.Find("""class="done">([^<]*)<""")));
    }

    [Fact]
    public async Task What_cannot_be_kept_is_named_and_nothing_is_lost_of_what_was_typed()
    {
        var nest = await OpenAsync("Nest");
        var typed = Good.Select(field => field.Item1 switch { "hours[0]" => ("hours[0]", "mornings <b>"), "notice" => ("notice", "soon"), _ => field }).Append(("ways", "Place"));
        using var refused = await nest.SubmitAsync("/desk/times", [.. typed, ("version", nest.Field("version"))]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "mornings <b>", "soon"), (refused.StatusCode, Value(nest, "hours[0]"), Value(nest, "notice")));
        foreach (var box in new[] { "hours-0", "notice", "venue" }) Assert.Contains($"href=\"#{box}\"", nest.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", nest.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_windows_do_not_overwrite_each_other()
    {
        var nia = await OpenAsync("Nia");
        var version = nia.Field("version");
        using var first = await nia.SubmitAsync("/desk/times", [.. Good, ("version", version)]);
        using var page = await nia.OpenAsync("/desk/times");
        using var second = await nia.SubmitAsync("/desk/times", [.. Good.Select(field => field.Item1 == "aDay" ? ("aDay", "9") : field), ("version", version)]);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict, "2"), (first.StatusCode, second.StatusCode, Value(nia, "aDay")));
        Assert.StartsWith("This was changed elsewhere", nia.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_off_and_other_hours_are_set_shown_together_and_taken_back()
    {
        var non = await OpenAsync("Non");
        var first = DateOnly.Parse(non.Find("""min="([^"]+)" """.TrimEnd()), CultureInfo.InvariantCulture).AddDays(10);
        using (await non.SubmitAsync("/desk/times?handler=Days", ("from", Iso(first)), ("until", Iso(first.AddDays(4))), ("other", ""))) await non.OpenAsync("/desk/times");
        using (await non.SubmitAsync("/desk/times?handler=Days", ("from", Iso(first.AddDays(2))), ("until", ""), ("other", "10-12"))) await non.OpenAsync("/desk/times");

        Assert.Equal(2, Count(non, "<span>off</span>"));
        Assert.Equal(1, Count(non, "<span>10:00-12:00</span>"));
        using (await non.SubmitAsync("/desk/times?handler=Clear", ("from", Iso(first)), ("until", Iso(first.AddDays(2))))) await non.OpenAsync("/desk/times");
        Assert.Equal((1, 0), (Count(non, "<span>off</span>"), Count(non, "<span>10:00-12:00</span>")));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("31/02/2030", "", "")]
    [InlineData("2020-01-01", "", "")]
    [InlineData("+0", "+200", "")]
    [InlineData("+5", "+2", "")]
    [InlineData("+500", "", "")]
    [InlineData("+1", "", "25-26")]
    public async Task Days_that_make_no_sense_are_refused_and_stay_as_they_were_typed(string from, string until, string hours)
    {
        var nye = await OpenAsync("Nye");
        var today = DateOnly.Parse(nye.Find("""min="([^"]+)" """.TrimEnd()), CultureInfo.InvariantCulture);
        string Day(string said) => said.StartsWith('+') ? Iso(today.AddDays(int.Parse(said, CultureInfo.InvariantCulture))) : said;
        using var refused = await nye.SubmitAsync("/desk/times?handler=Days", ("from", Day(from)), ("until", Day(until)), ("other", hours));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, Day(from), hours), (refused.StatusCode, Value(nye, "from"), Value(nye, "other")));
        Assert.StartsWith("These days were not kept.", nye.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_mentor_has_no_times()
    {
        var grace = await desk.OpenDeskAsync("Grace", "/desk");
        using var refused = await grace.OpenAsync("/desk/times");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    // Each test has a mentor of its own.
    private async Task<DeskBrowser> OpenAsync(string name)
    {
        var member = await desk.JoinAsync($"{name}.times.{Interlocked.Increment(ref _members)}", name);
        using var page = await member.Browser.OpenAsync("/desk/times");
        return member.Browser;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Count(DeskBrowser browser, string what) => browser.Page.Split(what).Length - 1;

    private static string Value(DeskBrowser browser, string name) => browser.Find($"""<input [^>]*name="{System.Text.RegularExpressions.Regex.Escape(name)}"(?! value="\d+"><input)[^>]*?value="([^"]*)" """.TrimEnd());
}
