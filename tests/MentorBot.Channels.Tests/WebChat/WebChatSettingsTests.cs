using MentorBot.Channels.WebChat;

namespace MentorBot.Channels.Tests.WebChat;

public class WebChatSettingsTests
{
    private const string Good = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData(null, null)]
    [InlineData(Good, "https://council.example")]
    [InlineData(Good, "https://council.example, http://localhost:3000")]
    public void Good_settings_have_no_problem(string? secret, string? origins) =>
        Assert.Empty(new WebChatSettings { Secret = secret, AllowedOrigins = origins }.Validate());

    [Theory]
    [InlineData("hunter2", null, "MentorBot:WebChat:Secret")]
    [InlineData(Good + " x", null, "MentorBot:WebChat:Secret")]
    [InlineData(null, "council.example", "MentorBot:WebChat:AllowedOrigins")]
    [InlineData(null, "https://council.example/", "MentorBot:WebChat:AllowedOrigins")]
    [InlineData(null, "https://council.example/chat", "MentorBot:WebChat:AllowedOrigins")]
    [InlineData(null, "https://council.example https://other.example", "MentorBot:WebChat:AllowedOrigins")]
    [InlineData(null, "*", "MentorBot:WebChat:AllowedOrigins")]
    [InlineData(null, "ftp://council.example", "MentorBot:WebChat:AllowedOrigins")]
    public void A_wrong_setting_is_named_with_what_to_write(string? secret, string? origins, string key)
    {
        var problem = Assert.Single(new WebChatSettings { Secret = secret, AllowedOrigins = origins }.Validate());
        Assert.Equal(key, problem.Key);
        Assert.NotEmpty(problem.WriteInstead);
        Assert.DoesNotContain("hunter2", problem.Wrong + problem.WriteInstead, StringComparison.Ordinal);
    }

    [Fact]
    public void Printed_settings_show_no_secret() => Assert.DoesNotContain(Good, new WebChatSettings { Secret = Good }.ToString(), StringComparison.Ordinal);
}
