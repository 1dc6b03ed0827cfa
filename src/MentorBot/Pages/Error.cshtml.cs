using MentorBot.Desk;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages;

/// <summary>What people see when a page is missing, broken or not for them. It shows nothing of what happened.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    /// <summary>The title.</summary>
    public string Heading => Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => "This page is not here",
        StatusCodes.Status403Forbidden when IsOfDesk => "This page is for coordinators",
        _ => "Something went wrong",
    };

    /// <summary>What to do now.</summary>
    public string Advice => Response.StatusCode switch
    {
        StatusCodes.Status404NotFound when IsOfDesk => "It may be with somebody else now, or over.",
        StatusCodes.Status404NotFound => "The address may be mistyped, or the page has moved.",
        StatusCodes.Status403Forbidden when IsOfDesk => "If you need something from it, ask a coordinator of yours.",
        _ => "It was not you. Please go back and try again.",
    };

    /// <summary>Whether it was a page of the desk.</summary>
    public bool IsOfDesk => new PathString(HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath).StartsWithSegments(DeskAccess.Path, StringComparison.OrdinalIgnoreCase);
}
