using System.Globalization;
using MentorBot.Channels.DirectLine;
using MentorBot.Desk;
using MentorBot.Mentoring.Accounts;
using MentorBot.Mentoring.Mentors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages.Desk;

/// <summary>Where coordinators invite people, and take rights away.</summary>
internal sealed class MentorsModel(Team team, DeskInvitations invitations, OpenInvitations open, DirectLineAddresses addresses) : PageModel
{
    /// <summary>Who is here.</summary>
    public DeskVisitor Visitor => DeskVisitor.Of(HttpContext);

    /// <summary>Everybody of the scheme and of those below.</summary>
    public IReadOnlyList<TeamMember> Team { get; private set; } = [];

    /// <summary>The invitations that nobody has used yet.</summary>
    public IReadOnlyList<OpenInvitation> Open { get; private set; } = [];

    /// <summary>An invitation's link, shown this once, or null.</summary>
    public string? Link { get; private set; }

    /// <summary>Whom it is for.</summary>
    public string? Invited { get; private set; }

    /// <summary>The name that was typed and not taken.</summary>
    public string? Name { get; private set; }

    /// <summary>What was done, or null.</summary>
    public string? Done { get; private set; }

    /// <summary>What is to be mended, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>What somebody is.</summary>
    public static string Describe(TeamMember colleague)
    {
        ArgumentNullException.ThrowIfNull(colleague);
        if (colleague.IsWithdrawn) return "withdrawn";
        var role = colleague switch { { IsCoordinator: false } => "mentor", { Id.MentorId: null } => "coordinator", _ => "coordinator and mentor" };
        string?[] where = [colleague.IsAtTheDesk ? "at the desk" : null, colleague.HasPhone ? "by phone" : null];
        return string.Join(", ", where.Prepend(role).Where(part => part is not null));
    }

    /// <summary>Where an invitation leads, and until when.</summary>
    public static string Describe(OpenInvitation invitation)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        var how = invitation switch { { Kind: InvitationKind.Phone } => "mentor, by phone", { IsCoordinator: true } => "coordinator, at the desk", _ => "mentor, at the desk" };
        return $"{how}, until {invitation.ExpiresAt.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}";
    }

    /// <summary>Shows the team.</summary>
    public Task OnGetAsync() => ReadAsync();

    /// <summary>Invites somebody new.</summary>
    public async Task<IActionResult> OnPostInviteAsync(string? name, string? role)
    {
        Name = name?.Trim() ?? "";
        // No form of ours says anything else.
        if (role is not ("mentor" or "coordinator")) return await RefuseAsync("Please choose what they will be: mentor or coordinator.");
        return Invitations.IsName(Name)
            ? await InviteAsync(new DeskGuest(Name, IsCoordinator: role == "coordinator", SchemeId: Visitor.SchemeId))
            : await RefuseAsync($"Please write a first name of 1 to {Mentor.LongestName} letters.");
    }

    /// <summary>Invites a mentor who has only a phone, or was withdrawn, or lost all that he signed in with.</summary>
    public async Task<IActionResult> OnPostDeskAsync(int mentor) => await team.FindMentorAsync(Visitor.SchemeId, mentor, HttpContext.RequestAborted) is { } one
        ? await InviteAsync(new DeskGuest(one.Name, IsCoordinator: false, one.Id, one.SchemeId))
        : await RefuseAsync("There is no such mentor.");

    /// <summary>Lets a mentor answer for the scheme, too.</summary>
    public async Task<IActionResult> OnPostCoordinatorAsync(int account) => await TellAsync(await team.MakeCoordinatorAsync(Visitor.SchemeId, account), "Done.");

    /// <summary>Lets a coordinator be a mentor alone.</summary>
    public async Task<IActionResult> OnPostMentorAloneAsync(int account) => await TellAsync(await team.EndCoordinatorAsync(Visitor.AccountId, Visitor.SchemeId, account), "Done.");

    /// <summary>Takes somebody's rights away.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(int? mentor, int? account) =>
        await TellAsync(await team.WithdrawAsync(Visitor.AccountId, Visitor.SchemeId, new TeamMemberId(mentor, account)), "Withdrawn.");

    /// <summary>Lets an invitation count no more.</summary>
    public async Task<IActionResult> OnPostRevokeAsync(int invitation) => await TellAsync(await open.RevokeAsync(Visitor.SchemeId, invitation), "Revoked: that invitation counts no more.");

    private async Task<IActionResult> InviteAsync(DeskGuest guest)
    {
        (Link, Invited, Name) = ($"{addresses.BaseOf(Request)}{DeskAccess.JoinPath}/{await invitations.InviteAsync(guest)}", guest.Name, null);
        await ReadAsync();
        return Page();
    }

    private async Task<IActionResult> TellAsync(bool isDone, string done)
    {
        if (!isDone) return await RefuseAsync("That cannot be done.");
        Done = done;
        await ReadAsync();
        return Page();
    }

    private async Task<IActionResult> RefuseAsync(string why)
    {
        (Problem, Response.StatusCode) = (why, StatusCodes.Status422UnprocessableEntity);
        await ReadAsync();
        return Page();
    }

    private async Task ReadAsync() => (Team, Open) = (await team.ListAsync(Visitor.SchemeId, HttpContext.RequestAborted), await open.ListAsync(Visitor.SchemeId, HttpContext.RequestAborted));
}
