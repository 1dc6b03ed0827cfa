using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages;

/// <summary>What people see when a page is missing or broken. It shows nothing of what happened.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    /// <summary>The title.</summary>
    public string Heading => IsMissing ? "This page is not here" : "Something went wrong";

    /// <summary>What to do now.</summary>
    public string Advice => IsMissing ? "The address may be mistyped, or the page has moved." : "It was not you. Please go back and try again.";

    private bool IsMissing => Response.StatusCode == StatusCodes.Status404NotFound;
}
