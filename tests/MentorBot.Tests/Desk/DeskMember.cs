using System.Text.RegularExpressions;

namespace MentorBot.Tests.Desk;

/// <summary>Somebody who has joined the desk, in the browser in which he did.</summary>
internal sealed record DeskMember(DeskBrowser Browser, string SignInName, AuthenticatorApp App, IReadOnlyList<string> RecoveryCodes)
{
    public const string Password = "four plain words here";

    /// <summary>Opens the link, sets up an app and joins.</summary>
    public static async Task<DeskMember> JoinAsync(DeskBrowser browser, string link, string signInName, string name = "Tomas")
    {
        using var form = await browser.OpenAsync(link);
        var app = new AuthenticatorApp(browser.Find("""class="key"[^>]*>([^<]*)<"""));
        using var joined = await browser.SubmitAsync(link, FieldsOf(browser, signInName, app.Next(), name));
        Assert.True(joined.IsSuccessStatusCode, browser.Problem);
        var codes = Regex.Matches(browser.Page, "<li>(?<code>[2-9A-Z]{5}-[2-9A-Z]{5})</li>", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(code => code.Groups["code"].Value);
        return new DeskMember(browser, signInName, app, [.. codes]);
    }

    /// <summary>What the form of joining sends.</summary>
    public static (string Name, string Value)[] FieldsOf(DeskBrowser browser, string signInName, string code, string name = "Tomas") =>
        [("form", browser.Field("form")), ("name", name), ("signInName", signInName), ("password", Password), ("code", code)];

    /// <summary>Signs in, in another browser.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(DeskBrowser browser, string name, string password, string code)
    {
        using var page = await browser.OpenAsync("/desk/sign-in");
        return await browser.SubmitAsync("/desk/sign-in", ("name", name), ("password", password), ("code", code));
    }

    /// <summary>The same with the next code of his app.</summary>
    public Task<HttpResponseMessage> SignInAsync(DeskBrowser browser) => SignInAsync(browser, SignInName, Password, App.Next());
}
