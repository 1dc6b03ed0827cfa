using System.Security.Claims;
using MentorBot.Channels.DirectLine;
using MentorBot.Mentoring.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace MentorBot.Desk;

/// <summary>Remembers in a browser who is at the desk: sealed words that mean something only while the database has them.</summary>
/// <remarks>
/// It says nothing about rights: who somebody is and what he may do is asked of the database in each request, so what was withdrawn is gone at once, and a copy of the cookie is worth nothing
/// once its owner has left. It goes to the desk alone (Path) and ends with the browser.
/// </remarks>
internal sealed class DeskCookie(SignIns signIns, KnownBrowser known, DirectLineAddresses addresses) : CookieAuthenticationEvents
{
    /// <summary>The scheme of authentication.</summary>
    public const string Scheme = "desk";

    /// <summary>The claim that holds what the database knows.</summary>
    private const string Token = "token";

    /// <summary>Sets how the cookie is made.</summary>
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "desk";
        options.Cookie.Path = DeskAccess.Path;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = DeskAccess.SignInPath;
        options.ExpireTimeSpan = SignIn.Longest;
        options.SlidingExpiration = false;
        options.TimeProvider = TimeProvider.System;
        options.EventsType = typeof(DeskCookie);
    }

    /// <summary>Lets a browser in.</summary>
    /// <param name="http">The request.</param>
    /// <param name="token">What <see cref="SigningIn"/> gave.</param>
    public static Task WriteAsync(HttpContext http, string token) =>
        http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(Token, token)], Scheme)));

    /// <summary>What this browser keeps.</summary>
    public static string TokenOf(HttpContext http) => http.User.FindFirstValue(Token) ?? "";

    /// <summary>Forgets who is at the desk in this browser.</summary>
    public async Task ForgetAsync(HttpContext http)
    {
        if (TokenOf(http) is { Length: > 0 } token) await signIns.EndAsync(token);
        await http.SignOutAsync(Scheme);
    }

    /// <summary>Asks the database who it is, and whether he may be here.</summary>
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var token = context.Principal?.FindFirstValue(Token) ?? "";
        if (await signIns.FindAsync(token, context.HttpContext.RequestAborted) is not { } standing)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }
        DeskVisitor.Enter(context.HttpContext, standing);
        known.Note(context.HttpContext, standing.AccountId);
        context.ReplacePrincipal(PrincipalOf(standing, token));
    }

    /// <summary>A proxy that does HTTPS for us may not say so.</summary>
    public override Task SigningIn(CookieSigningInContext context)
    {
        context.CookieOptions.Secure = addresses.BaseOf(context.Request).StartsWith("https:", StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    /// <summary>A person is led to where she signs in, and back afterwards; a script is told.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var isForPeople = request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
        if (isForPeople) context.Response.Redirect($"{request.PathBase}{DeskAccess.SignInPath}?returnUrl={Uri.EscapeDataString(HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : DeskAccess.Path)}");
        else context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    /// <summary>Who is signed in and may not see this is told so, and not asked to sign in again.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static ClaimsPrincipal PrincipalOf(Standing standing, string token)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, $"{standing.AccountId}"), new Claim(Token, token)], Scheme);
        if (standing.IsCoordinator) identity.AddClaim(new Claim(ClaimTypes.Role, DeskAccess.Coordinator));
        return new ClaimsPrincipal(identity);
    }
}
