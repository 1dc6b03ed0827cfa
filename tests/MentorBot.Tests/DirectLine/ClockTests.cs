using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace MentorBot.Tests.DirectLine;

/// <summary>What passes with time, in a program whose clock can be moved.</summary>
public class ClockTests(ClockTests.OwnProgram program) : IClassFixture<ClockTests.OwnProgram>
{
    [Fact]
    public async Task Who_only_looks_leaves_no_row_and_who_speaks_leaves_words_for_a_day()
    {
        const string Rows = "SELECT (SELECT COUNT(*) FROM Inbox) + (SELECT COUNT(*) FROM Conversations) + (SELECT COUNT(*) FROM WebChats)";
        const string Messages = "SELECT COUNT(*) FROM Inbox";
        // What other tests said has its turn first: it makes rows.
        await UntilNoneAsync("SELECT COUNT(*) FROM Inbox WHERE State = 0");
        var (rows, messages) = (Count(Rows), Count(Messages));
        var chat = await program.BeginAsync();
        await chat.StartAsync();
        using (var socket = await chat.OpenAsync())
            await chat.ReadAsync();
        await chat.PostJsonAsync("""{"type":"typing"}""");
        Assert.Equal(rows, Count(Rows));

        await chat.SayAsync("hi");
        await chat.AnswersAsync(1);
        await AdvanceAsync("1.00:01:00");
        await UntilNoneAsync("SELECT (SELECT COUNT(*) FROM Inbox WHERE SealedActivity IS NOT NULL) + (SELECT COUNT(*) FROM Outbox WHERE SealedActivity IS NOT NULL)");
        Assert.Equal(messages + 1, Count(Messages));
    }

    [Fact]
    public async Task An_expired_token_is_told_apart_from_a_forged_one_and_cannot_be_refreshed()
    {
        var chat = await program.BeginAsync();
        var stream = (string)(await chat.StartAsync()).Body!["streamUrl"]!;
        await AdvanceAsync("00:01:01");
        Assert.Equal(403, await WireSocket.RefusalAsync(stream));
        Assert.Equal(HttpStatusCode.OK, (await chat.PostAsync("hi")).Status);

        await AdvanceAsync("00:30:00");
        foreach (var answer in new[] { await chat.PostAsync("hi"), await chat.ReconnectAsync(""), await program.CallAsync(HttpMethod.Post, "tokens/refresh", chat.Token) })
            Assert.Equal((HttpStatusCode.Forbidden, "TokenExpired"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task A_token_is_refreshed_for_a_day_and_our_own_page_goes_on_by_its_cookie_for_ninety()
    {
        var browser = new Web.ChatBrowser(program.Http);
        using var begun = await browser.PostAsync("/chat");
        var token = TokenOf(await begun.Content.ReadFromJsonAsync<JsonElement>());
        for (var i = 0; i < 60; i++)
        {
            await AdvanceAsync("00:25:00");
            var answer = await program.CallAsync(HttpMethod.Post, "tokens/refresh", token);
            if (answer.Status != HttpStatusCode.OK)
            {
                Assert.Equal((HttpStatusCode.Forbidden, "TokenExpired"), (answer.Status, answer.Error));
                Assert.InRange(i * 25, (23 * 60) + 30, 24 * 60);
                break;
            }
            token = (string)answer.Body!["token"]!;
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await program.CallAsync(HttpMethod.Post, "tokens/refresh", token)).Status);

        // She writes on day 60, so her chat is still known on day 91; only her cookie is too old.
        using var first = await browser.PostAsync("/", ("text", "MENU"));
        await AdvanceAsync("60.00:00:00");
        using var said = await browser.PostAsync("/", ("text", "MENU"));
        using var known = await browser.PostAsync("/chat?resume=1");
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        await AdvanceAsync("31.00:00:00");
        using var forgotten = await browser.PostAsync("/chat?resume=1");
        Assert.Equal(HttpStatusCode.NotFound, forgotten.StatusCode);

        static string TokenOf(JsonElement entrance) => entrance.GetProperty("token").GetString()!;
    }

    private long Count(string sql) => new Memory(program.Folder).Count(sql);

    private async Task UntilNoneAsync(string sql)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Count(sql) > 0) await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, giveUp.Token);
    }

    private async Task AdvanceAsync(string by)
    {
        using var answer = await program.Http.PostAsJsonAsync("/try/clock", new { advance = by });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>A program in Development.</summary>
    public sealed class OwnProgram : ChattedProgram
    {
        protected override IDictionary<string, string> Settings =>
            new Dictionary<string, string>(base.Settings, StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Development" };
    }
}
