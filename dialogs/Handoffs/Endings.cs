using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Dialogs.Tips;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Learning;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Handoffs;

/// <summary>A mentor, or a hub's person, has finished: the bot takes up where it left off, and asks whether it helped; after a cry for help it says who answers. In a turn of her conversation.</summary>
internal sealed class Endings(Content content, Rounds rounds)
{
    private const string Back = "Handoffs.back";
    private const string BackFromHub = "ContactCentres.back";
    private const string AfterHub = "ContactCentres.after";
    private const string NextTip = "Handoffs.nextTip";
    private const string FirstTip = "Handoffs.firstTip";

    private const string After = "Concerns.after";

    // Where others answer than those who answer to everything.
    private static readonly Dictionary<ConcernKind, string> Afterwards = new()
    {
        [ConcernKind.Abuse] = "Concerns.afterAbuse",
        [ConcernKind.Exploitation] = "Concerns.afterExploitation",
        [ConcernKind.ThirdParty] = "Concerns.afterThirdParty",
        [ConcernKind.Homeless] = "Concerns.afterHomeless",
        [ConcernKind.Medical] = "Concerns.afterMedical",
        [ConcernKind.Overdose] = "Concerns.afterMedical",
    };

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Back, BackFromHub, AfterHub, NextTip, FirstTip, After, .. Afterwards.Values.Distinct()];

    /// <summary>Ends what its mentor called done.</summary>
    public async Task FinishAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        await rounds.EndAsync(turn, handoff, HandoffEnd.Done, cancellationToken);
        if (await turn.FindConcernOfTalkAsync(handoff, cancellationToken) is { } concern) await SayWhoAnswersAsync(context, handoff, concern.Kind, cancellationToken);
        else await AskWhetherHelpedAsync(context, handoff, cancellationToken);
    }

    /// <summary>After a cry for help nobody is asked for marks or offered a tip: she hears who answers when he has gone.</summary>
    private Task<ResourceResponse?> SayWhoAnswersAsync(ITurnContext context, Handoff handoff, ConcernKind kind, CancellationToken cancellationToken) =>
        context.SendActivityAsync(content.Words.Message(context, Afterwards.GetValueOrDefault(kind, After), ("name", handoff.Mentor!.Name)), cancellationToken);

    private async Task AskWhetherHelpedAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken)
    {
        await context.AskedWhetherHelped().SetAsync(context, handoff.Id, cancellationToken);
        var place = await PlaceAsync(context.Turn(), cancellationToken);
        await context.SendActivityAsync(content.Words.Message(context, Back, ("name", handoff.Mentor!.Name), ("place", place)), cancellationToken);
    }

    /// <summary>Ends what a hub says its person has finished.</summary>
    public async Task FinishOutsideAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        await rounds.EndAsync(turn, handoff, HandoffEnd.Done, cancellationToken);
        if (await turn.FindConcernOfTalkAsync(handoff, cancellationToken) is not null)
        {
            turn.SayIn(turn.Conversation, content.Words.Message(context, AfterHub));
            return;
        }
        await context.AskedWhetherHelped().SetAsync(context, handoff.Id, cancellationToken);
        turn.SayIn(turn.Conversation, content.Words.Message(context, BackFromHub, ("place", await PlaceAsync(turn, cancellationToken))));
    }

    /// <summary>Where she was in the tips.</summary>
    private async Task<string> PlaceAsync(Turn turn, CancellationToken cancellationToken)
    {
        var course = content.Courses.Find(TipsDialog.FirstCourse, turn.Mentee.Language)!;
        var progress = await turn.FindProgressAsync(course.Id, cancellationToken);
        var last = course.Tips.FirstOrDefault(tip => tip.Id == progress?.LastTipId)?.Number ?? 0;
        return last > 0 && last < course.Tips.Count
            ? content.Words.MessageIn(turn.Conversation, NextTip, ("number", $"{last + 1}"), ("count", $"{course.Tips.Count}")).Text!
            : content.Words.MessageIn(turn.Conversation, FirstTip).Text!;
    }
}
