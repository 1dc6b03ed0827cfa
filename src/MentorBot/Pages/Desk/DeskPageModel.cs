using System.Globalization;
using MentorBot.Desk;
using MentorBot.Dialogs.Mentors;
using MentorBot.Mentoring.Desk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages.Desk;

/// <summary>What the pages of the desk share: who is there, and how what became of a form is said.</summary>
[Authorize(DeskAccess.Desk)]
internal abstract class DeskPageModel : PageModel
{
    // When the time of a page is told in words, an hour is long enough to round.
    private const int MinutesInHour = 60;
    private const int HoursInDay = 24;

    /// <summary>Who is here.</summary>
    public DeskVisitor Visitor => DeskVisitor.Of(HttpContext);

    /// <summary>The mentor who is here; 0, which is nobody, for an account that is no mentor's.</summary>
    public int MentorId => Visitor.MentorId ?? 0;

    /// <summary>How it stood when the page was made; null for an account that is no mentor's.</summary>
    public DeskState? State { get; private set; }

    /// <summary>The same for the script, which compares it with the news: attributes of the page.</summary>
    public IHtmlContent Stood => new HtmlString(string.Create(CultureInfo.InvariantCulture,
        $"data-now=\"{Iso(Now)}\" data-mark=\"{State?.Mark}\" data-offer=\"{State?.NewestOffer ?? 0}\" data-alert=\"{State?.NewestAlert ?? 0}\" data-words=\"{State?.NewestWords ?? 0}\""));

    /// <summary>What names this page's forms: one that is sent twice is done once.</summary>
    public string FormId { get; } = Guid.NewGuid().ToString("N");

    /// <summary>What was wrong with what was sent, or null.</summary>
    public string? Problem { get; protected set; }

    /// <summary>This instant.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <inheritdoc/>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // Somebody's words: no browser and no proxy keeps them.
        (Response.Headers.CacheControl, Response.Headers.Pragma) = ("no-cache, no-store", "no-cache");
        base.OnPageHandlerExecuting(context);
    }

    /// <summary>Notes the instant, and how it stands. Before the rest of the page is read: what changes in between is seen a moment later, and not never.</summary>
    protected async Task LookAsync(DeskNews news, TimeProvider clock, CancellationToken cancellationToken)
    {
        Now = clock.GetUtcNow();
        if (MentorId != 0) State = (await news.LookAsync([MentorId], cancellationToken)).GetValueOrDefault(MentorId);
    }

    /// <summary>How long ago it was.</summary>
    public string Ago(DateTimeOffset at)
    {
        var minutes = (int)(Now - at).TotalMinutes;
        if (minutes < 1) return "less than a minute";
        if (minutes < MinutesInHour) return minutes == 1 ? "1 minute" : $"{minutes} minutes";
        var hours = minutes / MinutesInHour;
        if (hours < HoursInDay) return hours == 1 ? "1 hour" : $"{hours} hours";
        return hours / HoursInDay == 1 ? "1 day" : $"{hours / HoursInDay} days";
    }

    /// <summary>When it was, by the clock of whoever is here; with the day, unless that is today.</summary>
    public string When(DateTimeOffset at)
    {
        var (then, today) = (Visitor.Local(at), Visitor.Local(Now).Date);
        return then.ToString(then.Date == today ? "HH:mm" : "d MMM, HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>An instant for programs, to the second.</summary>
    public static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");

    /// <summary>A language's name.</summary>
    public static string LanguageName(string language) => language == "cy" ? "Welsh" : "English";

    /// <summary>What a mentor does, by a form of this page.</summary>
    /// <param name="handoffId">With which handoff; 0 where it is about none.</param>
    /// <param name="form">The form's random name.</param>
    /// <param name="typed">What was typed or chosen in it: the same form with other words is another one.</param>
    protected DeskAct Act(long handoffId, string? form, params ReadOnlySpan<string?> typed) => new(MentorId, handoffId, DeskForm.IdOf(string.IsNullOrEmpty(form) ? FormId : form, typed));

    /// <summary>Says what became of a form; null where it is done.</summary>
    protected static string? Say(DeskResult result) => result switch
    {
        DeskResult.Done or DeskResult.Repeated or DeskResult.Mine => null,
        DeskResult.Gone => "Somebody else was quicker and has it now. Thank you for being there.",
        DeskResult.Over => "This is over already. Nothing more was sent.",
        DeskResult.NotHis => "This is not yours now, so nothing was done. It may be with somebody else, or back in the queue.",
        DeskResult.HeldBack => "This was not sent yet. It has a number or an email address in it, and both of you stay safer without.",
        DeskResult.Empty => "Write something first.",
        DeskResult.TooLong => "That is too long. Please make it shorter.",
        DeskResult.ColleagueAway => "That colleague is away, not there at this hour, or said no before. Nothing was passed on, and it is still yours. Choose somebody else, or pass it on without a name.",
        DeskResult.WorryOpen => "Nothing was ended. They told of danger a moment ago: read it, and say how they are.",
        DeskResult.NoSuchMentor => "Choose a mentor who helps here.",
        _ => "You are no mentor here any more, so nothing was done. Thank you for all your help.",
    };
}
