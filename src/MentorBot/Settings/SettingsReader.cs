using System.Data.Common;
using MentorBot.Channels;
using MentorBot.Channels.AzureBot;
using MentorBot.Channels.Sms;
using MentorBot.Channels.WebChat;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MentorBot.Settings;

/// <summary>Reads the settings and collects everything that is wrong with them, so that one start shows all there is to mend.</summary>
/// <remarks>It never repeats what was written: a secret may have been pasted into the wrong place.</remarks>
internal sealed partial class SettingsReader(IConfiguration configuration, bool isDevelopment)
{
    private const string Root = "MentorBot";

    private readonly List<SettingProblem> _problems = [];

    /// <summary>Reads them.</summary>
    /// <exception cref="SettingsException">Something is missing or wrong.</exception>
    public MentorBotSettings Read()
    {
        _problems.AddRange(KnownSettings.Unknown(configuration.GetSection(Root)));
        _problems.AddRange(ListenAddresses.Problems(configuration));
        _problems.AddRange(LogLevels.Problems(configuration));
        var settings = new MentorBotSettings
        {
            PublicUrl = Text("PublicUrl"),
            TrustedProxies = ReadProxies(),
            Database = ReadDatabase(),
            KeysDirectory = Path.GetFullPath(Text("Keys:Directory") ?? "data/keys"),
            KeepWordsFor = TimeSpan.FromDays(ReadDays()),
            Sms = ReadSms(),
            Telegram = ReadTelegram(),
            AzureBot = ReadAzureBot(),
            WebChat = ReadWebChat(),
            VideoUrl = ReadVideoUrl(),
            TryEnabled = ReadFlag("Try:Enabled", otherwise: isDevelopment),
        };
        return _problems.Count == 0 ? settings : throw new SettingsException(_problems);
    }

    private TrustedProxies ReadProxies()
    {
        if (TrustedProxies.TryParse(Text("TrustedProxies"), out var proxies)) return proxies;

        Problem("TrustedProxies", "it holds something that is neither an address nor a network", "the address or the network of each reverse proxy, with commas between: 10.0.0.5, 172.18.0.0/16");
        return TrustedProxies.TryParse(null, out var none) ? none : throw new InvalidOperationException();
    }

    private DatabaseSettings ReadDatabase()
    {
        var name = Text("Database:Provider") ?? nameof(DatabaseProvider.Sqlite);
        var known = Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) && !char.IsAsciiDigit(name[0]);
        if (!known) Problem("Database:Provider", "it is no kind of database", "Sqlite, PostgreSql or SqlServer");

