using MentorBot.Channels.AzureBot;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.AzureBot;

public sealed class AzureBotSettingsTests
{
    [Fact]
    public void No_settings_and_good_ones_are_no_problem()
    {
        Assert.Empty(new AzureBotSettings().Validate());
        Assert.Empty(Good().Validate());
    }

    [Theory]
    [InlineData("AppId", "our-bot")]
    [InlineData("AppPassword", null)]
    [InlineData("AppPassword", "two words")]
    [InlineData("TenantId", "contoso")]
    [InlineData("TokenUrl", "http://login.example.org/token")]
    [InlineData("TokenUrl", "login.example.org")]
    [InlineData("OpenIdMetadataUrl", "http://login.example.org/")]
    [InlineData("EmulatorOpenIdMetadataUrl", "file:///etc/passwd")]
    [InlineData("AllowedServiceHosts", "https://tunnel.example.org")]
    [InlineData("HubChannels", "our contact centre")]
    [InlineData("HubChannels", "telephony, directline")]
    [InlineData("HubChannels", "WebChat")]
    public void Each_wrong_setting_is_named_with_what_to_write(string property, string? value)
    {
        var settings = Good();
        typeof(AzureBotSettings).GetProperty(property)!.SetValue(settings, value);

        var problem = Assert.Single(settings.Validate());

        Assert.Equal($"MentorBot:AzureBot:{property}", problem.Key);
        Assert.NotEmpty(problem.WriteInstead);
    }

    [Theory]
    [InlineData("AppPassword")]
    [InlineData("TenantId")]
    [InlineData("HubChannels")]
    public void Half_a_registration_is_none(string property)
    {
        var settings = new AzureBotSettings();
        typeof(AzureBotSettings).GetProperty(property)!.SetValue(settings, "something");
        Assert.Equal("MentorBot:AzureBot:AppId", Assert.Single(settings.Validate()).Key);
    }

    [Fact]
    public void Printed_settings_show_no_secret()
    {
        Assert.DoesNotContain(FakeConnector.AppPassword, Good().ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(FakeConnector.AppId, Good().ToString(), StringComparison.Ordinal);
    }

    private static AzureBotSettings Good() => new()
    {
        AppId = FakeConnector.AppId,
        AppPassword = FakeConnector.AppPassword,
        TenantId = "d6d49420-f39b-4df7-a1dc-d59a935871db",
        TokenUrl = "http://localhost:5401/token",
        AllowedServiceHosts = "tunnel.example.org, 127.0.0.1",
        HubChannels = "telephony, ourcontactcentre",
    };
}
