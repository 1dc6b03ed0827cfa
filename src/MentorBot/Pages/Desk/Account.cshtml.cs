using MentorBot.Desk;
using MentorBot.Mentoring.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages.Desk;

/// <summary>How somebody signs in, and how he changes it.</summary>
internal sealed class AccountModel(OwnAccount own, JoinForms forms, PasskeyProofs passkeys) : PageModel
{
    /// <summary>Who is here.</summary>
    public DeskVisitor Visitor => DeskVisitor.Of(HttpContext);

    /// <summary>How he signs in.</summary>
    public WaysIn Ways { get; private set; } = null!;

    /// <summary>A second step that he might add.</summary>
    public JoinForm Form { get; private set; } = null!;

    /// <summary>Whether the app's part is unfolded: he has tried already.</summary>
    public bool IsAppOpen { get; private set; }

    /// <summary>What was done, or null.</summary>
    public string? Done { get; private set; }

    /// <summary>What is to be mended, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Fresh recovery codes, shown this once.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    /// <summary>A code for his own phone, shown this once.</summary>
    public string? PhoneCode { get; private set; }

    /// <summary>Reads how he signs in before anything else.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await ReadAsync();
        await next();
    }

    /// <summary>A code for his own phone.</summary>
    public async Task<IActionResult> OnPostPhoneAsync(string? password)
    {
        (var change, PhoneCode) = await own.InvitePhoneAsync(Owner(password));
        return await TellAsync(change);
    }

    /// <summary>Another password.</summary>
    public async Task<IActionResult> OnPostPasswordAsync(string? password, string? chosen) => await TellAsync(await own.ChangePasswordAsync(Owner(password), chosen ?? ""));

    /// <summary>Another app.</summary>
    public async Task<IActionResult> OnPostAppAsync(string? password, string? form, string? code)
    {
        var shown = Shown(form);
        var change = shown is null ? OwnChange.WrongCode : await own.SetAppAsync(Owner(password), shown.CodeKey, code ?? "");
        var page = await TellAsync(change);
        // The app has this key already.
        if (shown is not null && change != OwnChange.Done) (Form, IsAppOpen) = (shown, true);
        if (change == OwnChange.WrongCode) Problem = "That is not the code that your app shows now.";
        return page;
    }

    /// <summary>What the browser needs to make a passkey.</summary>
    public async Task<IActionResult> OnPostAskAsync() => new JsonResult(await passkeys.AskForNewAsync(HttpContext, Ways.Handle, Visitor.Name));

    /// <summary>One more passkey.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(string? password, string? credential, string? state) =>
        await passkeys.CheckNewAsync(HttpContext, new PasskeyAnswer(credential, state), Ways.Handle) is { } made
            ? await TellAsync(await own.AddPasskeyAsync(Owner(password), made))
            : await TellAsync(OwnChange.WrongCode);

    /// <summary>A passkey less.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string? password, int passkey) => await TellAsync(await own.RemovePasskeyAsync(Owner(password), passkey));

    /// <summary>Fresh recovery codes.</summary>
    public async Task<IActionResult> OnPostCodesAsync(string? password)
    {
        var (change, codes) = await own.NewRecoveryCodesAsync(Owner(password));
        if (change == OwnChange.Done) RecoveryCodes = codes;
        return await TellAsync(change);
    }

    // Nobody else's form counts here.
    private JoinForm? Shown(string? form) => forms.Read(form) is { } shown && shown.Handle == Ways.Handle ? shown : null;

    private Owner Owner(string? password) => new(Visitor.AccountId, password ?? "", DeskCookie.TokenOf(HttpContext));

    private async Task ReadAsync()
    {
        Ways = await own.ViewAsync(Visitor.AccountId, HttpContext.RequestAborted);
        Form = forms.New(Visitor.Name, Ways.Handle);
    }

    private async Task<PageResult> TellAsync(OwnChange change)
    {
        await ReadAsync();
        if (change == OwnChange.Done) Done = DeskWords.Of(change);
        else (Problem, Response.StatusCode) = (DeskWords.Of(change), StatusCodes.Status422UnprocessableEntity);
        return Page();
    }
}
