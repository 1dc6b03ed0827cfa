using System.Net;

namespace MentorBot.Tests.Desk;

public class MentorsTests(DeskProgram desk)
{
    [Fact]
    public async Task Only_coordinators_see_the_team()
    {
        var sam = await desk.OpenDeskAsync("Sam", "/desk");
        using var refused = await sam.OpenAsync("/desk/mentors");
        var grace = await desk.OpenDeskAsync("Grace", "/desk/mentors");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("<h1>This page is for coordinators</h1>", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Priya", grace.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("/desk/mentors", sam.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_withdrawn_is_out_at_his_next_request_and_cannot_come_back()
    {
        var tomas = await desk.JoinAsync("tomas.withdrawn", "Wilfred");
        using var before = await tomas.Browser.OpenAsync("/desk");

        var grace = await desk.OpenDeskAsync("Grace", "/desk/mentors");
        var account = grace.Find("""<strong>Wilfred</strong>(?s:.*?)name="account" value="(\d+)" """.TrimEnd());
        using var withdrawn = await grace.SubmitAsync("/desk/mentors?handler=Withdraw", ("account", account));
        using var after = await tomas.Browser.OpenAsync("/desk");
        using var again = await tomas.SignInAsync(desk.NewBrowser());

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (before.StatusCode, withdrawn.StatusCode, after.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task A_coordinator_cannot_withdraw_herself()
    {
        var grace = await desk.OpenDeskAsync("Grace", "/desk/mentors");
        var own = new Memory(desk.Folder).Count("SELECT MIN(Id) FROM Accounts WHERE IsCoordinator");
        using var refused = await grace.SubmitAsync("/desk/mentors?handler=Withdraw", ("account", $"{own}"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "That cannot be done."), (refused.StatusCode, grace.Problem));
    }

    [Fact]
    public async Task A_number_is_no_name_to_invite()
    {
        var grace = await desk.OpenDeskAsync("Grace", "/desk/mentors");
        using var refused = await grace.SubmitAsync("/desk/mentors?handler=Invite", ("name", "07700 900123"), ("role", "mentor"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.DoesNotContain("/desk/join/", grace.Page, StringComparison.Ordinal);
    }
}
