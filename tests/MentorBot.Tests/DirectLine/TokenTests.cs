using System.Net;

namespace MentorBot.Tests.DirectLine;

public class TokenTests(ChattedProgram program)
{
    private const string Forged = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjb252IjoiQUFBQUFBQUFBQUFBQUFBQUFBQUFBQSJ9.AAAA";

    [Fact]
    public async Task The_secret_gets_a_token_for_half_an_hour()
    {
        var answer = await program.CallAsync(HttpMethod.Post, "tokens/generate", ChattedProgram.Secret);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(1800, (int)answer.Body!["expires_in"]!);
        Assert.Equal(22, ((string)answer.Body["conversationId"]!).Length);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized, "Unauthorized")]
    [InlineData("wrong", HttpStatusCode.Forbidden, "Forbidden")]
    [InlineData("0123456789abcdef0123456789abcdeg", HttpStatusCode.Forbidden, "Forbidden")]
    public async Task Without_the_secret_there_is_no_token(string? bearer, HttpStatusCode status, string code)
    {
        var answer = await program.CallAsync(HttpMethod.Post, "tokens/generate", bearer);
        Assert.Equal((status, code), (answer.Status, answer.Error));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"user":{"id":"joan"}}""")]
    [InlineData("""{"user":{"id":"dl_"}}""")]
    [InlineData("""{"user":"dl_joan"}""")]
    [InlineData("""{"trustedOrigins":["council.example"]}""")]
    [InlineData("""{"trustedOrigins":[null]}""")]
    public async Task A_bad_wish_is_said_so(string body)
    {
        var answer = await program.CallAsync(HttpMethod.Post, "tokens/generate", ChattedProgram.Secret, body);
        Assert.Equal((HttpStatusCode.BadRequest, "BadArgument"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task A_token_is_refreshed_for_the_same_chat_any_number_of_times()
    {
        var chat = await program.BeginAsync();
        var token = chat.Token;
        for (var i = 0; i < 3; i++)
        {
            var answer = await program.CallAsync(HttpMethod.Post, "tokens/refresh", token);
            Assert.Equal((HttpStatusCode.OK, chat.Id), (answer.Status, (string)answer.Body!["conversationId"]!));
            token = (string)answer.Body["token"]!;
        }
    }

    [Theory]
    [InlineData("POST", "tokens/refresh")]
    [InlineData("POST", "conversations")]
    [InlineData("GET", "conversations/{id}")]
    [InlineData("GET", "conversations/{id}/activities")]
    [InlineData("POST", "conversations/{id}/activities")]
    [InlineData("POST", "conversations/{id}/upload")]
    [InlineData("GET", "conversations/{id}/stream")]
    [InlineData("GET", "attachments/{id}/0123456789abcdef0123456789abcdef")]
    public async Task Nobody_enters_without_a_token_of_ours(string method, string path)
    {
        path = path.Replace("{id}", "AAAAAAAAAAAAAAAAAAAAAA", StringComparison.Ordinal);
        foreach (var bearer in new[] { null, "x", Forged })
        {
            var answer = await program.CallAsync(new HttpMethod(method), $"{path}?t={bearer}", bearer, method == "POST" ? "{}" : null);
            Assert.Equal((HttpStatusCode.Unauthorized, "Unauthorized"), (answer.Status, answer.Error));
        }
    }

    [Theory]
    [InlineData("GET", "conversations/{id}")]
    [InlineData("GET", "conversations/{id}/activities")]
    [InlineData("POST", "conversations/{id}/activities")]
    [InlineData("POST", "conversations/{id}/upload")]
    public async Task Nobody_enters_a_chat_with_another_ones_token(string method, string path)
    {
        var (mine, hers) = (await program.BeginAsync(), await program.BeginAsync());
        var answer = await program.CallAsync(new HttpMethod(method), path.Replace("{id}", hers.Id, StringComparison.Ordinal), mine.Token, method == "POST" ? "{}" : null);
        Assert.Equal((HttpStatusCode.Forbidden, "Forbidden"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task The_secret_opens_every_chat_of_our_own_site_and_what_is_no_chat_is_not_found()
    {
        var chat = await program.BeginAsync();
        await chat.SayAsync("hi");
        var answer = await program.CallAsync(HttpMethod.Get, chat.Activities, ChattedProgram.Secret);
        Assert.NotEmpty(answer.Body!["activities"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await program.CallAsync(HttpMethod.Get, "conversations/nothing/activities", ChattedProgram.Secret)).Status);
    }

    [Fact]
    public async Task A_token_for_some_sites_is_no_good_on_others_but_where_there_is_no_browser()
    {
        var chat = await program.BeginAsync($$"""{"trustedOrigins":["{{ChattedProgram.Site}}"]}""");
        Assert.Equal(HttpStatusCode.OK, (await FromAsync(ChattedProgram.Site)).Status);
        Assert.Equal(HttpStatusCode.OK, (await program.CallAsync(HttpMethod.Get, chat.Activities, chat.Token)).Status);
        // Our own page is allowed, but not for this token.
        var own = await FromAsync(program.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        Assert.Equal((HttpStatusCode.Forbidden, "InvalidOrigin"), (own.Status, own.Error));

        Task<WireAnswer> FromAsync(string origin) => program.CallAsync(HttpMethod.Get, chat.Activities, chat.Token, (string?)null, ("Origin", origin));
    }
}

public class WithoutSecretTests(WithoutSecretTests.OwnProgram program) : IClassFixture<WithoutSecretTests.OwnProgram>
{
    [Fact]
    public async Task Without_a_secret_nobody_gets_a_token()
    {
        var answer = await program.CallAsync(HttpMethod.Post, "tokens/generate", "anything");
        Assert.Equal((HttpStatusCode.Forbidden, "Forbidden"), (answer.Status, answer.Error));
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.CallAsync(HttpMethod.Post, "conversations", "anything")).Status);
    }

    /// <summary>A program without settings of the web chat.</summary>
    public sealed class OwnProgram : ChattedProgram
    {
        protected override IDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Production" };
    }
}
