using MentorBot.Dialogs.Bookings;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Desk;
using Microsoft.AspNetCore.Mvc;

namespace MentorBot.Pages.Desk;

/// <summary>A mentor's meetings: what is ahead, and what was lately.</summary>
internal sealed class MeetingsModel(MentorMeetings meetings, MeetingDesk desk, VideoRooms rooms, DeskNews news, TimeProvider clock) : DeskPageModel
{
    /// <summary>What is shown.</summary>
    public MeetingsOfMentor Meetings { get; private set; } = new([], []);

    /// <summary>One of them with the page that shows it.</summary>
    public (DeskPageModel Page, MentorMeeting Meeting) Shown(MentorMeeting meeting) => (this, meeting);

    /// <summary>Where a meeting by video is; empty where there is none.</summary>
    public string RoomOf(Booking booking) => booking.Way == MeetingWay.Video ? rooms.LinkOf(booking) : "";

    /// <summary>Whether he may say whether she came.</summary>
    public static bool IsAsked(Booking booking) => booking is { State: BookingState.Over, SheCame: null };

    /// <summary>Shows them.</summary>
    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>Calls one off.</summary>
    public async Task<IActionResult> OnPostCallOffAsync(long id, int sequence, string? form, CancellationToken cancellationToken) =>
        await AnswerAsync(await desk.CallOffAsync(Act(0, form, $"{id}", $"{sequence}"), id, sequence, cancellationToken), cancellationToken);

    /// <summary>Says whether she came.</summary>
    public async Task<IActionResult> OnPostCameAsync(long id, bool came, string? form, CancellationToken cancellationToken) =>
        await AnswerAsync(await desk.NoteCameAsync(Act(0, form, $"{id}", $"{came}"), id, came, cancellationToken), cancellationToken);

    private async Task<IActionResult> AnswerAsync(DeskResult result, CancellationToken cancellationToken)
    {
        if (WhyNot(result) is not { } problem) return LocalRedirect("/desk/meetings");
        (Problem, Response.StatusCode) = (problem, StatusCodes.Status409Conflict);
        await ShowAsync(cancellationToken);
        return Page();
    }

    private static string? WhyNot(DeskResult result) => result switch
    {
        DeskResult.Over => "This meeting was changed meanwhile, or is over, so nothing was done. Here it is as it is now.",
        DeskResult.NotHis => "This meeting is not yours, so nothing was done.",
        _ => Say(result),
    };

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        await LookAsync(news, clock, cancellationToken);
        Meetings = await meetings.ReadAsync(MentorId, cancellationToken);
    }
}
