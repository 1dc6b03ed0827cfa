using MentorBot.Desk;
using MentorBot.Mentoring.Bookings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages.Desk;

/// <summary>Where coordinators see who meets whom, what they need, and what that costs.</summary>
internal sealed class BookingsModel(BookingRoll roll, TimeProvider clock) : PageModel
{
    private const int UsuallyAhead = 14;
    private const int LongestSpan = 400;

    /// <summary>The stretches that can be chosen by a link: what they are called, and their first and last day, counted from today.</summary>
    public static IReadOnlyList<(string Name, int From, int Until)> Stretches { get; } = [("Next 14 days", 0, UsuallyAhead), ("Last 30 days", -30, 0), ("Last 90 days", -90, 0)];

    /// <summary>What is shown.</summary>
    public BookingSheet Sheet { get; private set; } = null!;

    /// <summary>The first day that is shown.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last one.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>This instant.</summary>
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>What was done, or null.</summary>
    public string? Done { get; private set; }

    /// <summary>What is to be mended, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>The meeting whose needs are to be mended, and the cost that was typed.</summary>
    public (long Id, bool AreMet, string? Cost) Typed { get; private set; }

    /// <summary>Who is here.</summary>
    public DeskVisitor Visitor => DeskVisitor.Of(HttpContext);

    /// <summary>Today, where she lives.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Visitor.Local(Now).DateTime);

    /// <summary>Shows some days.</summary>
    public async Task OnGetAsync(string? from, string? until)
    {
        await ShowAsync(from, until);
        if (Request.Query.ContainsKey("from") && (From, Until) != (FormDates.Read(from), FormDates.Read(until))) Problem = $"Choose a first and a last day, at the most {LongestSpan} days together.";
        Done = Request.Query.ContainsKey("saved") ? "Saved." : null;
    }

    /// <summary>Notes whether somebody saw to what is needed, and what it cost.</summary>
    public async Task<IActionResult> OnPostAsync(long id, bool met, string? cost, string? from, string? until)
    {
        var (pence, isRead) = MeetingWording.ReadPounds(cost);
        if (isRead && await roll.NoteNeedsAsync(Visitor.SchemeId, id, met, pence, HttpContext.RequestAborted))
        {
            Choose(from, until);
            return Redirect($"/desk/bookings?from={FormDates.Write(From)}&until={FormDates.Write(Until)}&saved#b{id}");
        }
        await ShowAsync(from, until);
        if (isRead && Sheet.Meetings.All(one => one.Booking.Id != id)) return NotFound();
        (Problem, Typed, Response.StatusCode) = ($"Nothing is saved. Write the cost in pounds, such as 12.50, up to {BookingRoll.HighestCost / 100}, or leave it empty.", (id, met, cost), StatusCodes.Status422UnprocessableEntity);
        return Page();
    }

    private async Task ShowAsync(string? from, string? until)
    {
        Choose(from, until);
        Sheet = await roll.ReadAsync(Visitor.SchemeId, BeginningOf(From), BeginningOf(Until.AddDays(1)), HttpContext.RequestAborted);
    }

    private void Choose(string? from, string? until)
    {
        var isGood = FormDates.Read(from) is { } first && FormDates.Read(until) is { } last && first <= last && last.DayNumber - first.DayNumber < LongestSpan && last < DateOnly.MaxValue && first > DateOnly.MinValue;
        (From, Until) = isGood ? (FormDates.Read(from)!.Value, FormDates.Read(until)!.Value) : (Today, Today.AddDays(UsuallyAhead));
    }

    // By her own clock. At midnight a clock that changes in that moment may make it an hour less.
    private DateTimeOffset BeginningOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, TimeZoneInfo.FindSystemTimeZoneById(Visitor.TimeZone).GetUtcOffset(midnight));
    }
}
