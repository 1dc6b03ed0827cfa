using MentorBot.Settings;
using Microsoft.Extensions.Configuration;

namespace MentorBot.Tests.Commands;

public class WrongSettingTests
{
    private const string Secret = "s3cret-that-nobody-may-see";

    // Setting, what is written there ("" takes it away), and what the start says about it.
    [Theory]
    [InlineData("Sms:AuthTokn", Secret, "there is no such setting")]
    [InlineData("Colour", "blue", "there is no such setting")]
    [InlineData("Database:Provider", "Oracle;Password=" + Secret, "Sqlite, PostgreSql or SqlServer")]
    [InlineData("Database:Provider", "1", "Sqlite, PostgreSql or SqlServer")]
    [InlineData("Database:Provider", "PostgreSql", "Database:ConnectionString: it is missing")]
    [InlineData("Database:ConnectionString", "Data Sorce=x;Password=" + Secret, "it cannot be read")]
    [InlineData("Database:ConnectionString", Secret, "it cannot be read")]
    [InlineData("Database:ConnectionString", "Data Source=:memory:", "in memory")]
    [InlineData("Database:ConnectionString", "Data Source=x.db;Mode=Memory", "in memory")]
    [InlineData("Database:ConnectionString", "Data Source=x.db;Mode=ReadOnly", "without Mode=ReadOnly")]
    [InlineData("Database:ConnectionString", "Data Source=.", "it is a folder")]
    [InlineData("Database:ConnectionString", "Data Source=" + Secret + "/x.db", "make that folder first")]
    [InlineData("Retention:Days", "0", "a whole number of days from 1 to 30")]
    [InlineData("Retention:Days", "31", "a whole number of days from 1 to 30")]
    [InlineData("Retention:Days", "a week", "a whole number of days from 1 to 30")]
    [InlineData("Try:Enabled", "yes", "true or false")]
    [InlineData("WebChat:Secret", "too-short", "at least 32 random characters")]
    [InlineData("WebChat:AllowedOrigins", "council.example/" + Secret, "scheme and host of each site")]
    [InlineData("PublicUrl", "", "signatures are checked against it")]
    [InlineData("PublicUrl", "bot.example.org", "https://bot.example.org")]
    [InlineData("PublicUrl", "https://me:" + Secret + "@bot.example.org", "https://bot.example.org")]
    [InlineData("PublicUrl", "https://my_bot.example.org", "underscore")]
    [InlineData("TrustedProxies", Secret, "the address or the network of each reverse proxy")]
    [InlineData("TrustedProxies", "10.0.0.5, 10", "the address or the network of each reverse proxy")]
    [InlineData("TrustedProxies", "0.0.0.0/0", "the address or the network of each reverse proxy")]
    [InlineData("Sms:AccountSid", "12", "AC and 32 letters and digits")]
    [InlineData("Sms:AuthToken", "", "the Auth Token from the Twilio console")]
    [InlineData("Sms:AuthToken", "two words", "without spaces")]
    [InlineData("Sms:ApiKeySid", "SK00000000000000000000000000000000", "ApiKeySecret: it is missing")]
    [InlineData("Sms:ApiKeySecret", Secret, "ApiKeySid: it is missing")]
    [InlineData("Sms:From", "", "set MessagingServiceSid")]
    [InlineData("Sms:From", "07700 900000", "such as +447700900000")]
    [InlineData("Sms:MessagingServiceSid", "12", "MG and 32 letters and digits")]
    [InlineData("Sms:ApiBaseUrl", "http://api.example.org", "https://api.twilio.com")]
    [InlineData("Sms:MessagesPerSecond", "fast", "how many messages a second")]
    [InlineData("Sms:MessagesPerSecond", "0", "a whole number from 1 to 10000")]
    [InlineData("Telegram:BotToken", Secret, "the token that @BotFather gave you")]
    [InlineData("Telegram:Mode", "Pull", "Polling or Webhook")]
    [InlineData("Telegram:Mode", "1", "Polling or Webhook")]
    [InlineData("Telegram:Mode", "Webhook", "BotToken: it is missing")]
    [InlineData("Telegram:WebhookSecret", Secret, "BotToken: it is missing")]
    [InlineData("Sms:MessagesPerSecond", "10001", "a whole number from 1 to 10000")]
    [InlineData("AzureBot:AppId", Secret, "32 letters and digits with four dashes")]
    [InlineData("AzureBot:AppPassword", Secret, "AppId: it is missing")]
    [InlineData("AzureBot:TokenUrl", "http://login.example.org/" + Secret, "https://")]
    public void A_wrong_setting_is_named_by_its_key_with_what_to_write_and_no_secret_is_repeated(string key, string value, string says)
    {
        var settings = Good();
        settings[$"MentorBot:{key}"] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings!).Build();

