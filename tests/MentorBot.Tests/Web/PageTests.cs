using System.Net;
using System.Text.RegularExpressions;
using MentorBot.Tests.Try;

namespace MentorBot.Tests.Web;

public partial class PageTests(TextedProgram texted, TriedProgram tried)
{
    private const string Browser = "text/html,application/xhtml+xml,*/*;q=0.8";

    [Theory]
    [InlineData("/")]
    [InlineData("/try")]
    [InlineData("/try?phone=101")]
    [InlineData("/error")]
    [InlineData("/nowhere")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/mentorbot.css")]
    [InlineData("/try.js")]
    [InlineData("/channels/sms/inbound")]
    public async Task Every_answer_tells_browsers_to_run_nothing_but_our_own_files_and_to_leave_no_trail(string path)
    {
        foreach (var http in new[] { texted.Http, tried.Http })
        {
            using var answer = await http.AskAsync(path, Browser);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            // The simulator shows the web chat beside its phone.
            var framedBy = path == "/" && http == tried.Http ? "'self'" : "'none'";
            Assert.Contains($"frame-ancestors {framedBy}", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/try")]
    [InlineData("/error")]
    [InlineData("/nowhere")]
    public async Task No_page_needs_what_the_policy_forbids(string path)
    {
        var page = await tried.Http.GetStringOfAsync(path, Browser);
        Assert.DoesNotMatch(Inline(), page);
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_gets_a_friendly_page_and_404()
    {
        using var answer = await texted.Http.AskAsync("/nowhere", Browser);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<h1>This page is not here</h1>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/try")]
    [InlineData("GET", "/try?handler=Screen&phone=101")]
    [InlineData("GET", "/try/sms?number=%2B447700900101")]
    [InlineData("POST", "/try/sms")]
    [InlineData("GET", "/try/clock")]
    [InlineData("POST", "/try/clock")]
    public async Task Nothing_of_the_simulator_is_there_in_production(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "POST" ? new StringContent("{}") : null };
        using var answer = await texted.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_first_page_leads_to_the_simulator_only_where_there_is_one()
    {
        Assert.Contains("href=\"/try\"", await tried.Http.GetStringOfAsync("/", Browser), StringComparison.Ordinal);
        Assert.DoesNotContain("/try", await texted.Http.GetStringOfAsync("/", Browser), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("phone", "101"), KeyValuePair.Create("body", "hi")]);
        using var answer = await tried.Http.PostAsync("/try?handler=Text", form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    // Where the way out leads is told to the script, and fetched by nobody.
    [GeneratedRegex(@"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:|(?<!\sdata-elsewhere="")https?://", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Inline();
}

public class BrokenPageTests : IDisposable
{
    private readonly ProgramFolder _folder = new();

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task A_page_that_breaks_says_sorry_and_shows_nothing_of_why(string environment)
    {
        using var program = await RunningProgram.StartAsync(_folder, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = environment,
            ["MentorBot:Try:Enabled"] = "true",
        });
        using (new Memory(_folder).Without("Inbox"))
        {
            await ShowsNothingAsync(program.Http, "/try", "text/html", "<h1>Something went wrong</h1>");
            await ShowsNothingAsync(program.Http, "/try/sms?number=%2B447700900101", "*/*", "\"status\":500");
        }

        // Mended, it works again: and so the simulator does in Production, where a setting asked for it.
        using var again = await program.Http.AskAsync("/try", "text/html");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _folder.Dispose();
    }

    private static async Task ShowsNothingAsync(HttpClient http, string path, string accept, string says)
    {
        using var answer = await http.AskAsync(path, accept);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.All(["Sqlite", "Inbox", "Exception", "   at ", "7700900101"], detail => Assert.DoesNotContain(detail, page, StringComparison.Ordinal));
    }
}
