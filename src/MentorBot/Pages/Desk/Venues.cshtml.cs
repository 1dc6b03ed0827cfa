using MentorBot.Desk;
using MentorBot.Mentoring.Bookings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages.Desk;

/// <summary>Where coordinators say at which places people may meet.</summary>
internal sealed class VenuesModel(Venues venues) : PageModel
{
    private const string Address = "/desk/venues";

    /// <summary>All of the scheme and of those below.</summary>
    public IReadOnlyList<ListedVenue> Venues { get; private set; } = [];

    /// <summary>What was typed and not kept, with the number of its place; 0 for a new one. Null if nothing was.</summary>
    public (int Id, VenueForm Form)? Typed { get; private set; }

    /// <summary>What was done, or null.</summary>
    public string? Done { get; private set; }

    /// <summary>What is to be mended, or null.</summary>
    public string? Problem { get; private set; }

    private int SchemeId => DeskVisitor.Of(HttpContext).SchemeId;

    /// <summary>The boxes of a form: what tells them from others on the page, and what they show, which is what was typed in them, or how the place is.</summary>
    /// <param name="venue">The place; null for a new one.</param>
    public (string Id, VenueForm Form) BoxesOf(Venue? venue) =>
        (venue is null ? "new" : $"{venue.Id}", Typed is { } typed && typed.Id == (venue?.Id ?? 0) ? typed.Form : VenueForm.Of(venue));

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        await ReadAsync();
        Done = Request.Query.ContainsKey("saved") ? "Saved." : null;
    }

    /// <summary>Adds one.</summary>
    public async Task<IActionResult> OnPostAddAsync([FromForm] VenueForm form) =>
        await AnswerAsync(await venues.AddAsync(SchemeId, form.Read(), HttpContext.RequestAborted), (0, form));

    /// <summary>Says better how one is.</summary>
    public async Task<IActionResult> OnPostChangeAsync(int id, [FromForm] VenueForm form) =>
        await AnswerAsync(await venues.ChangeAsync(SchemeId, id, form.Read(), HttpContext.RequestAborted), (id, form));

    /// <summary>Gives one up.</summary>
    public async Task<IActionResult> OnPostCloseAsync(int id) => await venues.CloseAsync(SchemeId, id, HttpContext.RequestAborted) ? Redirect($"{Address}?saved") : NotFound();

    private async Task<IActionResult> AnswerAsync(bool isDone, (int Id, VenueForm Form) typed)
    {
        if (isDone) return Redirect($"{Address}?saved");
        await ReadAsync();
        if (typed.Id != 0 && !Venues.Any(one => one.Venue.Id == typed.Id && one.Venue.ClosedAt is null)) return NotFound();
        Typed = typed;
        (Problem, Response.StatusCode) = ($"Nothing is saved. Write a name of at most {Venue.LongestName} letters and an address of at most {Venue.LongestAddress}, so that they fit in a text message.", StatusCodes.Status422UnprocessableEntity);
        return Page();
    }

    private async Task ReadAsync() => Venues = await venues.ListAsync(SchemeId, HttpContext.RequestAborted);
}
