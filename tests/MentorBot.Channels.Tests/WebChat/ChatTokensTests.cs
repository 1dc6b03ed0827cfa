using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MentorBot.Channels.WebChat;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.WebChat;

public class ChatTokensTests
{
    private static readonly byte[] Secret = RandomNumberGenerator.GetBytes(32);

    private readonly FakeClock _clock = new();
    private readonly ChatTokens _tokens;

    public ChatTokensTests() => _tokens = new ChatTokens(Secret, _clock);

    [Fact]
    public async Task A_token_gives_back_all_that_was_put_in()
    {
        var pass = ChatPass.Begin("https://council.example", "dl_joan") with { TrustedOrigins = ["https://council.example", "https://www.council.example"] };

        var read = (await _tokens.ReadAsync(_tokens.Issue(pass))).Pass!;

        Assert.Equal((pass.ConversationId, pass.Site, pass.UserId), (read.ConversationId, read.Site, read.UserId));
        Assert.Equal(pass.TrustedOrigins, read.TrustedOrigins);
    }

    [Fact]
    public async Task A_token_that_names_nobody_and_no_origin_is_as_good()
    {
        var read = (await _tokens.ReadAsync(_tokens.Issue(ChatPass.Begin()))).Pass!;

        Assert.Null(read.UserId);
        Assert.Empty(read.TrustedOrigins);
        Assert.Equal(ChatPass.OwnSite, read.Site);
    }

    [Theory]
    [InlineData(ChatTokenUse.Chat, 30 * 60)]
    [InlineData(ChatTokenUse.Stream, 60)]
    [InlineData(ChatTokenUse.Attachment, 24 * 60 * 60)]
    public async Task A_token_ends_at_its_time_and_not_before(ChatTokenUse use, int seconds)
    {
        var token = _tokens.Issue(ChatPass.Begin(), use);

        _clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.NotNull((await _tokens.ReadAsync(token, use)).Pass);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((null, true), await StateAsync(token, use));
    }

    [Fact]
    public async Task Tokens_that_are_got_from_one_another_end_a_day_after_the_first_and_a_new_one_begins_a_new_day()
    {
        var first = ChatPass.Begin();
        var pass = first;
        while (true)
        {
            var token = _tokens.Issue(pass);
            var seconds = _tokens.SecondsOf(pass);
            _clock.Advance(TimeSpan.FromSeconds(seconds - 1));
            pass = (await _tokens.ReadAsync(token)).Pass!;
            if (seconds < ChatTokens.Lifetime.TotalSeconds) break;
        }
        var last = _tokens.Issue(pass);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(pass.Began + TimeSpan.FromHours(24), _clock.GetUtcNow());
        Assert.Equal((null, true), await StateAsync(last));
        Assert.NotNull((await _tokens.ReadAsync(_tokens.Issue(first))).Pass);
    }

    [Theory]
    [InlineData(ChatTokenUse.Chat, ChatTokenUse.Stream)]
    [InlineData(ChatTokenUse.Chat, ChatTokenUse.Attachment)]
    [InlineData(ChatTokenUse.Stream, ChatTokenUse.Chat)]
    [InlineData(ChatTokenUse.Attachment, ChatTokenUse.Chat)]
    public async Task A_token_of_one_use_is_no_good_for_another(ChatTokenUse made, ChatTokenUse read) =>
        Assert.Equal((null, false), await StateAsync(_tokens.Issue(ChatPass.Begin(), made), read));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJjb252IjoieCJ9.")]
    public async Task What_is_no_token_is_none_and_throws_nothing(string? token) => Assert.Equal((null, false), await StateAsync(token));

    [Fact]
    public async Task A_token_of_other_keys_or_with_other_words_or_without_a_signature_is_not_ours()
    {
        var token = _tokens.Issue(ChatPass.Begin(userId: "dl_joan"));
        var parts = token.Split('.');
        var claims = Encoding.UTF8.GetString(Decode(parts[1])).Replace("dl_joan", "dl_jane", StringComparison.Ordinal);

        Assert.Equal((null, false), await StateAsync(new ChatTokens(RandomNumberGenerator.GetBytes(32), _clock).Issue(ChatPass.Begin())));
        Assert.Equal((null, false), await StateAsync($"{parts[0]}.{Encode(claims)}.{parts[2]}"));
        Assert.Equal((null, false), await StateAsync($"{Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}."));
        Assert.Equal((null, false), await StateAsync(token[..^4]));
    }

    [Fact]
    public async Task Every_node_with_the_same_secret_reads_it() =>
        Assert.NotNull((await new ChatTokens(Secret, _clock).ReadAsync(_tokens.Issue(ChatPass.Begin()))).Pass);

    [Fact]
    public void The_user_is_a_claim_that_web_chat_finds_by_itself()
    {
        using var claims = JsonDocument.Parse(Decode(_tokens.Issue(ChatPass.Begin(userId: "dl_joan")).Split('.')[1]));
        Assert.Equal("dl_joan", claims.RootElement.GetProperty("user").GetString());
    }

    [Fact]
    public void A_new_chat_has_an_id_that_nobody_else_has()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => ChatPass.Begin().ConversationId).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(1000, ids.Count);
        Assert.All(ids, id => Assert.True(ConversationIds.IsOne(id)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA|")]
    [InlineData("AAAAAAAAAA/AAAAAAAAAAA")]
    [InlineData(null)]
    public void What_is_not_written_as_an_id_is_none(string? text) => Assert.False(ConversationIds.IsOne(text));

    [Theory]
    [InlineData("dl_joan", true)]
    [InlineData("dl_", false)]
    [InlineData("joan", false)]
    [InlineData("dl_a\nb", false)]
    [InlineData(null, false)]
    public void A_token_holds_only_user_ids_that_begin_as_direct_line_wants(string? id, bool can) => Assert.Equal(can, UserIds.CanBeHeld(id));

    [Theory]
    [InlineData(null, true)]
    [InlineData("https://council.example", true)]
    [InlineData("HTTPS://Council.example", true)]
    [InlineData("https://other.example", false)]
    public void A_pass_for_some_origins_is_for_no_other(string? origin, bool isFor) =>
        Assert.Equal(isFor, (ChatPass.Begin() with { TrustedOrigins = ["https://council.example"] }).IsFor(origin));

    [Fact]
    public void A_printed_pass_shows_no_id()
    {
        var pass = ChatPass.Begin(userId: "dl_joan");
        Assert.DoesNotContain(pass.ConversationId, pass.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("joan", pass.ToString(), StringComparison.Ordinal);
    }

    private async Task<(ChatPass?, bool)> StateAsync(string? token, ChatTokenUse use = ChatTokenUse.Chat)
    {
        var reading = await _tokens.ReadAsync(token, use);
        return (reading.Pass, reading.HasExpired);
    }

    private static byte[] Decode(string part) => System.Buffers.Text.Base64Url.DecodeFromChars(part);

    private static string Encode(string words) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(words));
}
