using MentorBot.Calendars;
using MentorBot.Channels.DirectLine;
using MentorBot.Desk;
using MentorBot.Dialogs.Bookings;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages.Desk;

/// <summary>Where a mentor says when he may be booked, and how.</summary>
internal sealed class TimesModel(MentorTimes times, MeetingCalendars calendars, VideoRooms rooms, DirectLineAddresses addresses, DeskNews news, TimeProvider clock) : DeskPageModel
{
    private const string Address = "/desk/times";

    /// <summary>What counts now.</summary>
    public TimesSheet Sheet { get; private set; } = null!;

    /// <summary>What is typed.</summary>
    public TimesForm Form { get; private set; } = new();

    /// <summary>What is to be mended in it.</summary>
    public IReadOnlyList<TimesProblem> Problems { get; private set; } = [];

    /// <summary>The days that are typed, to be mended.</summary>
    public (string? From, string? Until, string? Hours) Days { get; private set; }

    /// <summary>What was done, or null.</summary>
    public string? Done { get; private set; }

    /// <summary>Whether people can meet by video here.</summary>
    public bool IsThereVideo => rooms.AreThere;

    /// <summary>The link of his calendar; null while he has none.</summary>
    public string? Calendar => Sheet.CalendarSecret is { } secret ? addresses.BaseOf(Request) + CalendarEndpoints.OfMentor(secret) : null;

    /// <summary>The same for programs that subscribe to what they open.</summary>
    public string? Subscription => Calendar is { } link ? $"webcal{link[link.IndexOf(':', StringComparison.Ordinal)..]}" : null;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return Forbid();
        Form = TimesForm.Of(Sheet);
        Done = Request.Query.ContainsKey("saved") ? "Saved." : null;
        return Page();
    }

    /// <summary>Sets his week, and how he may be booked.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] TimesForm form, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return Forbid();
        Form = form;
        if (form.Read(out var problems) is not { } own) return Mend(problems);
        var change = await times.SaveAsync(MentorId, own, form.Version, cancellationToken);
        return change switch
        {
            TimesChange.NoSuchVenue => Mend([TimesProblem.Venue]),
            TimesChange.ChangedMeanwhile => await ShowAgainAsync(cancellationToken),
            _ => Redirect($"{Address}?saved"),
        };
    }

    /// <summary>Takes days off, or sets other hours for them.</summary>
    public async Task<IActionResult> OnPostDaysAsync(string? from, string? until, string? other, CancellationToken cancellationToken)
    {
        var (first, last) = (FormDates.Read(from), string.IsNullOrWhiteSpace(until) ? FormDates.Read(from) : FormDates.Read(until));
        var change = first is null || last is null ? TimesChange.BadDays : await times.SetDaysAsync(MentorId, new DaySpan(first.Value, last.Value, other?.Trim() ?? ""), cancellationToken);
        if (change == TimesChange.Saved) return Redirect($"{Address}?saved#days");
        if (!await ReadAsync(cancellationToken)) return Forbid();
        (Form, Days) = (TimesForm.Of(Sheet), (from, until, other));
        return Refuse($"These days were not kept. Write a first and a last day from today on, at the most {DaySpan.Longest} days together, and hours such as 9-12, 14:30-17, or none for days off.", StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Makes days as his week says again.</summary>
    public async Task<IActionResult> OnPostClearAsync(string? from, string? until, CancellationToken cancellationToken)
    {
        if (FormDates.Read(from) is { } first && FormDates.Read(until) is { } last) await times.ClearDaysAsync(MentorId, first, last, cancellationToken);
        return Redirect($"{Address}?saved#days");
    }

    /// <summary>Makes a link for his calendar, in place of the one that he had.</summary>
    public async Task<IActionResult> OnPostCalendarAsync(CancellationToken cancellationToken) =>
        await calendars.RenewAsync(MentorId, cancellationToken) ? Redirect($"{Address}?saved#calendar") : Forbid();

    private PageResult Mend(IReadOnlyList<TimesProblem> problems)
    {
        (Problems, Response.StatusCode) = (problems, StatusCodes.Status422UnprocessableEntity);
        return Page();
    }

    private async Task<IActionResult> ShowAgainAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return Forbid();
        // Else the form would show again what was sent.
        ModelState.Clear();
        Form = TimesForm.Of(Sheet);
        return Refuse("This was changed elsewhere while you did. Here it is as it is now: please make your changes again.", StatusCodes.Status409Conflict);
    }

    private PageResult Refuse(string why, int status)
    {
        (Problem, Response.StatusCode) = (why, status);
        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        await LookAsync(news, clock, cancellationToken);
        if (await times.ReadAsync(MentorId, cancellationToken) is not { } sheet) return false;
        Sheet = sheet;
        return true;
    }
}
