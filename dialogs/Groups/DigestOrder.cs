using System.Globalization;
using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Groups;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Groups;

/// <summary>Hears a mentor who texts the digest of the group session that he led last: <c>DIGEST: wipe the lens first</c>. To everybody else these words mean nothing.</summary>
internal sealed class DigestOrder(Content content, Digests digests) : IMiddleware
{
    private const string Command = "mentor-digest";
    private const string Sent = "Groups.digestSent";
    private const string How = "Groups.digestHow";
    private const string TooLong = "Groups.digestTooLong";
    private const string HeldBack = "Groups.digestHeldBack";
    private const string None = "Groups.digestNone";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Sent, How, TooLong, HeldBack, None];

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var turn = turnContext.Turn();
        var isOrder = turnContext.Activity.IsType(ActivityTypes.Message) && turn.Conversation is { IsMentors: true, Floor: Floor.Bot } && IsDigest(turnContext.Activity.Text);
        if (isOrder && await turn.FindMentorAsync(cancellationToken) is { WithdrawnAt: null } mentor) await WriteAsync(turnContext, mentor.Id, cancellationToken);
        else await next(cancellationToken);
    }

    // With its colon, or alone: "digest this for me" is for somebody else.
    private bool IsDigest(string? text) => content.Commands.RecogniseMentors(Head(text)) == Command;

    private async Task WriteAsync(ITurnContext context, int mentorId, CancellationToken cancellationToken)
    {
        var (turn, text) = (context.Turn(), context.Activity.Text!);
        if (await turn.FindWithoutDigestAsync(mentorId, cancellationToken) is not { } session)
        {
            await context.SayAsync(content.Words, None, cancellationToken);
            return;
        }
        var (result, count) = await digests.WriteAsync(turn, session, text[Head(text).Length..].TrimStart(':'), cancellationToken);
        var key = result switch
        {
            DigestResult.Done => Sent,
            DigestResult.TooLong => TooLong,
            DigestResult.HeldBack => HeldBack,
            _ => How,
        };
        await context.SendActivityAsync(content.Words.Message(context, key, ("group", session.Title), ("count", count.ToString(CultureInfo.InvariantCulture))), cancellationToken);
    }

    private static string Head(string? text) => (text ?? "").Split(':', 2)[0];
}
