using MentorBot.Desk;
using MentorBot.Dialogs.Library;
using MentorBot.Mentoring.Mentors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages.Desk;

/// <summary>Where coordinators set what a mentor can do, when, and how much.</summary>
internal sealed class ProfileModel(MentorRoll roll, Content content) : PageModel
{
    /// <summary>The form.</summary>
    public ProfileForm Form { get; private set; } = new();

    /// <summary>The languages that MentorBot speaks.</summary>
    public IReadOnlyList<string> Languages => content.Words.Locales;

    /// <summary>What is to be mended.</summary>
    public IReadOnlyList<ProfileProblem> Problems { get; private set; } = [];

    /// <summary>What went wrong with the whole, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>What was done, or null.</summary>
    public string? Done { get; private set; }

    private DeskVisitor Visitor => DeskVisitor.Of(HttpContext);

    /// <summary>Shows a mentor.</summary>
    public async Task<IActionResult> OnGetAsync(int id)
    {
        Done = Request.Query.ContainsKey("saved") ? "Saved." : null;
        return await ShowAsync(id) ? Page() : NotFound();
    }

    /// <summary>Changes him.</summary>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm] ProfileForm form)
    {
        (Form, Problems) = (form, []);
        if (form.Read(Languages, out var problems) is not { } profile) return Refuse(problems);
        var change = await roll.SaveAsync(Visitor.SchemeId, id, profile, form.Version, HttpContext.RequestAborted);
        if (change == RollChange.Saved) return Redirect($"/desk/mentors/{id}?saved");
        if (change == RollChange.NotTheirs || !await ShowAsync(id)) return NotFound();
        (Problem, Response.StatusCode) = ("Somebody else changed this while you did. Here it is as it is now: please make your changes again.", StatusCodes.Status409Conflict);
        return Page();
    }

    /// <summary>How a language calls itself. The program knows no cultures: it runs without their tables.</summary>
    public static string NameOf(string language) => language switch
    {
        "en" => "English",
        "cy" => "Cymraeg",
        _ => language,
    };

    private async Task<bool> ShowAsync(int id)
    {
        if (await roll.FindAsync(Visitor.SchemeId, id, HttpContext.RequestAborted) is not { } mentor) return false;
        // Else the form would show again what was sent.
        ModelState.Clear();
        Form = ProfileForm.Of(mentor);
        return true;
    }

    private PageResult Refuse(IReadOnlyList<ProfileProblem> problems)
    {
        (Problems, Response.StatusCode) = (problems, StatusCodes.Status422UnprocessableEntity);
        return Page();
    }
}
