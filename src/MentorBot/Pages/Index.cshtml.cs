using System.Globalization;
using System.Text.Json;
using MentorBot.Channels;
using MentorBot.FrontPage;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.WebChat;
using MentorBot.Mentoring.WebChats;
using MentorBot.Settings;
using MentorBot.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages;

/// <summary>Our own web chat. All of it works by forms and reloads; <c>chat.js</c> makes it live.</summary>
[IgnoreAntiforgeryToken]
internal sealed class IndexModel(
    Content content, ChatVisits visits, ChatCookie cookie, ChatExit exit, ChatHistory history, ChatLimits limits, MentorBotSettings settings, TimeProvider clock, ILogger<IndexModel> log)
    : PageModel
{
    /// <summary>The most characters of a message.</summary>
    public const int LongestText = 4_000;

    // What the script says by itself.
    private static readonly string[] ScriptsWords = ["you", "bot", "sending", "sent", "unsent", "again", "refused", "offline", "empty", "failed", "copied", "emptied"];

    /// <summary>The page's words.</summary>
    public PageWords Say { get; private set; } = null!;

    /// <summary>How she came.</summary>
    public ChatDoor Door => ChatDoor.Of(Request, settings.WebChat);

    /// <summary>The chat that she is in; null before her first words.</summary>
    public BegunChat? Chat { get; private set; }

    /// <summary>What is shown of it.</summary>
    public ShownTalk Talk { get; private set; } = ShownTalk.Nothing;

    /// <summary>The answers that are offered as buttons.</summary>
    public IReadOnlyList<string> Choices => Talk.Offered ?? Say.Choices;

    /// <summary>What was wrong with what was sent, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether she is asked to come later: then the page is short, so that whatever place a browser goes back to she sees why.</summary>
    public bool MustWait { get; private set; }

    /// <summary>What was sent and not taken, to be sent again.</summary>
    public string? Draft { get; private set; }

    /// <summary>What was wrong with a code, or null.</summary>
    public string? CodeProblem { get; private set; }

    /// <summary>The code that was typed, to be mended.</summary>
    public string? TypedCode { get; private set; }

    /// <summary>Names this page's form.</summary>
    public string FormId { get; } = FormIds.New();

    /// <summary>Another address each time, so that a link to this page loads it again and does not only jump.</summary>
    public long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The number that people text, or null where there is none.</summary>
    public string? TextUs => settings.Sms is { IsConfigured: true, From: { } number } ? number : null;

    /// <summary>Whether there is a simulator to try.</summary>
    public bool HasSimulator => settings.TryEnabled;

    /// <summary>The words that leave the page when they are typed, in capitals, with a space between.</summary>
    public string ExitWords => string.Join(' ', content.Commands.ExitWords);

    /// <summary>What the script sets as a cookie when she leaves.</summary>
    public string ExitMark => cookie.MarkOf(Request);

    /// <summary>The script's words, as JSON.</summary>
    public string ForScript => JsonSerializer.Serialize(ScriptsWords.ToDictionary(name => name, name => Say[name]));

    /// <summary>The address of a part of the page, in a language if one was chosen.</summary>
    public string Address(string parameters = "", string? language = null)
    {
        var chosen = language ?? Request.Query["lang"].ToString();
        string[] parts = [parameters, chosen is "en" or "cy" ? $"lang={chosen}" : "", Door.IsEmbedded ? $"{ChatDoor.Parameter}={Uri.EscapeDataString(Door.Site)}" : ""];
        var query = string.Join('&', parts.Where(part => part.Length > 0));
        return query.Length == 0 ? "/" : $"/?{query}";
    }

    /// <summary>Where the way out's form is sent: the cookie to forget is that of her door.</summary>
    public string ExitAddress => Door.IsEmbedded ? $"/exit?{ChatDoor.Parameter}={Uri.EscapeDataString(Door.Site)}&lang={Say.Language}" : "/exit";

    /// <summary>Shows the chat, or the welcome.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (visits.CountPage(HttpContext) is { } time) return ComeLater(time, draft: null);
        await ShowAsync(await visits.FindAsync(HttpContext));
        return Page();
    }

    /// <summary>Takes her words.</summary>
    public async Task<IActionResult> OnPostAsync(string? text, string? id)
    {
        if (!OwnOrigin.Sent(Request, settings.WebChat)) return StatusCode(StatusCodes.Status403Forbidden);
        if (content.Commands.IsExit(text)) return await ExitAsync();
        if (visits.CountPage(HttpContext) is { } time) return ComeLater(time, text);
        try
        {
            // Forms send each end of a line as two characters; the box counted one.
            return await TakeAsync(await visits.FindAsync(HttpContext), text?.Replace("\r\n", "\n", StringComparison.Ordinal), id ?? FormId);
        }
        catch (Exception error) when (!HttpContext.RequestAborted.IsCancellationRequested)
        {
            // Not known to be stored: she keeps her words and sends them again. What was said before is not shown, for it may be that nothing can be read.
            log.NotStored(Request.Path, error.GetType().Name);
            return ShowWithoutChat(StatusCodes.Status503ServiceUnavailable, "failed", text);
        }
    }

    /// <summary>Goes back to the chat of a code.</summary>
    public async Task<IActionResult> OnPostCodeAsync(string? code)
    {
        if (!OwnOrigin.Sent(Request, settings.WebChat)) return StatusCode(StatusCodes.Status403Forbidden);
        if (visits.CountPage(HttpContext) is { } time) return ComeLater(time, draft: null);
        var minutes = limits.MinutesToGuess(HttpContext);
        if (minutes is null && await visits.ComeBackAsync(HttpContext, code) is not null)
        {
            limits.Found();
            return GoTo($"{Address($"at={Now}")}#latest");
        }

        var visit = await visits.FindAsync(HttpContext);
        Speak(visit?.Chat);
        (TypedCode, CodeProblem) = (code, minutes is null ? Say["notFound"] : Say.With("tooMany", "count", $"{minutes}"));
        Response.StatusCode = minutes is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status429TooManyRequests;
        await ShowAsync(visit);
        return Page();
    }

    /// <summary>Shows the page in the other language, and has the bot speak it too: as if she had said its name, which is what she pressed.</summary>
    public async Task<IActionResult> OnPostLanguageAsync(string? id)
    {
        if (!OwnOrigin.Sent(Request, settings.WebChat)) return StatusCode(StatusCodes.Status403Forbidden);
        if (visits.CountPage(HttpContext) is { } time) return ComeLater(time, draft: null);
        try
        {
            Speak(chat: null);
            // A mentor needs not hear which buttons she presses.
            if (await visits.FindAsync(HttpContext) is { Chat.IsWithMentor: false } visit) await visits.SayAsync(visit, id ?? FormId, new PageWords(content.Words, Say.OtherLanguage)["other"], Say.Language);
        }
        catch (Exception error) when (!HttpContext.RequestAborted.IsCancellationRequested)
        {
            // The page is in her language all the same, and she can press it again.
            log.NotStored(Request.Path, error.GetType().Name);
        }
        return GoTo($"{Address($"at={Now}")}#latest");
    }

    /// <summary>Puts the chat away on this device.</summary>
    public IActionResult OnPostAfresh()
    {
        if (!OwnOrigin.Sent(Request, settings.WebChat)) return StatusCode(StatusCodes.Status403Forbidden);
        visits.PutAway(HttpContext);
        return GoTo(Address());
    }

    // Nothing is read for it.
    private PageResult ComeLater(TimeSpan time, string? draft)
    {
        MustWait = true;
        Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ShowWithoutChat(StatusCodes.Status429TooManyRequests, "tooOften", draft);
    }

    private PageResult ShowWithoutChat(int status, string problem, string? draft)
    {
        Speak(chat: null);
        (Problem, Draft, Response.StatusCode) = (Say[problem], draft, status);
        Prepare();
        return Page();
    }

    // As the button does. It is not stored: nothing holds her up, not even a database that is away.
    private async Task<IActionResult> ExitAsync()
    {
        await exit.Leave(HttpContext).ExecuteAsync(HttpContext);
        // Else the browser takes the form's #latest along to where it is led.
        if (Response.Headers.Location.Count > 0) Response.Headers.Location += "#";
        return new EmptyResult();
    }

    private async Task<IActionResult> TakeAsync(ChatVisit? visit, string? text, string formId)
    {
        Speak(visit?.Chat);
        if (string.IsNullOrWhiteSpace(text)) return await AskAgainAsync(visit, StatusCodes.Status422UnprocessableEntity, Say["empty"], text);
        if (text.Length > LongestText) return await AskAgainAsync(visit, StatusCodes.Status422UnprocessableEntity, Say["tooLong"], text);
        if (visit is null && limits.MinutesToBegin(HttpContext) is { } minutes)
            return await AskAgainAsync(visit, StatusCodes.Status429TooManyRequests, Say.With("busy", "count", $"{minutes}"), text);

        text = text.Trim();
        visit ??= await visits.BeginOnceAsync(HttpContext, formId, text);
        if (!await visits.SayAsync(visit, formId, text, Say.Language)) return await AskAgainAsync(visit, StatusCodes.Status429TooManyRequests, Say["failed"], text);
        return GoTo($"{Address($"at={Now}")}#latest");
    }

    // After a form, so that a reload sends nothing twice.
    private StatusCodeResult GoTo(string address)
    {
        Response.Headers.Location = address;
        Response.Headers.CacheControl = "no-store";
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private async Task<IActionResult> AskAgainAsync(ChatVisit? visit, int status, string problem, string? draft)
    {
        (Problem, Draft, Response.StatusCode) = (problem, draft, status);
        await ShowAsync(visit);
        return Page();
    }

    private async Task ShowAsync(ChatVisit? visit)
    {
        Chat = visit?.Chat;
        Speak(Chat);
        if (Chat is not null) Talk = await ShownTalk.ReadAsync(history, Chat, isAll: Request.Query.ContainsKey("all"), HttpContext.RequestAborted);
        Prepare();
    }

    private void Prepare()
    {
        // Whoever comes after her and goes back sees nothing.
        Response.Headers.CacheControl = "no-store";
        if (Door.IsEmbedded) SecurityHeaders.AllowFramesOf(HttpContext, Door.Site);
        // The simulator shows it beside its phone.
        else if (settings.TryEnabled) SecurityHeaders.AllowFramesOf(HttpContext, "'self'");
    }

    // In the language that she chose; else in hers; else in Welsh if her browser asks for it first.
    private void Speak(BegunChat? chat)
    {
        var chosen = Request.Query["lang"].ToString();
        var first = Request.Headers.AcceptLanguage.ToString().StartsWith("cy", StringComparison.OrdinalIgnoreCase) ? "cy" : "en";
        Say = new PageWords(content.Words, chosen is "en" or "cy" ? chosen : chat?.Language ?? first);
    }
}
