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

    [Fact]
    public async Task An_invitation_is_listed_until_it_is_revoked_and_then_leads_nowhere()
    {
        var link = await desk.InviteAsync("Ottilie");
        var grace = await desk.OpenDeskAsync("Grace", "/desk/mentors");
        Assert.Matches("<strong>Ottilie</strong> <span>mentor, at the desk, until ", grace.Page);
        Assert.DoesNotContain(link, grace.Page, StringComparison.Ordinal);

        using var revoked = await grace.SubmitAsync("/desk/mentors?handler=Revoke", ("invitation", grace.Find("""<strong>Ottilie</strong>(?s:.*?)name="invitation" value="(\d+)" """.TrimEnd())));

        Assert.DoesNotContain("<strong>Ottilie</strong>", grace.Page, StringComparison.Ordinal);
        using var opened = await desk.NewBrowser().OpenAsync(link);
        Assert.Equal(HttpStatusCode.Gone, opened.StatusCode);
        using var again = await grace.SubmitAsync("/desk/mentors?handler=Revoke", ("invitation", "999999"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task A_mentor_is_made_a_coordinator_and_that_is_taken_back()
    {
        var tomas = await desk.JoinAsync("tomas.coordinates", "Idris");
        var grace = await desk.OpenDeskAsync("Grace", "/desk/mentors");
        var account = grace.Find("""value="(\d+)">\s*<button type="submit" class="quiet">Yes, make Idris a coordinator""");
        using var made = await grace.SubmitAsync("/desk/mentors?handler=Coordinator", ("account", account));
        using var seen = await tomas.Browser.OpenAsync("/desk/mentors");
        Assert.Contains("Yes, Idris is a mentor alone", grace.Page, StringComparison.Ordinal);

        using var undone = await grace.SubmitAsync("/desk/mentors?handler=MentorAlone", ("account", account));
        using var unseen = await tomas.Browser.OpenAsync("/desk/mentors");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (seen.StatusCode, unseen.StatusCode));
    }

    [Fact]
    public async Task Whoever_was_withdrawn_is_invited_again_by_the_page_and_is_the_mentor_that_he_was()
    {
        await desk.JoinAsync("una.first", "Una");
        var grace = await desk.OpenDeskAsync("Grace", "/desk/mentors");
        var mentor = grace.Find("""<strong>Una</strong>(?s:.*?)href="/desk/mentors/(\d+)" """.TrimEnd());
        using var withdrawn = await grace.SubmitAsync("/desk/mentors?handler=Withdraw", ("mentor", mentor));
        Assert.Contains("Invite Una again", grace.Page, StringComparison.Ordinal);

        using var invited = await grace.SubmitAsync("/desk/mentors?handler=Desk", ("mentor", mentor));
        var again = await DeskMember.JoinAsync(desk.NewBrowser(), grace.Find("""(/desk/join/[\w-]+)"""), "una.second", "Una");

        using var page = await again.Browser.OpenAsync("/desk");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var team = await grace.OpenAsync("/desk/mentors");
        Assert.Contains($"href=\"/desk/mentors/{mentor}\"", grace.Page, StringComparison.Ordinal);
        Assert.Equal(1, new Memory(desk.Folder).Count("SELECT COUNT(*) FROM Mentors WHERE Name = 'Una'"));
    }

    [Fact]
    public async Task A_mentor_at_the_desk_gets_a_code_for_his_own_phone_with_his_password()
    {
        var tomas = await desk.JoinAsync("tomas.has.a.phone");
        using var page = await tomas.Browser.OpenAsync("/desk/account");
        using var refused = await tomas.Browser.SubmitAsync("/desk/account?handler=Phone", ("password", "not this one here"));
        Assert.DoesNotContain("JOIN ", tomas.Browser.Page, StringComparison.Ordinal);

        using var made = await tomas.Browser.SubmitAsync("/desk/account?handler=Phone", ("password", DeskMember.Password));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (refused.StatusCode, made.StatusCode));
        Assert.Matches("JOIN [2-9A-Z]{8}<", tomas.Browser.Page);
    }
}
