namespace MentorBot.EndToEnd.Tests.Desk;

public class PasskeyTests(ProgramInBrowser browser) : BrowserTests(browser)
{
    [Fact]
    public async Task Somebody_joins_with_a_passkey_signs_in_with_it_alone_and_adds_another_way()
    {
        var grace = await OpenDeskAsync("Grace", "/desk/mentors");
        var visit = await OpenAsync(AddressByName + await grace.InviteAsync("Priscilla"));
        await GiveAuthenticatorAsync(visit);

        await visit.FillInAsync("priscilla");
        await visit.PressAsync("Join with a passkey of this device");
        await visit.HeadingAsync("Welcome, Priscilla");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await visit.PressAsync("Sign out");
        await visit.PressAsync("Sign in with a passkey");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Navigation, new() { Name = "The desk" })).ToContainTextAsync("Priscilla");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Account" }).ClickAsync();
        await visit.IsGoodAsync("desk-1280-account-passkey");
        await visit.Page.GetByLabel("Your password now, to remove it").FillAsync(Volunteer.Password);
        await visit.PressAsync("Remove the passkey of");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("your only second step");
    }

    [Fact]
    public async Task A_device_that_refuses_says_so_and_the_form_can_be_sent_by_the_app_after_all()
    {
        var visit = await OpenAsync($"{AddressByName}/desk/sign-in");
        await GiveAuthenticatorAsync(visit, isVerified: false);
        await visit.PressAsync("Sign in with a passkey");
        await Assertions.Expect(visit.Page.Locator("form[data-passkey] .problem")).Not.ToBeEmptyAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" })).ToBeEnabledAsync();
    }

    /// <summary>A phone's own lock, as Chromium plays it.</summary>
    private static async Task GiveAuthenticatorAsync(Visit visit, bool isVerified = true)
    {
        var tools = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = isVerified,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
