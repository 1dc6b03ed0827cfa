using System.Net;

namespace MentorBot.Tests.Desk;

public class GroupsTests(DeskProgram desk)
{
    private const string Groups = "/desk/groups";

    [Fact]
    public async Task A_mentor_makes_a_group_and_sees_it_in_the_list()
    {
        var sam = await desk.OpenDeskAsync("Sam", Groups);
        using var made = await sam.SubmitAsync(Groups, Form(sam, "printers"));
        using var shown = await sam.OpenAsync(made.Headers.Location!.ToString());

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal("Made. People can join it now.", sam.Find("""class="done">([^<]*)<"""));
        Assert.Contains("0 of 12 seats taken", sam.Page, StringComparison.Ordinal);
        using var list = await sam.OpenAsync(Groups);
        Assert.Contains("<strong>PRINTERS</strong>", sam.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_makes_one_and_the_same_word_no_second_one()
    {
        var sam = await desk.OpenDeskAsync("Sam", Groups);
        var form = Form(sam, "tablets");
        using var first = await sam.SubmitAsync(Groups, form);
        using var page = await sam.OpenAsync(Groups);
        using var again = await sam.SubmitAsync(Groups, form);
        using var other = await sam.OpenAsync(Groups);
        using var taken = await sam.SubmitAsync(Groups, Form(sam, "Tablets!"));

        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        Assert.Contains("has this word already", sam.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keyword", "menu", "One word")]
    [InlineData("keyword", "mneu", "that means nothing else to MentorBot")]
    [InlineData("keyword", "two words", "that means nothing else to MentorBot")]
    [InlineData("keyword", "seven", "that means nothing else to MentorBot")]
    [InlineData("title", "", "Write what it is about")]
    [InlineData("date", "2020-01-01", "still to come")]
    [InlineData("date", "31 February", "Choose a day and a time")]
    [InlineData("seats", "201", "from 1 to 200")]
    [InlineData("minutes", "an hour", "how many minutes")]
    [InlineData("mentor", "999999", "Choose a mentor")]
    [InlineData("venue", "999999", "Choose a place")]
    [InlineData("venue", "", "Choose a place, or tick")]
    public async Task What_cannot_be_is_named_and_nothing_is_lost_of_what_was_typed(string field, string typed, string problem)
    {
        var grace = await desk.OpenDeskAsync("Grace", Groups);
        var wrong = Form(grace, "cameras").Where(one => field != "venue" || typed.Length > 0 || one.Name != "video").Select(one => one.Name == field ? (field, typed) : one).ToArray();
        using var refused = await grace.SubmitAsync(Groups, wrong);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(problem, grace.Page, StringComparison.Ordinal);
        Assert.Equal(field == "title" ? typed : "Title <b> of cameras", grace.Find("""id="title"[^>]*value="([^"]*)" """.TrimEnd()));
        Assert.DoesNotContain("<b>", grace.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_called_off_once_by_who_leads_it_and_by_no_other_mentor()
    {
        var sam = await desk.OpenDeskAsync("Sam", Groups);
        using var made = await sam.SubmitAsync(Groups, Form(sam, "radios"));
        var path = made.Headers.Location!.ToString().Split('?')[0];
        var priya = await desk.OpenDeskAsync("Priya", Groups);
        using var foreign = await priya.SubmitAsync($"{path}?handler=CallOff");
        using var page = await sam.OpenAsync(path);
        using var off = await sam.SubmitAsync($"{path}?handler=CallOff");
        using var shown = await sam.OpenAsync(off.Headers.Location!.ToString());

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Redirect), (foreign.StatusCode, off.StatusCode));
        Assert.Contains("<strong>Called off</strong>", sam.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=CallOff", sam.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_digest_before_it_has_begun()
    {
        var sam = await desk.OpenDeskAsync("Sam", Groups);
        using var made = await sam.SubmitAsync(Groups, Form(sam, "laptops"));
        var path = made.Headers.Location!.ToString().Split('?')[0];
        using var page = await sam.OpenAsync(path);
        Assert.DoesNotContain("handler=Digest", sam.Page, StringComparison.Ordinal);

        using var refused = await sam.SubmitAsync($"{path}?handler=Digest", ("digest", "wipe the lens"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("has not begun", sam.Problem, StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Form(DeskBrowser browser, string keyword) =>
    [
        ("form", browser.Field("form")), ("title", $"Title <b> of {keyword}"), ("keyword", keyword), ("date", "2099-12-09"), ("time", "14:00"), ("minutes", "60"), ("seats", "12"),
        ("mentor", browser.Find("""<option value="(\d+)">""") is { Length: > 0 } mentor ? mentor : browser.Find("""<option value="(\d+)" selected""")), ("venue", ""), ("video", "true"),
    ];
}
