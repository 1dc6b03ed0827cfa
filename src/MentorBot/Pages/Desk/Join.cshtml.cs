using MentorBot.Desk;
using MentorBot.Mentoring.Accounts;
using MentorBot.Mentoring.Mentors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages.Desk;

/// <summary>Where the link of an invitation leads: to look at it uses nothing up.</summary>
internal sealed class JoinModel(DeskInvitations invitations, Joining joining, JoinForms forms, PasskeyProofs passkeys, DeskLimits limits) : PageModel
{
    private const string Gone = "This link is used up or too old. Ask whoever gave it to you for a new one.";

    /// <summary>The title.</summary>
    public string Title => RecoveryCodes is null ? "Join the desk" : $"Welcome, {Name}";

    /// <summary>The form; null where there is nothing to fill in.</summary>
    public JoinForm? Form { get; private set; }

    /// <summary>Whether the invitation is a coordinator's.</summary>
    public bool IsCoordinator { get; private set; }

    /// <summary>What he is to be called.</summary>
    public string? Name { get; private set; }

    /// <summary>What he wants to sign in with.</summary>
    public string? SignInName { get; private set; }

    /// <summary>What is to be mended, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>His recovery codes, once he has joined.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string link)
    {
        if (limits.MinutesToTry(HttpContext) is not null) return Nothing("Too many tries from where you are. Please wait ten minutes.", StatusCodes.Status429TooManyRequests);
        if (await invitations.FindAsync(link, HttpContext.RequestAborted) is not { } invitation) return Nothing(Gone, StatusCodes.Status410Gone);
        Name = invitation.Kind == InvitationKind.SetUp ? null : invitation.Name;
        return Show(invitation, forms.New(invitation.Name));
    }

    /// <summary>What the browser needs to make a passkey.</summary>
    public async Task<IActionResult> OnPostAskAsync(string link, string? form, string? name)
    {
        if (await invitations.FindAsync(link, HttpContext.RequestAborted) is null || forms.Read(form) is not { } shown) return StatusCode(StatusCodes.Status410Gone);
        return new JsonResult(await passkeys.AskForNewAsync(HttpContext, shown.Handle, string.IsNullOrWhiteSpace(name) ? shown.Whose : name.Trim()));
    }

    /// <summary>Joins.</summary>
    public async Task<IActionResult> OnPostAsync(string link, JoinFields fields)
    {
        (Name, SignInName) = (fields.Name?.Trim(), fields.SignInName?.Trim());
        var shown = forms.Read(fields.Form);
        var joined = shown is null ? new Joined(JoinProblem.WrongCode) : await joining.JoinAsync(new Newcomer(link, Name ?? "", SignInName ?? "", fields.Password ?? "", await SecondOfAsync(shown, fields)));
        if (joined.Token is { } token) return await WelcomeAsync(token, joined);
        if (joined.Problem is JoinProblem.HasJoined) return Nothing("You have joined already. Sign in, and make new recovery codes on your account's page if you did not see them.", StatusCodes.Status409Conflict);
        if (await invitations.FindAsync(link, HttpContext.RequestAborted) is not { } invitation) return Nothing(Gone, StatusCodes.Status410Gone);
        (Problem, Response.StatusCode) = (shown is null ? "The form was open for too long. Please let your app read the new picture." : WhatToMend(joined), StatusCodes.Status422UnprocessableEntity);
        return Show(invitation, shown ?? forms.New(invitation.Name));
    }

    private async Task<SecondStep> SecondOfAsync(JoinForm shown, JoinFields fields)
    {
        var passkey = await passkeys.CheckNewAsync(HttpContext, new PasskeyAnswer(fields.Credential, fields.State), shown.Handle);
        return new SecondStep(shown.Handle, passkey is null ? shown.CodeKey : null, fields.Code ?? "", passkey);
    }

    private async Task<IActionResult> WelcomeAsync(string token, Joined joined)
    {
        await DeskCookie.WriteAsync(HttpContext, token);
        RecoveryCodes = joined.RecoveryCodes;
        return Page();
    }

    private PageResult Show(Invitation invitation, JoinForm form)
    {
        (IsCoordinator, Form) = (invitation.IsCoordinator, form);
        return Page();
    }

    private PageResult Nothing(string why, int status)
    {
        (Problem, Response.StatusCode) = (why, status);
        return Page();
    }

    private static string WhatToMend(Joined joined) => joined.Problem switch
    {
        JoinProblem.BadName => "Please write a first name of 1 to 20 letters.",
        JoinProblem.BadSignInName => "Please choose a sign-in name of 3 to 60 letters, digits, dots or hyphens, or use your e-mail address.",
        JoinProblem.NameTaken => "Somebody else signs in with that name. Please choose another one.",
        JoinProblem.BadPassword => DeskWords.Of(joined.Password),
        _ => "That is not the code that your app shows now. Please wait for the next one, and type it.",
    };
}

/// <summary>What the form of joining sends.</summary>
internal sealed class JoinFields
{
    /// <summary>The form itself, sealed.</summary>
    public string? Form { get; init; }

    /// <summary>The first name.</summary>
    public string? Name { get; init; }

    /// <summary>The name to sign in with.</summary>
    public string? SignInName { get; init; }

    /// <summary>The password.</summary>
    public string? Password { get; init; }

    /// <summary>The app's code.</summary>
    public string? Code { get; init; }

    /// <summary>The passkey that was made.</summary>
    public string? Credential { get; init; }

    /// <summary>What was asked for it.</summary>
    public string? State { get; init; }
}
