using System.Net;

namespace MentorBot.Tests.Desk;

public class SignInTests(DeskProgram desk)
{
    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/account")]
    [InlineData("/desk/mentors")]
    [InlineData("/desk/sign-out")]
    public async Task Whoever_is_not_signed_in_is_led_to_where_he_signs_in_and_a_script_is_told(string path)
    {
        using var person = await desk.NewBrowser().OpenAsync(path);
        using var script = await desk.Http.AskAsync(path);

        Assert.Equal((HttpStatusCode.Redirect, $"/desk/sign-in?returnUrl={Uri.EscapeDataString(path)}"), (person.StatusCode, person.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.Unauthorized, script.StatusCode);
    }

    [Fact]
    public async Task A_name_a_password_and_a_code_lead_to_the_page_that_was_asked_for()
    {
        var tomas = await desk.JoinAsync("tomas.signs.in");
        var browser = desk.NewBrowser();
        using var asked = await browser.OpenAsync("/desk/sign-in?returnUrl=%2Fdesk%2Faccount");
        using var entered = await browser.SubmitAsync("/desk/sign-in?returnUrl=%2Fdesk%2Faccount", ("name", tomas.SignInName), ("password", DeskMember.Password), ("code", tomas.App.Next()));
        using var page = await browser.OpenAsync("/desk/account");

        Assert.Equal("/desk/account", entered.Headers.Location!.ToString());
        Assert.Contains("tomas.signs.in", browser.Page, StringComparison.Ordinal);
        Assert.True(page.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Whatever_is_wrong_the_answer_is_the_same()
    {
        var tomas = await desk.JoinAsync("tomas.guesses");
        var answers = new List<(HttpStatusCode Status, string Problem)>();
        foreach (var (name, password, code) in new[]
        {
            ("nobody.at.all", DeskMember.Password, "123456"),
            (tomas.SignInName, "not this one here", tomas.App.Next()),
            (tomas.SignInName, DeskMember.Password, "12345"),
            ("", "", ""),
        })
        {
            var browser = desk.NewBrowser();
            using var refused = await DeskMember.SignInAsync(browser, name, password, code);
            answers.Add((refused.StatusCode, browser.Problem));
        }

        var one = Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, one.Status);
        Assert.StartsWith("That did not work.", one.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_account_and_a_right_one_says_no_more_than_a_wrong_one()
    {
        var tomas = await desk.JoinAsync("tomas.is.locked");
        var browser = desk.NewBrowser();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await DeskMember.SignInAsync(browser, tomas.SignInName, DeskMember.Password, $"00000{i}");
        }
        var said = browser.Problem;

        using var right = await tomas.SignInAsync(browser);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, said), (right.StatusCode, browser.Problem));
    }

    [Fact]
    public async Task A_code_counts_once_and_a_recovery_code_takes_its_place_once()
    {
        var tomas = await desk.JoinAsync("tomas.again");
        var code = tomas.App.Next();

        Assert.Equal(
            [HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity],
            [await StatusAsync(code), await StatusAsync(code), await StatusAsync(tomas.RecoveryCodes[0]), await StatusAsync(tomas.RecoveryCodes[0])]);

        async Task<HttpStatusCode> StatusAsync(string typed)
        {
            using var answer = await DeskMember.SignInAsync(desk.NewBrowser(), tomas.SignInName, DeskMember.Password, typed);
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/desk")]
    [InlineData("/\\elsewhere.example/desk")]
    [InlineData("/desk/../..//elsewhere.example")]
    [InlineData("/deskless")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_to_another_site_after_signing_in(string returnUrl)
    {
        var browser = await desk.OpenDeskAsync("Sam", "/desk");
        using var answer = await browser.OpenAsync($"/desk/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");
        Assert.StartsWith("/desk", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("//", answer.Headers.Location.ToString(), StringComparison.Ordinal);
        Assert.NotEqual("/deskless", answer.Headers.Location.ToString());
    }

    [Fact]
    public async Task What_another_site_makes_a_browser_send_is_refused()
    {
        var sam = await desk.OpenDeskAsync("Sam", "/desk");
        using var forged = await sam.PostAsync("/desk/sign-out");
        using var still = await sam.OpenAsync("/desk");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (forged.StatusCode, still.StatusCode));
    }

    [Theory]
    [InlineData("made-up")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_forged_cookie_opens_nothing(string cookie)
    {
        var browser = desk.NewBrowser();
        browser.Cookies["desk"] = cookie;
        using var answer = await browser.OpenAsync("/desk");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Theory]
    [InlineData("UsedAt", 61)]
    [InlineData("BeganAt", 721)]
    public async Task Time_ends_it(string column, int minutes)
    {
        // A program of its own: time goes by for everybody in it.
        await using var program = new DeskProgram();
        await program.InitializeAsync();
        var tomas = await program.JoinAsync("tomas");
        using var before = await tomas.Browser.OpenAsync("/desk");
        new Memory(program.Folder).Count($"UPDATE SignIns SET {column} = {column} - @age; SELECT changes()", ("@age", minutes * 60_000L));
        using var after = await tomas.Browser.OpenAsync("/desk");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (before.StatusCode, after.StatusCode));
    }

    [Fact]
    public async Task A_copy_of_the_cookie_is_worth_nothing_once_its_owner_has_left()
    {
        var tomas = await desk.JoinAsync("tomas.leaves");
        var thief = desk.NewBrowser();
        thief.Cookies["desk"] = tomas.Browser.Cookies["desk"];
        using var before = await thief.OpenAsync("/desk");
        using var page = await tomas.Browser.OpenAsync("/desk");

        using var left = await tomas.Browser.SubmitAsync("/desk/sign-out");
        using var after = await thief.OpenAsync("/desk");

        Assert.Equal("/desk/sign-in", left.Headers.Location!.ToString());
        Assert.DoesNotContain("desk", tomas.Browser.Cookies.Keys);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (before.StatusCode, after.StatusCode));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_what_is_open_elsewhere()
    {
        var tomas = await desk.JoinAsync("tomas.everywhere");
        var phone = desk.NewBrowser();
        using var there = await tomas.SignInAsync(phone);
        using var page = await tomas.Browser.OpenAsync("/desk/account");

        using var left = await tomas.Browser.SubmitAsync("/desk/sign-out?handler=Everywhere");
        using var after = await phone.OpenAsync("/desk");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (left.StatusCode, after.StatusCode));
    }

    [Fact]
    public async Task A_cookie_from_before_the_password_was_changed_opens_nothing_and_the_browser_that_changed_it_stays()
    {
        var tomas = await desk.JoinAsync("tomas.changes");
        var phone = desk.NewBrowser();
        using var there = await tomas.SignInAsync(phone);
        using var page = await tomas.Browser.OpenAsync("/desk/account");

        using var changed = await tomas.Browser.SubmitAsync("/desk/account?handler=Password", ("chosen", "another four plain words"), ("password", DeskMember.Password));
        using var here = await tomas.Browser.OpenAsync("/desk");
        using var after = await phone.OpenAsync("/desk");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Redirect), (changed.StatusCode, here.StatusCode, after.StatusCode));
    }

    [Fact]
    public async Task Nothing_that_somebody_types_or_opens_is_logged()
    {
        var link = await desk.InviteAsync("Quentin");
        var quentin = await DeskMember.JoinAsync(desk.NewBrowser(), link, "quentin.quiet", "Quentin");
        using var refused = await DeskMember.SignInAsync(desk.NewBrowser(), "quentin.quiet", "not this one here", "123456");
        using var entered = await quentin.SignInAsync(desk.NewBrowser());

        var output = desk.Program.Process.Output;
        Assert.All(["quentin", DeskMember.Password, "not this one here", link, .. quentin.RecoveryCodes], secret => Assert.DoesNotContain(secret, output, StringComparison.OrdinalIgnoreCase));
    }
}
