using System.Net;

namespace MentorBot.Tests.DirectLine;

public class OriginTests(ChattedProgram program)
{
    private const string Methods = "GET,POST,OPTIONS";

    [Theory]
    [InlineData("conversations", "POST")]
    [InlineData("tokens/refresh", "POST")]
    [InlineData("conversations/AAAAAAAAAAAAAAAAAAAAAA", "GET")]
    [InlineData("conversations/AAAAAAAAAAAAAAAAAAAAAA/activities", "GET")]
    [InlineData("conversations/AAAAAAAAAAAAAAAAAAAAAA/activities", "POST")]
    [InlineData("conversations/AAAAAAAAAAAAAAAAAAAAAA/upload", "POST")]
    public async Task A_browser_on_an_allowed_site_is_told_so_for_long(string path, string method)
    {
        var answer = await AskAsync(path, method, ChattedProgram.Site);

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal(ChattedProgram.Site, answer.Header("Access-Control-Allow-Origin"));
        Assert.Equal(Methods, answer.Header("Access-Control-Allow-Methods")!.Replace(" ", "", StringComparison.Ordinal));
        var headers = answer.Header("Access-Control-Allow-Headers")!;
        Assert.All(["authorization", "content-type", "x-ms-bot-agent", "x-requested-with"], name => Assert.Contains(name, headers, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("86400", answer.Header("Access-Control-Max-Age"));
        Assert.Null(answer.Header("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task Only_the_session_is_asked_for_with_cookies() =>
        Assert.Equal("true", (await AskAsync("session/getsessionid", "GET", ChattedProgram.Site)).Header("Access-Control-Allow-Credentials"));

    [Fact]
    public async Task An_answer_names_the_origin_that_asked_and_no_cache_mixes_them_up()
    {
        var chat = await program.BeginAsync();
        var answer = await program.CallAsync(HttpMethod.Get, chat.Activities, chat.Token, (string?)null, ("Origin", ChattedProgram.Site));
        Assert.Equal((HttpStatusCode.OK, ChattedProgram.Site), (answer.Status, answer.Header("Access-Control-Allow-Origin")));
        Assert.Contains("Origin", answer.Header("Vary") ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_own_pages_may_whatever_the_settings_say()
    {
        var chat = await program.BeginAsync();
        var origin = program.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        Assert.Equal(HttpStatusCode.OK, (await program.CallAsync(HttpMethod.Get, chat.Activities, chat.Token, (string?)null, ("Origin", origin))).Status);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://council.example.evil.example")]
    [InlineData("http://council.example")]
    [InlineData("null")]
    public async Task Another_site_is_told_nothing_and_let_in_nowhere(string origin)
    {
        var chat = await program.BeginAsync();
        Assert.Null((await AskAsync(chat.Activities, "POST", origin)).Header("Access-Control-Allow-Origin"));
        var answer = await program.CallAsync(HttpMethod.Get, chat.Activities, chat.Token, (string?)null, ("Origin", origin));
        Assert.Equal((HttpStatusCode.Forbidden, "InvalidOrigin", null), (answer.Status, answer.Error, answer.Header("Access-Control-Allow-Origin")));
        Assert.Equal("InvalidOrigin", (await program.CallAsync(HttpMethod.Post, "conversations", ChattedProgram.Secret, "{}", ("Origin", origin))).Error);
    }

    private Task<WireAnswer> AskAsync(string path, string method, string origin) => program.CallAsync(
        HttpMethod.Options, path, null, (string?)null,
        ("Origin", origin), ("Access-Control-Request-Method", method), ("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with"));
}
