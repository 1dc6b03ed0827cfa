using System.Net;

namespace MentorBot.Tests.Desk;

public sealed class JoinTests(DeskProgram desk) : IDisposable
{
    private static readonly Dictionary<string, string> Production = new(StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["MentorBot:PublicUrl"] = "https://bot.example.org" };

    private readonly ProgramFolder _folder = new();

    [Fact]
    public async Task Who_was_invited_joins_is_signed_in_and_sees_his_recovery_codes_once()
    {
        var tomas = await desk.JoinAsync("tomas.joins");
        Assert.Equal(10, tomas.RecoveryCodes.Distinct(StringComparer.Ordinal).Count());
        using var page = await tomas.Browser.OpenAsync("/desk");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotContain(tomas.RecoveryCodes[0], tomas.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_picture_of_the_key_is_drawn_into_the_page_and_the_key_is_in_no_address_of_ours()
    {
        var browser = desk.NewBrowser();
        using var form = await browser.OpenAsync(await desk.InviteAsync("Tomas"));

        Assert.Contains("<svg class=\"qr\" role=\"img\" aria-label=\"QR code of the key below\"", browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("qr.svg", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_joins_once_and_a_link_that_was_used_is_gone()
    {
        var link = await desk.InviteAsync("Tomas");
        var browser = desk.NewBrowser();
        using var form = await browser.OpenAsync(link);
        var (page, app) = (browser.Page, new AuthenticatorApp(browser.Find("""class="key"[^>]*>([^<]*)<""")));
        var fields = DeskMember.FieldsOf(browser, "tomas.twice", app.Next());
        var token = browser.Field("__RequestVerificationToken");
        using var first = await browser.PostAsync(link, [.. fields, ("__RequestVerificationToken", token)]);

        var again = desk.NewBrowser();
        foreach (var (name, value) in browser.Cookies.Where(c => c.Key != "desk")) again.Cookies[name] = value;
        using var second = await again.PostAsync(link, [.. fields, ("__RequestVerificationToken", token)]);
        using var third = await desk.NewBrowser().OpenAsync(link);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Gone), (first.StatusCode, second.StatusCode, third.StatusCode));
        Assert.NotEmpty(page);
    }

    [Theory]
    [InlineData("short", "123456", "12 characters or more")]
    [InlineData("passwordpassword", "123456", "tries this password first")]
    [InlineData(DeskMember.Password, "12345", "not the code that your app shows")]
    public async Task What_has_to_be_mended_is_said_and_the_app_need_not_be_set_up_again(string password, string code, string says)
    {
        var link = await desk.InviteAsync("Tomas");
        var browser = desk.NewBrowser();
        using var form = await browser.OpenAsync(link);
        var key = browser.Find("""class="key"[^>]*>([^<]*)<""");

        using var answer = await browser.SubmitAsync(link, ("form", browser.Field("form")), ("name", "Tomas"), ("signInName", "tomas.mends"), ("password", password), ("code", code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(says, browser.Problem, StringComparison.Ordinal);
        Assert.Equal(key, browser.Find("""class="key"[^>]*>([^<]*)<"""));
        Assert.DoesNotContain(password, browser.Page.Replace("12 characters", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_production_the_first_start_prints_a_link_for_the_first_coordinator_and_none_once_he_has_joined()
    {
        using (var program = await RunningProgram.StartAsync(_folder, Production))
        {
            var line = await program.Process.LineAsync(l => l.Contains("/desk/join/", StringComparison.Ordinal));
            Assert.StartsWith("https://bot.example.org/desk/join/", line.Trim(), StringComparison.Ordinal);
            var grace = await DeskMember.JoinAsync(new DeskBrowser(program.Http), new Uri(line.Trim()).AbsolutePath, "grace");
            using var mentors = await grace.Browser.OpenAsync("/desk/mentors");
            Assert.Equal(HttpStatusCode.OK, mentors.StatusCode);
            using var once = await new DeskBrowser(program.Http).OpenAsync("/desk/once/made-up");
            Assert.Equal(HttpStatusCode.NotFound, once.StatusCode);
            Assert.Equal(0, await program.Process.StopAsync());
        }

        using var after = await RunningProgram.StartAsync(_folder, Production);
        Assert.Equal(0, await after.Process.StopAsync());
        Assert.DoesNotContain("/desk/join/", after.Process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invite_prints_a_link_to_the_desk_for_a_mentor_or_a_coordinator()
    {
        using (var migrate = ProgramProcess.Start(_folder, Production, "migrate")) Assert.Equal(0, await migrate.ExitCodeAsync());
        foreach (var option in new[] { "--desk", "--coordinator" })
        {
            using var invite = ProgramProcess.Start(_folder, Production, "invite", "Tomas", option);
            Assert.Equal(0, await invite.ExitCodeAsync());
            Assert.Matches("https://bot.example.org/desk/join/[A-Za-z0-9_-]{43}", invite.Output);
        }
        Assert.Equal(1, new Memory(_folder).Count("SELECT COUNT(*) FROM Invitations WHERE IsCoordinator"));
    }

    public void Dispose() => _folder.Dispose();
}
