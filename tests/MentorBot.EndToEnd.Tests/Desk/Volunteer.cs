namespace MentorBot.EndToEnd.Tests.Desk;

/// <summary>Somebody who was invited to the desk, and fills in forms there.</summary>
internal static class Volunteer
{
    public const string Password = "four plain words here";

    /// <summary>Grace makes an invitation.</summary>
    /// <returns>The path of its link.</returns>
    public static async Task<string> InviteAsync(this Visit grace, string name)
    {
        await grace.Page.GetByLabel("First name").FillAsync(name);
        await grace.PressAsync("Make an invitation");
        return new Uri((await grace.Page.Locator(".slip .key").TextContentAsync())!).AbsolutePath;
    }

    /// <summary>Fills in who he is, but not the second step.</summary>
    public static async Task FillInAsync(this Visit visit, string signInName)
    {
        await visit.Page.GetByLabel("A name to sign in with").FillAsync(signInName);
        await visit.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
    }

    /// <summary>An app that has read the key on the page.</summary>
    public static async Task<AuthenticatorApp> SetUpAppAsync(this Visit visit) => new((await visit.Page.Locator(".steps .key").TextContentAsync())!);

    public static async Task SignInAsync(this Visit visit, string signInName, string code)
    {
        await visit.Page.GetByLabel("Sign-in name").FillAsync(signInName);
        await visit.Page.GetByLabel("Password").FillAsync(Password);
        await visit.Page.GetByLabel("Code from your app").FillAsync(code);
        await visit.PressAsync("Sign in", exact: true);
    }

    public static Task PressAsync(this Visit visit, string button, bool exact = false) => visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = exact }).ClickAsync();

    public static Task HeadingAsync(this Visit visit, string heading) =>
        Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = heading, Level = 1 })).ToBeVisibleAsync();

    /// <summary>Keeps a picture, and fails if the page is not for everybody.</summary>
    public static async Task IsGoodAsync(this Visit visit, string name, string expected = "none")
    {
        await visit.KeepAsync(name);
        await visit.IsAccessibleAsync();
        await visit.FitsAsync();
        await visit.TargetsAreLargeEnoughAsync();
        visit.ComplainsOnlyOf(expected);
    }
}