        var wrong = Assert.Throws<SettingsException>(new SettingsReader(configuration, isDevelopment: false).Read);

        Assert.Contains($"MentorBot:{key.Split(':')[0]}", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(says, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urls", Secret, "ASPNETCORE_URLS (or --urls): ")]
    [InlineData("urls", "http://localhost:99999", "a port from 0 to 65535")]
    [InlineData("urls", "http://localhost:5080;http://127.0.0.1:80000", "a port from 0 to 65535")]
    [InlineData("urls", "http://localhost:5080/" + Secret, "such as http://localhost:5080")]
    [InlineData("urls", "ftp://localhost", "http://, a host or *")]
    [InlineData("Logging:LogLevel:Default", Secret, "Logging:LogLevel:Default: there is no such level. Write one of Trace")]
    [InlineData("Logging:Console:LogLevel:Default", Secret, "Logging:Console:LogLevel:Default: ")]
    public void What_is_wrong_with_the_servers_own_settings_is_told_likewise(string key, string value, string says)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { [key] = value }).Build();

        var wrong = Assert.Throws<SettingsException>(new SettingsReader(configuration, isDevelopment: false).Read);

        Assert.Contains(says, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://*:8080;http://[::1]:0")]
    [InlineData("https://bot.example.org")]
    [InlineData("http://unix:/run/mentorbot.sock")]
    public void Addresses_that_can_be_listened_on_are_taken(string urls)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["urls"] = urls }).Build();
        Assert.NotNull(new SettingsReader(configuration, isDevelopment: false).Read());
    }

    [Fact]
    public void Good_settings_are_read_without_a_word()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Good()!).Build();
        Assert.True(new SettingsReader(configuration, isDevelopment: false).Read().Sms.IsConfigured);
    }

    [Fact]
    public async Task Wrong_settings_stop_the_start_with_all_that_is_wrong_and_no_stack_of_calls()
    {
        var settings = Good();
        settings["MentorBot:Retention:Days"] = "99";
        settings["MentorBot:Sms:From"] = "";
        settings["MentorBot:Try:Enabled"] = "perhaps";

        var (exitCode, output) = await RunAsync(settings);

        Assert.Equal(1, exitCode);
        Assert.StartsWith("MentorBot cannot start.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, output, StringComparison.Ordinal);
        Assert.Contains("MentorBot:Retention:Days: ", output, StringComparison.Ordinal);
        Assert.Contains("MentorBot:Sms:From: ", output, StringComparison.Ordinal);
        Assert.Contains("MentorBot:Try:Enabled: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_server_that_does_not_answer_stops_the_start_without_its_password()
    {
        var settings = Good();
        settings["MentorBot:Database:Provider"] = "PostgreSql";
        settings["MentorBot:Database:ConnectionString"] = $"Host=127.0.0.1;Port=1;Database=mentorbot;Username=mentorbot;Password={Secret}";

        var (exitCode, output) = await RunAsync(settings);

        Assert.Equal(1, exitCode);
        Assert.Contains("its database does not answer", output, StringComparison.Ordinal);
        Assert.Contains("MentorBot:Database:ConnectionString", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Good() => new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["MentorBot:PublicUrl"] = "https://bot.example.org",
        ["MentorBot:Sms:AccountSid"] = "AC" + new string('a', 32),
        ["MentorBot:Sms:AuthToken"] = Secret,
        ["MentorBot:Sms:From"] = Cast.OurNumber,
    };

    private static async Task<(int ExitCode, string Output)> RunAsync(Dictionary<string, string> settings)
    {
        using var folder = new ProgramFolder();
        using var program = ProgramProcess.Start(folder, settings, "--urls", "http://127.0.0.1:0");
        return (await program.ExitCodeAsync(), program.Output);
    }
}
