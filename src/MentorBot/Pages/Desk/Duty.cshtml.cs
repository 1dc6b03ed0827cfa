using System.Globalization;
using MentorBot.Desk;
using MentorBot.Mentoring.Schemes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages.Desk;

/// <summary>Where coordinators say who is told when somebody may be in danger.</summary>
internal sealed class DutyModel(Duties duties) : PageModel
{
    /// <summary>What is set, and who may be chosen.</summary>
    public DutySheet Sheet { get; private set; } = null!;

    /// <summary>The lead that is chosen.</summary>
    public int? Lead { get; private set; }

    /// <summary>The deputy that is chosen.</summary>
    public int? Deputy { get; private set; }

    /// <summary>The hours that are typed.</summary>
    public WeekForm Week { get; private set; } = new([]);

    /// <summary>The zone that is typed.</summary>
    public string Zone { get; private set; } = "";

    /// <summary>What was done, or null.</summary>
    public string? Done { get; private set; }

    /// <summary>What is to be mended, or null.</summary>
    public string? Problem { get; private set; }

    private int SchemeId => DeskVisitor.Of(HttpContext).SchemeId;

    /// <summary>Shows what is set.</summary>
    public async Task OnGetAsync()
    {
        Sheet = await duties.ReadAsync(SchemeId, HttpContext.RequestAborted);
        (Lead, Deputy, Week, Zone) = (Sheet.LeadId, Sheet.DeputyId, WeekForm.Of(Sheet.Hours), Sheet.TimeZone);
        Done = Request.Query.ContainsKey("saved") ? "Saved." : null;
    }

    /// <summary>Sets it.</summary>
    public async Task<IActionResult> OnPostAsync(string? lead, string? deputy, List<string?> hours, string? zone)
    {
        (Lead, Deputy, Week, Zone) = (Number(lead), Number(deputy), new(hours), zone?.Trim() ?? "");
        Sheet = await duties.ReadAsync(SchemeId, HttpContext.RequestAborted);
        if (await SetAsync() is not { } problem) return Redirect("/desk/duty?saved");
        (Problem, Response.StatusCode) = (problem, StatusCodes.Status422UnprocessableEntity);
        return Page();
    }

    // The hours first: people who are set are told from then on, and not before.
    private async Task<string?> SetAsync()
    {
        if (Week.Read() is not { } read) return "Write hours such as 9-12, 14:30-17, or leave the day empty.";
        if (new[] { Lead, Deputy }.OfType<int>().Any(id => Sheet.People.All(person => person.Id != id))) return Say(DutyResult.NoMentorHere);
        var set = await duties.SetHoursAsync(SchemeId, read, Zone, HttpContext.RequestAborted);
        return Say(set == DutyResult.Set ? await duties.SetPeopleAsync(SchemeId, Lead, Deputy, HttpContext.RequestAborted) : set);
    }

    private static string? Say(DutyResult result) => result switch
    {
        DutyResult.Set => null,
        DutyResult.SamePerson => "Choose two people: nobody is his own deputy.",
        DutyResult.NoSuchZone => "Write the name of a time zone, such as Europe/London.",
        DutyResult.EndsBeforeItBegins => "Some hours end before they begin.",
        _ => "Choose mentors who help here.",
    };

    private static int? Number(string? written) => int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
