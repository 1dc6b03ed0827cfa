using System.Globalization;
using MentorBot.Desk;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Mentors;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using Microsoft.AspNetCore.Mvc;

namespace MentorBot.Pages.Desk;

/// <summary>One talk: what was said, and all that a mentor can do with it.</summary>
internal sealed class ConversationModel(DeskTalks talks, DeskNews news, SavedReplies replies, MentorDesk desk, DeskTyping typing, Content content, TimeProvider clock) : DeskPageModel
{
    private const string Desk = "/desk";

    /// <summary>The talk; null where it is not his any more.</summary>
    public DeskTalk? Talk { get; private set; }

    /// <summary>What he wrote and was not sent.</summary>
    public string? Draft { get; private set; }

    /// <summary>What he noted and was not kept.</summary>
    public string? NoteDraft { get; private set; }

    /// <summary>The word of passing that he wrote, and it was not passed.</summary>
    public string? WordDraft { get; private set; }

    /// <summary>To whom he wanted to pass it, likewise.</summary>
    public int? PassDraft { get; private set; }

    /// <summary>Which part of the page is unfolded, for what was sent from it was not taken: its id.</summary>
    public string? Unfolded { get; private set; }

    /// <summary>Whether he is asked about a number in it.</summary>
    public bool AsksAboutContacts { get; private set; }

    /// <summary>Whether he is asked whose cry for help his words are.</summary>
    public bool AsksWhose { get; private set; }

    /// <summary>Whether he said that it is hers.</summary>
    public bool IsTheirs { get; private set; }

    /// <summary>His saved replies, and those that are shared.</summary>
    public IReadOnlyList<ReplyText> Replies { get; private set; } = [];

    /// <summary>All courses in her language.</summary>
    public IReadOnlyList<Course> Courses { get; private set; } = [];

    /// <summary>Other mentors who help where she is.</summary>
    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    /// <summary>How far she has come, in words.</summary>
    public IEnumerable<string> Progress => Courses.Where(course => Talk!.LastTips.ContainsKey(course.Id))
        .Select(course => $"{course.Title}: tip {course.Tips.FirstOrDefault(tip => tip.Id == Talk!.LastTips[course.Id])?.Number ?? 0} of {course.Tips.Count}");

    /// <summary>Whether he can write.</summary>
    public bool Holds => Talk is { Role: DeskRole.Holder, Handoff.IsHeld: true };

    /// <summary>Whether he can note something.</summary>
    public bool MayNote => Talk is { Role: DeskRole.Holder or DeskRole.Onlooker, Handoff.IsHeld: true };

    /// <summary>What he wrote in forms that are not shown to him any more: to be copied.</summary>
    public IEnumerable<string> Lost => new[] { Holds ? null : Draft, MayNote ? null : NoteDraft, Holds ? null : WordDraft }.OfType<string>().Where(words => !string.IsNullOrWhiteSpace(words));

    /// <summary>How it went, in words.</summary>
    public static string Say(HandoffOutcome outcome) => outcome switch
    {
        HandoffOutcome.Solved => "Solved",
        HandoffOutcome.TriesAlone => "They will try it by themselves",
        HandoffOutcome.SentElsewhere => "Told them who helps with it",
        HandoffOutcome.NoAnswer => "They did not answer",
        _ => "Not something we help with",
    };

    /// <summary>A colleague, as he is told apart from others.</summary>
    public static string Call(Colleague colleague)
    {
        var joined = colleague.JoinedAt is { } at ? $", joined {at.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}" : "";
        return $"{colleague.Name}{joined}{(colleague.IsAway ? " (away)" : "")}";
    }

    /// <summary>Why it is over, in words.</summary>
    public static string WhyOver(Handoff handoff) => handoff switch
    {
        { Outcome: { } how } => $"You finished it: {Say(how)}.",
        { Ending: HandoffEnd.Withdrawn } => "They said that they need nobody any more.",
        { Ending: HandoffEnd.Left } => "They told us to stop, or left in a hurry.",
        { Ending: HandoffEnd.WentQuiet } => "They had not written for a day after your last words.",
        _ => "You finished it.",
    };

