using MentorBot.Desk;
using MentorBot.Mentoring.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages.Desk;

/// <summary>The way out of the desk, in this browser or in all of them.</summary>
internal sealed class SignOutModel(DeskCookie cookie, SignIns signIns) : PageModel
{
    /// <summary>Leaves in this browser.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await cookie.ForgetAsync(HttpContext);
        return LocalRedirect(DeskAccess.SignInPath);
    }

    /// <summary>Leaves in every browser.</summary>
    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        await signIns.EndAllAsync(DeskVisitor.Of(HttpContext).AccountId);
        return await OnPostAsync();
    }
}
