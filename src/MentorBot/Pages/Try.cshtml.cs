using MentorBot.Settings;
using MentorBot.Try;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages;

/// <summary>The simulator's page. It names phones by their last three digits, so that it holds no number.</summary>
public sealed class TryModel(MentorBotSettings settings, IServiceProvider services, TimeProvider clock) : PageModel
{
    private const string FirstPhone = "123";

    /// <summary>The phone's last three digits.</summary>
    public string Phone { get; private set; } = FirstPhone;

    /// <summary>What its screen shows.</summary>
    public IReadOnlyList<TryMessage> Messages { get; private set; } = [];

    /// <summary>What was wrong with what was sent, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>What was sent and not taken, to be mended; null otherwise.</summary>
    public string? Draft { get; private set; }

    /// <summary>The simulator's time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>What all of it cost.</summary>
    public string Total => Costs(Messages);

    /// <summary>What one message cost.</summary>
    public static string Cost(TryMessage message) => message.Segments == 1 ? "1 segment" : $"{message.Segments} segments";

    /// <summary>Shows a phone.</summary>
    public async Task<IActionResult> OnGetAsync(string? phone, CancellationToken cancellationToken) =>
        settings.TryEnabled ? await ShowAsync(phone, cancellationToken) : NotFound();

    /// <summary>The screen for the page's script.</summary>
    public async Task<IActionResult> OnGetScreenAsync(string? phone, CancellationToken cancellationToken)
    {
        if (!settings.TryEnabled) return NotFound();
        await ShowAsync(phone, cancellationToken);
        return new JsonResult(new
        {
            time = Now.ToString("ddd d MMM, HH:mm"),
            total = Total,
            messages = Messages.Select(m => new { m.Id, m.Direction, m.Body, cost = $"{m.At:HH:mm} · {Cost(m)}" }),
        });
    }

    /// <summary>Texts from a phone.</summary>
    public async Task<IActionResult> OnPostTextAsync(string? phone, string? body, CancellationToken cancellationToken)
    {
        if (!settings.TryEnabled) return NotFound();
        if (TryNumbers.OfPhone(phone) is not { } number || string.IsNullOrWhiteSpace(body))
            return await AskAgainAsync(phone, body, "Write something first.", cancellationToken);

        var sent = await PhoneBook.TextAsync(number, body);
        return sent.IsAccepted ? RedirectToPage(new { phone }) : await AskAgainAsync(phone, body, "That is too long for one message. Send it in parts.", cancellationToken);
    }

    /// <summary>Moves the clock on.</summary>
    public IActionResult OnPostClock(string? phone, string? advance)
    {
        if (!settings.TryEnabled) return NotFound();
        if (TryClock.Read(advance) is { } by) services.GetRequiredService<TryClock>().TryAdvance(by);
        return RedirectToPage(new { phone });
    }

    private TryPhone PhoneBook => services.GetRequiredService<TryPhone>();

    private Task<IActionResult> AskAgainAsync(string? phone, string? draft, string problem, CancellationToken cancellationToken)
    {
        (Draft, Problem) = (draft, problem);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return ShowAsync(phone, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(string? phone, CancellationToken cancellationToken)
    {
        if (TryNumbers.OfPhone(phone) is not null) Phone = phone!;
        Messages = await PhoneBook.ScreenAsync(TryNumbers.OfPhone(Phone)!, cancellationToken);
        return Page();
    }

    private static string Costs(IReadOnlyList<TryMessage> messages)
    {
        var sent = messages.Where(m => m.Direction == "in").Sum(m => m.Segments);
        var received = messages.Where(m => m.Direction == "out").Sum(m => m.Segments);
        return $"You sent {sent} {Word(sent)}. MentorBot sent {received} {Word(received)}.";
    }

    private static string Word(int count) => count == 1 ? "segment" : "segments";
}
