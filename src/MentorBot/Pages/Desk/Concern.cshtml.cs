using System.Globalization;
using MentorBot.Desk;
using MentorBot.Mentoring.Accounts;
using MentorBot.Mentoring.Concerns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages.Desk;

/// <summary>One concern: what was done about it, and her words for whoever says why.</summary>
internal sealed class ConcernModel(ConcernRoll roll, Standings standings) : PageModel
{
    /// <summary>The concern, with alerts and readings.</summary>
    public ConcernFile Kept { get; private set; } = null!;

    /// <summary>Her words; null where nobody asked to read them.</summary>
    public IReadOnlyList<ConcernMessage>? Words { get; private set; }

    /// <summary>The reason that was typed and not taken.</summary>
    public string? Reason { get; private set; }

    /// <summary>What is to be mended, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>The names of those who read it, by what the readings say.</summary>
    public IReadOnlyDictionary<string, string> Readers { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Who is here.</summary>
    public DeskVisitor Visitor => DeskVisitor.Of(HttpContext);

    /// <summary>Shows what was done about it.</summary>
    public async Task<IActionResult> OnGetAsync(long id) => await ShowAsync(id) ? Page() : NotFound();

    /// <summary>Shows her words too. That they were read, and why, is stored before.</summary>
    public async Task<IActionResult> OnPostAsync(long id, string? reason)
    {
        var read = await roll.ReadAsync(Visitor.SchemeId, id, Visitor.AccountId.ToString(CultureInfo.InvariantCulture), reason ?? "", HttpContext.RequestAborted);
        if (read.Result == ConcernReadingResult.NotFound || !await ShowAsync(id)) return NotFound();
        if (read.Result == ConcernReadingResult.Read) Words = read.Messages;
        else (Problem, Reason, Response.StatusCode) = ($"Say why, in {ConcernReadings.ShortestReason} to {ConcernReadings.LongestReason} letters. It is kept with your name.", reason, StatusCodes.Status422UnprocessableEntity);
        return Page();
    }

    private async Task<bool> ShowAsync(long id)
    {
        if (await roll.FindAsync(Visitor.SchemeId, id, HttpContext.RequestAborted) is not { } file) return false;
        var readers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var reader in file.Readings.Select(reading => reading.Reader).Distinct(StringComparer.Ordinal)) readers[reader] = await NameOfAsync(reader);
        (Kept, Readers) = (file, readers);
        return true;
    }

    private async Task<string> NameOfAsync(string reader) =>
        int.TryParse(reader, NumberStyles.None, CultureInfo.InvariantCulture, out var account) && await standings.FindNameAsync(account, HttpContext.RequestAborted) is { } name ? name : reader;
}
