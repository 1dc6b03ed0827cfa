using MentorBot.Desk;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages.Desk;

/// <summary>The first page of the desk.</summary>
internal sealed class IndexModel : PageModel
{
    /// <summary>Who is here.</summary>
    public DeskVisitor Visitor => DeskVisitor.Of(HttpContext);
}
