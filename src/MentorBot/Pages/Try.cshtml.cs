using MentorBot.Settings;
using MentorBot.Try;
using MentorBot.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages;

/// <summary>The simulator's page: one person at three doors. It names her by the last three digits of her phone, so that it holds no number.</summary>
public sealed class TryModel(MentorBotSettings settings, IServiceProvider services, TimeProvider clock) : PageModel
{
    private const string FirstPhone = "123";
    private const string NoSuchPhone = "There is no such phone. Write three digits, 001 to 999.";

    /// <summary>The phone's last three digits.</summary>
    public string Phone { get; private set; } = FirstPhone;

    /// <summary>What its screen shows.</summary>
    public IReadOnlyList<TryMessage> Messages { get; private set; } = [];

    /// <summary>What was wrong with what was sent, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>What was sent and not taken, to be mended; null otherwise.</summary>
    public string? Draft { get; private set; }

    /// <summary>What her Telegram chat shows.</summary>
    public IReadOnlyList<TryChatMessage> Chat { get; private set; } = [];

    /// <summary>What can be pressed in it: the buttons below the last message that she got.</summary>
    public IReadOnlyList<string> Buttons => Chat is [.., { Direction: "out" } last] ? last.Buttons : [];

    /// <summary>What was wrong with what was written in it, or null.</summary>
    public string? ChatProblem { get; private set; }

    /// <summary>What was written in it and not taken, to be mended; null otherwise.</summary>
    public string? ChatDraft { get; private set; }

    /// <summary>The simulator's time, as the phone's owner reads it in Britain.</summary>
    public DateTimeOffset Now => Local(clock.GetUtcNow());

    /// <summary>What all of it cost.</summary>
    public string Total => Costs(Messages);

    /// <summary>What one message cost.</summary>
    public static string Cost(TryMessage message) => message.Segments == 1 ? "1 segment" : $"{message.Segments} segments";

    /// <summary>An instant on the clocks of Britain.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(instant, "Europe/London");

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
            messages = Messages.Select(m => new { m.Id, m.Direction, m.Body, cost = $"{Local(m.At):HH:mm} · {Cost(m)}" }),
            chat = Chat.Select(m => new { Id = $"tg-{m.Id}", m.Direction, m.Body, cost = $"{Local(m.At):HH:mm}" }),
            buttons = Buttons,
        });
    }

    /// <summary>Texts from a phone.</summary>
    public async Task<IActionResult> OnPostTextAsync(string? phone, string? body, CancellationToken cancellationToken)
    {
        if (!settings.TryEnabled) return NotFound();
        if (TryNumbers.OfPhone(phone) is not { } number) return await AskAgainAsync(phone, body, NoSuchPhone, cancellationToken);
        if (!TryPhone.HasWords(body)) return await AskAgainAsync(phone, body, "Write something first.", cancellationToken);

        var sent = await Phones.TextAsync(number, body!);
        return sent.IsAccepted ? RedirectToPage(new { phone }) : await AskAgainAsync(phone, body, "That is too long for one message. Send it in parts.", cancellationToken);
    }

    /// <summary>Writes in the Telegram chat.</summary>
    public async Task<IActionResult> OnPostWriteAsync(string? phone, string? text, CancellationToken cancellationToken)
    {
        if (!settings.TryEnabled) return NotFound();
        ChatDraft = text;
        ChatProblem = TryNumbers.OfPhone(phone) is null ? NoSuchPhone
            : !TryPhone.HasWords(text) ? "Write something first."
            : text!.Length > TryTelegram.LongestText ? "That is too long for one message. Send it in parts."
            : null;
        if (ChatProblem is not null) return await AskAgainAsync(phone, draft: null, problem: null, cancellationToken);

        await services.GetRequiredService<TryTelegram>().WriteAsync(phone!, text!);
        return RedirectToPage(new { phone });
    }

    /// <summary>Presses a button in the Telegram chat.</summary>
    public async Task<IActionResult> OnPostPressAsync(string? phone, string? label, CancellationToken cancellationToken)
    {
        if (!settings.TryEnabled) return NotFound();
        if (TryNumbers.OfPhone(phone) is null || string.IsNullOrEmpty(label)) return await AskAgainAsync(phone, draft: null, problem: null, cancellationToken);

        await services.GetRequiredService<TryTelegram>().PressAsync(phone!, label);
        return RedirectToPage(new { phone });
    }

    /// <summary>Moves the clock on.</summary>
    public async Task<IActionResult> OnPostClockAsync(string? phone, string? advance, CancellationToken cancellationToken)
    {
        if (!settings.TryEnabled) return NotFound();
        var problem = TryClock.Read(advance) is { } by ? services.GetRequiredService<TryClock>().Advance(by) : "Choose how far to move the clock.";
        return problem is null ? RedirectToPage(new { phone }) : await AskAgainAsync(phone, draft: null, problem, cancellationToken);
    }

    private TryPhone Phones => services.GetRequiredService<TryPhone>();

    private Task<IActionResult> AskAgainAsync(string? phone, string? draft, string? problem, CancellationToken cancellationToken)
    {
        (Draft, Problem) = (draft, problem);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return ShowAsync(phone, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(string? phone, CancellationToken cancellationToken)
    {
        SecurityHeaders.ShowOwnFrames(HttpContext);
        if (TryNumbers.OfPhone(phone) is not null) Phone = phone!;
        Messages = await Phones.ScreenAsync(TryNumbers.OfPhone(Phone)!, cancellationToken);
        Chat = await services.GetRequiredService<TryTelegram>().ScreenAsync(Phone, cancellationToken);
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
