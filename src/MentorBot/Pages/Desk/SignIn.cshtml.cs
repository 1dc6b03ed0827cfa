using MentorBot.Desk;
using MentorBot.Mentoring.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages.Desk;

/// <summary>Where mentors and coordinators sign in. It tells nobody why it refuses: not whether a name is known, nor whether its account is locked.</summary>
internal sealed class SignInModel(SigningIn signingIn, PasskeyProofs passkeys, KnownBrowser known, DeskLimits limits) : PageModel
{
    private const string Refused = "That did not work. Check the name, the password and the code: each code counts once. After five wrong tries, wait for five minutes or more.";
    private const string NoPasskey = "That passkey does not open the desk.";

    // Longer than checking takes: whoever is refused learns nothing from the time, and guesses slowly.
    private static readonly TimeSpan RefusalTakes = TimeSpan.FromMilliseconds(500);

    /// <summary>Where to go afterwards: a page of the desk.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The name that was typed.</summary>
    public string? Name { get; private set; }

    /// <summary>Why nobody was let in, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whoever is signed in already goes on.</summary>
    public IActionResult OnGet() => DeskVisitor.Find(HttpContext) is null ? Page() : Onward();

    /// <summary>By name, password and code.</summary>
    public async Task<IActionResult> OnPostAsync(string? name, string? password, string? code)
    {
        Name = name;
        if (limits.MinutesToTry(HttpContext) is { } minutes) return Wait(minutes);
        var earliest = Task.Delay(RefusalTakes, TimeProvider.System);
        if (await signingIn.ByPasswordAsync(new TypedProof(name ?? "", password ?? "", code ?? ""), known.Read(HttpContext)) is { } token) return await EnterAsync(token);
        await earliest;
        return Refuse(Refused);
    }

    /// <summary>What the browser needs to show a passkey.</summary>
    public async Task<IActionResult> OnPostAskAsync() =>
        limits.MinutesToTry(HttpContext) is null ? new JsonResult(await passkeys.AskAsync(HttpContext)) : StatusCode(StatusCodes.Status429TooManyRequests);

    /// <summary>By a passkey.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, string? state)
    {
        var shown = await passkeys.CheckAsync(HttpContext, new PasskeyAnswer(credential, state));
        if (shown is var (account, passkey) && await signingIn.ByPasskeyAsync(account, passkey) is { } token) return await EnterAsync(token);
        return Refuse(NoPasskey);
    }

    private async Task<IActionResult> EnterAsync(string token)
    {
        await DeskCookie.WriteAsync(HttpContext, token);
        return Onward();
    }

    // Never to another site, whatever the address said.
    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) && IsOfTheDesk(ReturnUrl!.Split('?', '#')[0]) ? ReturnUrl : DeskAccess.Path);

    private static bool IsOfTheDesk(string path) =>
        path.StartsWith('/') && new PathString(path).StartsWithSegments(DeskAccess.Path, StringComparison.OrdinalIgnoreCase) && !path.Contains("..", StringComparison.Ordinal) && !path.Contains("//", StringComparison.Ordinal);

    private PageResult Wait(int minutes)
    {
        (Problem, Response.StatusCode) = ($"Too many tries from where you are. Please wait {minutes} {(minutes == 1 ? "minute" : "minutes")}.", StatusCodes.Status429TooManyRequests);
        return Page();
    }

    private PageResult Refuse(string why)
    {
        (Problem, Response.StatusCode) = (why, StatusCodes.Status422UnprocessableEntity);
        return Page();
    }
}
