using MentorBot.Mentoring.Desk;
using Microsoft.AspNetCore.Mvc;

namespace MentorBot.Pages.Desk;

/// <summary>A mentor's saved replies, and for coordinators those that all share.</summary>
internal sealed class SavedRepliesModel(SavedReplies replies, DeskNews news, TimeProvider clock) : DeskPageModel
{
    /// <summary>His own, and those that are shared.</summary>
    public IReadOnlyList<ReplyText> Replies { get; private set; } = [];

    /// <summary>What was not kept, to be mended.</summary>
    public string? Draft { get; private set; }

    /// <summary>Whether he may change one.</summary>
    public bool MayChange(ReplyText reply) => !reply.IsShared || (reply.IsOfScheme && Visitor.IsCoordinator);

    /// <summary>Shows them.</summary>
    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>Keeps a new one.</summary>
    public Task<IActionResult> OnPostAddAsync(string? text, bool shared, CancellationToken cancellationToken)
    {
        Draft = text;
        return AnswerAsync(() => replies.AddAsync(OwnerOf(shared), Lines(text), cancellationToken), shared, cancellationToken);
    }

    /// <summary>Forgets one.</summary>
    public Task<IActionResult> OnPostRemoveAsync(int id, bool shared, CancellationToken cancellationToken) =>
        AnswerAsync(() => replies.ChangeAsync(OwnerOf(shared), id, text: null, cancellationToken), shared, cancellationToken);

    /// <summary>Changes one; an empty one is forgotten.</summary>
    public Task<IActionResult> OnPostChangeAsync(int id, string? text, bool shared, CancellationToken cancellationToken) =>
        AnswerAsync(() => replies.ChangeAsync(OwnerOf(shared), id, Lines(text), cancellationToken), shared, cancellationToken);

    private ReplyOwner OwnerOf(bool shared) => shared ? new(null, Visitor.SchemeId) : new(MentorId, null);

    private static string? Lines(string? text) => text?.Replace("\r\n", "\n", StringComparison.Ordinal);

    private async Task<IActionResult> AnswerAsync(Func<Task<DeskResult>> doAsync, bool shared, CancellationToken cancellationToken)
    {
        if ((shared && !Visitor.IsCoordinator) || (!shared && Visitor.MentorId is null)) return Forbid();
        if (Say(await doAsync()) is not { } problem) return LocalRedirect("/desk/replies");
        (Problem, Response.StatusCode) = (problem, StatusCodes.Status422UnprocessableEntity);
        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        await LookAsync(news, clock, cancellationToken);
        Replies = await replies.ReadAsync(MentorId, Visitor.SchemeId, cancellationToken);
    }
}