        var connection = Text("Database:ConnectionString");
        if (connection is null && provider != DatabaseProvider.Sqlite)
            Problem("Database:ConnectionString", "it is missing, and a database server needs one", "how to reach the server, such as Host=localhost;Database=mentorbot;Username=mentorbot;Password=...");
        else if (connection is not null && known && !CanBeRead(provider, connection))
            Problem("Database:ConnectionString", "it cannot be read", "name=value pairs with semicolons between, such as Data Source=data/mentorbot.db");
        else if (connection is not null && known && provider == DatabaseProvider.Sqlite && SqliteFileCheck.Problem($"{Root}:Database:ConnectionString", connection) is { } problem)
            _problems.Add(problem);
        return new DatabaseSettings(provider, connection ?? SqliteFileCheck.Default);
    }

    private static bool CanBeRead(DatabaseProvider provider, string connection)
    {
        try
        {
            DbConnectionStringBuilder read = provider switch
            {
                DatabaseProvider.PostgreSql => new NpgsqlConnectionStringBuilder(connection),
                DatabaseProvider.SqlServer => new SqlConnectionStringBuilder(connection),
                _ => new SqliteConnectionStringBuilder(connection),
            };
            return read.Count > 0;
        }
        catch (Exception error) when (error is ArgumentException or FormatException or KeyNotFoundException)
        {
            return false;
        }
    }

    private int ReadDays()
    {
        var text = Text("Retention:Days");
        if (text is null) return Retention.MostDays;
        if (int.TryParse(text, out var days) && days is >= 1 and <= Retention.MostDays) return days;

        Problem("Retention:Days", "it is out of range", $"a whole number of days from 1 to {Retention.MostDays}: mentees are told that nothing is kept longer");
        return Retention.MostDays;
    }

    private SmsSettings ReadSms()
    {
        var sms = new SmsSettings
        {
            AccountSid = Text("Sms:AccountSid"),
            AuthToken = Text("Sms:AuthToken"),
            AuthTokenSecondary = Text("Sms:AuthTokenSecondary"),
            ApiKeySid = Text("Sms:ApiKeySid"),
            ApiKeySecret = Text("Sms:ApiKeySecret"),
            From = Text("Sms:From"),
            MessagingServiceSid = Text("Sms:MessagingServiceSid"),
            PublicUrl = Text("PublicUrl"),
        };
        sms.ApiBaseUrl = Text("Sms:ApiBaseUrl") ?? sms.ApiBaseUrl;
        sms.MessagesPerSecond = ReadPace(sms.MessagesPerSecond);
        _problems.AddRange(sms.Validate());
        return sms;
    }

    private WebChatSettings ReadWebChat()
    {
        var chat = new WebChatSettings { Secret = Text("WebChat:Secret"), AllowedOrigins = Text("WebChat:AllowedOrigins"), PublicUrl = Text("PublicUrl") };
        _problems.AddRange(chat.Validate());
        return chat;
    }

    // With 32 characters of a room's name behind it, the link has to fit into a text message beside the time and a name.
    private Uri? ReadVideoUrl()
    {
        const int longest = 30;
        var text = Text("Meetings:VideoUrl");
        if (text is null) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && text.EndsWith('/') && text.Length <= longest) return url;

        Problem("Meetings:VideoUrl", "no room can be made of it", $"an https address of at most {longest} characters with a slash at its end, such as https://meet.jit.si/");
        return null;
    }

    private int ReadPace(int otherwise)
    {
        var text = Text("Sms:MessagesPerSecond");
        if (text is null) return otherwise;
        if (int.TryParse(text, out var pace)) return pace;

        Problem("Sms:MessagesPerSecond", "it is no whole number", "how many messages a second your number may send, such as 1");
        return otherwise;
    }

    private AzureBotSettings ReadAzureBot()
    {
        var azure = new AzureBotSettings
        {
            AppId = Text("AzureBot:AppId"),
            AppPassword = Text("AzureBot:AppPassword"),
            TenantId = Text("AzureBot:TenantId"),
            TokenUrl = Text("AzureBot:TokenUrl"),
            AllowedServiceHosts = Text("AzureBot:AllowedServiceHosts"),
            HubChannels = Text("AzureBot:HubChannels"),
            IsDevelopment = isDevelopment,
        };
        azure.OpenIdMetadataUrl = Text("AzureBot:OpenIdMetadataUrl") ?? azure.OpenIdMetadataUrl;
        azure.EmulatorOpenIdMetadataUrl = Text("AzureBot:EmulatorOpenIdMetadataUrl") ?? azure.EmulatorOpenIdMetadataUrl;
        _problems.AddRange(azure.Validate());
        return azure;
    }

    private bool ReadFlag(string key, bool otherwise)
    {
        var text = Text(key);
        if (text is null) return otherwise;
        if (bool.TryParse(text, out var flag)) return flag;

        Problem(key, "it is neither true nor false", "true or false");
        return otherwise;
    }

    private string? Text(string key) => configuration[$"{Root}:{key}"] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private void Problem(string key, string wrong, string writeInstead) => _problems.Add(new SettingProblem($"{Root}:{key}", wrong, writeInstead));
}

/// <summary>Settings that stop the start. Its message names each key, what is wrong with it and what to write.</summary>
internal sealed class SettingsException(IReadOnlyList<SettingProblem> problems) : Exception(Describe(problems))
{
    private static string Describe(IReadOnlyList<SettingProblem> problems) => string.Join(
        Environment.NewLine,
        problems.Select(p => $"{p.Key}: {p.Wrong}. Write {p.WriteInstead}."));
}