    /// <summary>How far his words have come, in words.</summary>
    public static string Say(OutboxState state) => state switch
    {
        OutboxState.Accepted => "Sent",
        OutboxState.Failed => "Could not be sent",
        OutboxState.Dropped => "Not sent: they have left",
        _ => "On its way",
    };

    /// <summary>Who said it, in words. What we said to her of him is ours.</summary>
    public string AuthorOf(TalkLine line) => line.Side switch
    {
        TalkSide.Mentee => Talk!.Alias,
        TalkSide.Note => $"Note of {line.Author}, for mentors only",
        _ when line.Text?.StartsWith($"{Talk!.Handoff.Mentor!.Name}: ", StringComparison.Ordinal) == false => "MentorBot",
        _ => Talk!.Role == DeskRole.Onlooker ? Talk.Handoff.Mentor!.Name : "You",
    };

    /// <summary>His own words without the name before them.</summary>
    public string WordsOf(TalkLine line)
    {
        var before = $"{Talk!.Handoff.Mentor!.Name}: ";
        if (line.Text is null) return "(erased)";
        return line.Side == TalkSide.Mentor && line.Text.StartsWith(before, StringComparison.Ordinal) ? line.Text[before.Length..] : line.Text;
    }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken) => await ShowAsync(id, cancellationToken) ? Page() : NotFound();

    /// <summary>Takes it, from its card.</summary>
    public async Task<IActionResult> OnPostTakeAsync(long id, string? form, CancellationToken cancellationToken) =>
        await AnswerAsync(id, await desk.TakeAsync(Act(id, form), cancellationToken), cancellationToken);

    /// <summary>Writes to her.</summary>
    public async Task<IActionResult> OnPostReplyAsync(long id, string? form, string? text, string? contacts, string? whose, CancellationToken cancellationToken)
    {
        IsTheirs = whose == "theirs";
        if (!IsTheirs && desk.AnswerToOwnCry(text) is { } answer) return await AskWhoseAsync(id, text, answer, cancellationToken);
        var words = contacts == "hide" ? Contacts.Hide(text ?? "") : text;
        var result = await desk.ReplyAsync(Act(id, form, words), words, sendsContacts: contacts == "send", cancellationToken);
        (Draft, AsksAboutContacts) = (text, result == DeskResult.HeldBack);
        return await AnswerAsync(id, result, cancellationToken);
    }

    // A mentee never carries her mentor's.
    private async Task<IActionResult> AskWhoseAsync(long id, string? text, string answer, CancellationToken cancellationToken)
    {
        (Draft, Problem, AsksWhose) = (text, $"This was not sent yet, for it may be about you. If it is: {answer}", true);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(id, cancellationToken) ? Page() : NotFound();
    }

    /// <summary>Puts a saved reply or a tip into what he writes.</summary>
    public async Task<IActionResult> OnPostInsertAsync(long id, string? text, string? insert, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, cancellationToken)) return NotFound();
        Draft = string.Join("\n", new[] { text?.TrimEnd(), Inserted(insert) }.Where(part => !string.IsNullOrEmpty(part)));
        return Page();
    }

    /// <summary>Notes something for other mentors.</summary>
    public async Task<IActionResult> OnPostNoteAsync(long id, string? form, string? note, CancellationToken cancellationToken)
    {
        (NoteDraft, Unfolded) = (note, "d-note");
        return await AnswerAsync(id, await desk.NoteAsync(Act(id, form, note), note, cancellationToken), cancellationToken);
    }

    /// <summary>Gives it back, or to a colleague.</summary>
    public async Task<IActionResult> OnPostPassAsync(long id, string? form, int? to, string? word, CancellationToken cancellationToken)
    {
        (PassDraft, WordDraft, Unfolded) = (to, word, "d-pass");
        return await AnswerAsync(id, await desk.PassAsync(Act(id, form, $"{to}", word), to, word, cancellationToken), cancellationToken, onTo: Desk);
    }

    /// <summary>It is done.</summary>
    public async Task<IActionResult> OnPostDoneAsync(long id, string? form, HandoffOutcome? outcome, ConcernOutcome? safety, CancellationToken cancellationToken)
    {
        Unfolded = "d-done";
        if (!await ShowAsync(id, cancellationToken)) return await AnswerAsync(id, DeskResult.NotHis, cancellationToken);
        // Whoever looks after what makes us worry says first how she is; the page may be older than that.
        if (Talk!.LooksAfterConcern) return await FinishAsync(id, safety, how => desk.FinishAsync(Act(id, form, $"{how}"), how, cancellationToken), cancellationToken);
        return await FinishAsync(id, outcome, how => desk.FinishAsync(Act(id, form, $"{how}"), how, cancellationToken), cancellationToken);
    }

    private async Task<IActionResult> FinishAsync<T>(long id, T? chosen, Func<T, Task<DeskResult>> finishAsync, CancellationToken cancellationToken) where T : struct, Enum
    {
        if (chosen is { } how && Enum.IsDefined(how)) return await AnswerAsync(id, await finishAsync(how), cancellationToken, onTo: Desk);
        (Problem, Response.StatusCode) = (Talk!.LooksAfterConcern ? "Choose how they are." : "Choose how it went.", StatusCodes.Status422UnprocessableEntity);
        return Page();
    }

    /// <summary>Lets a colleague look on.</summary>
    public async Task<IActionResult> OnPostLookOnAsync(long id, string? form, int? who, CancellationToken cancellationToken)
    {
        Unfolded = "d-look";
        return await AnswerAsync(id, await desk.InviteAsync(Act(id, form, $"{who}"), who ?? 0, cancellationToken), cancellationToken);
    }

    /// <summary>Is typing: the script says so.</summary>
    public async Task<IActionResult> OnPostTypingAsync(long id, CancellationToken cancellationToken)
    {
        await typing.FromMentorAsync(MentorId, id, cancellationToken);
        return new NoContentResult();
    }

    private async Task<IActionResult> AnswerAsync(long id, DeskResult result, CancellationToken cancellationToken, string? onTo = null)
    {
        if (Say(result) is not { } problem) return LocalRedirect(onTo ?? $"/desk/talk/{id.ToString(CultureInfo.InvariantCulture)}#newest");
        Problem = problem;
        Response.StatusCode = result is DeskResult.HeldBack or DeskResult.Empty or DeskResult.TooLong or DeskResult.NoSuchMentor or DeskResult.ColleagueAway ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
        // What he wrote stays on the screen, though the talk may not be shown to him any more.
        if (!await ShowAsync(id, cancellationToken)) Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> ShowAsync(long id, CancellationToken cancellationToken)
    {
        await LookAsync(news, clock, cancellationToken);
        if (await talks.ReadAsync(MentorId, id, cancellationToken) is not { } talk) return false;
        (Talk, Courses) = (talk, content.Courses.AllIn(talk.Language));
        if (!Holds) return true;
        Replies = await replies.ReadAsync(MentorId, talk.Handoff.SchemeId, cancellationToken);
        Colleagues = await talks.ColleaguesAsync(talk.Handoff, MentorId, cancellationToken);
        return true;
    }

    private string? Inserted(string? insert)
    {
        if (insert?.Split(':', 2) is not [var kind, var which]) return null;
        if (kind == "reply") return Replies.FirstOrDefault(reply => string.Equals($"{reply.Id}", which, StringComparison.Ordinal))?.Text;
        var tip = Courses.SelectMany(course => course.Tips.Select(tip => (Name: $"{course.Id}/{tip.Id}", Tip: tip))).FirstOrDefault(one => one.Name == which).Tip;
        return tip is null ? null : $"{tip.Body}\n{tip.Try}";
    }
}
