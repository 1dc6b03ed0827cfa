using MentorBot.BotFramework;
using MentorBot.Dialogs.Bookings;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Groups;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Groups;

/// <summary>Tells mentees of a group session, and asks them what is asked about one. No dialog waits for the answer: see <see cref="GroupAnswers"/>.</summary>
internal sealed class GroupNews(Content content, VideoRooms rooms, Digests digests)
{
    /// <summary>She has a seat, and may take part by video instead.</summary>
    public const string JoinedEither = "Groups.joinedEither";

    /// <summary>All seats are taken: does she want to wait?</summary>
    public const string Full = "Groups.full";

    /// <summary>She sent the word again: does she want to keep her seat?</summary>
    public const string Again = "Groups.again";

    /// <summary>The same while she waits for one.</summary>
    public const string AgainWaiting = "Groups.againWaiting";

    /// <summary>A seat is free: does she want it?</summary>
    public const string Freed = "Groups.freed";

    /// <summary>The day before: does she come?</summary>
    public const string DayBefore = "Groups.dayBefore";

    /// <summary>The digest, and did it help?</summary>
    public const string Digest = "Groups.digest";

    private const string JoinedPlace = "Groups.joinedPlace";
    private const string JoinedVideo = "Groups.joinedVideo";
    private const string HourBefore = "Groups.hourBefore";
    private const string HourBeforeVideo = "Groups.hourBeforeVideo";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [JoinedEither, Full, Again, AgainWaiting, Freed, DayBefore, Digest, JoinedPlace, JoinedVideo, HourBefore, HourBeforeVideo];

    /// <summary>She has a seat.</summary>
    public Task SayJoinedAsync(ITurnContext context, Participant participant, CancellationToken cancellationToken)
    {
        var session = participant.Session!;
        if (participant.IsRemote) return SayAsync(context, JoinedVideo, session, cancellationToken);
        return session.HasRemoteWay ? AskAsync(context, JoinedEither, session, 1, cancellationToken) : SayAsync(context, JoinedPlace, session, cancellationToken);
    }

    /// <summary>It is soon.</summary>
    public async Task SaySoonAsync(ITurnContext context, Participant participant, CancellationToken cancellationToken)
    {
        var session = participant.Session!;
        var values = ValuesOf(context, session);
        await context.SendActivityAsync(
            content.Words.Message(context, participant.IsRemote ? HourBeforeVideo : HourBefore, [.. values, ("where", GroupWording.Where(participant)), ("link", rooms.LinkOf(session))]), cancellationToken);
    }

    /// <summary>Asks whether she comes.</summary>
    public Task AskWhetherComingAsync(ITurnContext context, Participant participant, CancellationToken cancellationToken) =>
        AskAsync(context, DayBefore, participant.Session!, 2, cancellationToken, ("where", GroupWording.Where(participant)));

    /// <summary>Brings the digest, and asks whether it helped. Nothing where it was erased meanwhile.</summary>
    public Task BringDigestAsync(ITurnContext context, Participant participant, CancellationToken cancellationToken) => digests.Read(participant.Session!) is { } digest
        ? AskAsync(context, Digest, participant.Session!, 3, cancellationToken, ("digest", digest))
        : Task.CompletedTask;

    /// <summary>Asks something that is answered by a number.</summary>
    public async Task AskAsync(ITurnContext context, string key, GroupMeeting session, int answers, CancellationToken cancellationToken, params (string, string)[] more)
    {
        var message = content.Words.Message(context, key, [.. ValuesOf(context, session), .. more]);
        await context.AskedAboutMeeting().SetAsync(context, [key, $"{session.Id}"], cancellationToken);
        await context.SendActivityAsync(Numbers.Offer(message, context.Turn().Conversation.Address!.Channel, answers), cancellationToken);
    }

    /// <summary>Says something of a session.</summary>
    public async Task SayAsync(ITurnContext context, string key, GroupMeeting session, CancellationToken cancellationToken, params (string, string)[] more) =>
        await context.SendActivityAsync(content.Words.Message(context, key, [.. ValuesOf(context, session), .. more]), cancellationToken);

    private static (string, string)[] ValuesOf(ITurnContext context, GroupMeeting session) =>
    [
        ("group", session.Title),
        ("keyword", session.Keyword),
        ("time", GroupWording.TimeIn(context.Turn().Conversation, session)),
        ("name", session.Mentor!.Name),
        ("hall", session.Venue?.Name ?? ""),
    ];
}
