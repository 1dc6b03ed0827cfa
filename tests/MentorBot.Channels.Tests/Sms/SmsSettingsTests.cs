using MentorBot.Channels.Sms;

namespace MentorBot.Channels.Tests.Sms;

public sealed class SmsSettingsTests
{
    private const string Sid = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void Good_settings_have_no_problems() => Assert.Empty(Carrier.Settings().Validate());

    [Fact]
    public void Without_an_account_text_messages_are_off_and_nothing_is_asked()
    {
        var settings = new SmsSettings { PublicUrl = "nonsense", MessagesPerSecond = 0 };

        Assert.False(settings.IsConfigured);
        Assert.Empty(settings.Validate());
    }

    [Theory]
    [InlineData(nameof(SmsSettings.AuthToken))]
    [InlineData(nameof(SmsSettings.ApiKeySid))]
    [InlineData(nameof(SmsSettings.ApiKeySecret))]
    [InlineData(nameof(SmsSettings.From))]
    [InlineData(nameof(SmsSettings.MessagingServiceSid))]
    public void Without_an_account_any_other_setting_of_it_is_a_problem(string property)
    {
        var settings = new SmsSettings { AccountSid = " " };
        typeof(SmsSettings).GetProperty(property)!.SetValue(settings, "something");

        Assert.Equal("MentorBot:Sms:AccountSid", Assert.Single(settings.Validate()).Key);
    }

    [Theory]
    [InlineData("MentorBot:Sms:AccountSid", nameof(SmsSettings.AccountSid), "AC123")]
    [InlineData("MentorBot:Sms:AccountSid", nameof(SmsSettings.AccountSid), "SK" + Sid)]
    [InlineData("MentorBot:Sms:AuthToken", nameof(SmsSettings.AuthToken), null)]
    [InlineData("MentorBot:Sms:AuthToken", nameof(SmsSettings.AuthToken), " token ")]
    [InlineData("MentorBot:Sms:AuthTokenSecondary", nameof(SmsSettings.AuthTokenSecondary), "two tokens")]
    [InlineData("MentorBot:Sms:ApiKeySecret", nameof(SmsSettings.ApiKeySid), "SK" + Sid)]
    [InlineData("MentorBot:Sms:ApiKeySid", nameof(SmsSettings.ApiKeySecret), "secret")]
    [InlineData("MentorBot:Sms:From", nameof(SmsSettings.From), null)]
    [InlineData("MentorBot:Sms:From", nameof(SmsSettings.From), "07700900000")]
    [InlineData("MentorBot:Sms:From", nameof(SmsSettings.From), "+44 7700 900000")]
    [InlineData("MentorBot:Sms:From", nameof(SmsSettings.From), "MentorBot")]
    [InlineData("MentorBot:Sms:MessagingServiceSid", nameof(SmsSettings.MessagingServiceSid), "my service")]
    [InlineData("MentorBot:Sms:ApiBaseUrl", nameof(SmsSettings.ApiBaseUrl), "api.twilio.com")]
    [InlineData("MentorBot:Sms:ApiBaseUrl", nameof(SmsSettings.ApiBaseUrl), "http://carrier.example")]
    [InlineData("MentorBot:PublicUrl", nameof(SmsSettings.PublicUrl), null)]
    [InlineData("MentorBot:PublicUrl", nameof(SmsSettings.PublicUrl), "bot.example.org")]
    [InlineData("MentorBot:PublicUrl", nameof(SmsSettings.PublicUrl), "https://bot.example.org/?a=1")]
    [InlineData("MentorBot:PublicUrl", nameof(SmsSettings.PublicUrl), "https://me:pw@bot.example.org")]
    [InlineData("MentorBot:PublicUrl", nameof(SmsSettings.PublicUrl), "https://my_bot.example.org")]
    public void A_wrong_setting_is_named_with_what_to_write(string key, string property, string? value)
    {
        var settings = Carrier.Settings();
        typeof(SmsSettings).GetProperty(property)!.SetValue(settings, value);

        var problem = Assert.Single(settings.Validate());

        Assert.Equal(key, problem.Key);
        Assert.NotEmpty(problem.Wrong);
        Assert.NotEmpty(problem.WriteInstead);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public void The_pace_has_bounds(int pace)
    {
        var settings = Carrier.Settings();
        settings.MessagesPerSecond = pace;

        Assert.Equal("MentorBot:Sms:MessagesPerSecond", Assert.Single(settings.Validate()).Key);
    }

    [Fact]
    public void Another_carrier_may_use_ids_of_its_own()
    {
        var settings = Carrier.Settings("https://my-space.signalwire.com/api/laml");
        settings.AccountSid = "0b8a3f0e-9f4b-4a44-8f0e-2f3a0b1c9d00";

        Assert.Empty(settings.Validate());
    }

    [Fact]
    public void Printed_settings_and_problems_show_no_secret()
    {
        var settings = Carrier.Settings();
        (settings.AuthToken, settings.ApiKeySecret) = ("hush hush", "whisper");

        var shown = settings + string.Join('\n', settings.Validate());

        Assert.DoesNotContain("hush", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("whisper", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(settings.From!, settings.ToString(), StringComparison.Ordinal);
    }
}
