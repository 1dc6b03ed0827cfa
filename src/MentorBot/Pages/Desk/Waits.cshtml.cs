using System.Globalization;
using MentorBot.Desk;
using MentorBot.Mentoring.Schemes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages.Desk;

/// <summary>Where coordinators set how long people wait for each other.</summary>
internal sealed class WaitsModel(WaitSettings settings) : PageModel
{
    /// <summary>Each box: its name, what it says, what is typed, and what counts where nothing is.</summary>
    public IReadOnlyList<WaitBox> Boxes { get; private set; } = [];

    /// <summary>What was done, or null.</summary>
    public string? Done { get; private set; }

    /// <summary>What is to be mended, or null.</summary>
    public string? Problem { get; private set; }

    private int SchemeId => DeskVisitor.Of(HttpContext).SchemeId;

    /// <summary>Shows what is set.</summary>
    public async Task OnGetAsync()
    {
        var (own, _) = await ShowAsync();
        Boxes = [.. Boxes.Zip([own.Wave, own.GiveUp, own.Answer], (box, minutes) => box with { Typed = minutes?.ToString(CultureInfo.InvariantCulture) })];
        Done = Request.Query.ContainsKey("saved") ? "Saved. It counts for whoever asks from now on." : null;
    }

    /// <summary>Sets it.</summary>
    public async Task<IActionResult> OnPostAsync(string? wave, string? giveUp, string? answer)
    {
        var read = new[] { wave, giveUp, answer }.Select(Read).ToList();
        if (!read.Contains(null) && await settings.SetAsync(SchemeId, new Waits(read[0]!.Value.Minutes, read[1]!.Value.Minutes, read[2]!.Value.Minutes), HttpContext.RequestAborted))
            return Redirect("/desk/waits?saved");
        await ShowAsync();
        Boxes = [.. Boxes.Zip([wave, giveUp, answer], (box, typed) => box with { Typed = typed })];
        (Problem, Response.StatusCode) = ($"Write whole minutes from 1 to {Waits.Longest}, or leave a box empty.", StatusCodes.Status422UnprocessableEntity);
        return Page();
    }

    private async Task<(Waits Own, Waits Counting)> ShowAsync()
    {
        var (own, counting) = await settings.ReadAsync(SchemeId, HttpContext.RequestAborted);
        Boxes =
        [
            new("wave", "Minutes until more mentors are asked", counting.Wave!.Value),
            new("giveUp", "Minutes after the last are asked, until she is told that nobody is free", counting.GiveUp!.Value),
            new("answer", "Minutes a mentor has to write, before others are asked", counting.Answer!.Value),
        ];
        return (own, counting);
    }

    // Empty is an answer, too: the scheme above decides. Null is none.
    private static (int? Minutes, bool IsRead)? Read(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? (null, true) : int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? (minutes, true) : null;
}

/// <summary>A box of the form.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">What it says.</param>
/// <param name="Counting">The minutes that count now.</param>
/// <param name="Typed">What is typed.</param>
internal sealed record WaitBox(string Name, string Label, int Counting, string? Typed = null);
