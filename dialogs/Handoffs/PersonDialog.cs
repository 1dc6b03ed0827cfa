using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Concerns;
using MentorBot.Dialogs.ContactCentres;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Dialogs.SmallTalk;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Handoffs;

/// <summary>Somebody asks for a person. Where there are mentors, one question at the most (what is it about?), and they are asked; where there are none, says who answers.</summary>
internal sealed class PersonDialog(Content content, Rounds rounds, Waiting waiting, PersonNow people, HubWords hub) : Dialog, IAnswersCommands, IHearsAnswers
{
    /// <summary>Nobody is there now: what she can do.</summary>
    public const string Nobody = "Handoffs.nobody";

    private const string WhoAnswers = "People.person";
    private const string About = "Handoffs.about";
    private const string Asked = "Handoffs.asked";
    private const string AskedWithout = "Handoffs.askedWithout";
    private const string CalledOff = "Handoffs.calledOff";
    private const string CalledOffAfter = "Concerns.calledOff";
    private const string NotAsked = "Handoffs.notAsked";
    private const string NoPerson = "no-person";

    /// <summary>The command by which somebody asks for a person.</summary>
    public const string Person = "person";

    /// <summary>How long the question what about counts: whoever asks for a person again meanwhile need not answer it.</summary>
    public static readonly TimeSpan QuestionCounts = TimeSpan.FromHours(1);

    private const string Help = "help";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [WhoAnswers, About, Asked, AskedWithout, Nobody, CalledOff, CalledOffAfter, NotAsked, .. Waiting.Keys, .. HubWords.Keys];

    public IReadOnlyList<string> Commands => [Person, "elsewhere", NoPerson];

    /// <summary>Asked what she needs a person for, she may well say "help".</summary>
    public bool IsAnswer(Activity activity, string? command) => command == Help || SmallTalkDialog.IsSmallTalk(command);

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var (turn, context) = (dc.Context.Turn(), dc.Context);
        var handoff = await turn.FindHandoffAsync(cancellationToken);
        if ((string?)options == NoPerson) await CallOffAsync(context, handoff, cancellationToken);
        else if (handoff is not null) await context.SendActivityAsync(waiting.HowItStands(turn, handoff), cancellationToken);
        else if (!hub.IsAt(turn.Conversation) && !await turn.AreThereMentorsAsync(cancellationToken)) await SayWhoAnswersAsync(context, cancellationToken);
        // What it is about we know, and it does not wait for a question.
        else if (await turn.FindRecentConcernAsync(cancellationToken) is { } concern) await people.AskAsync(context, concern, turn.Mentee.Language, cancellationToken);
        else if (await turn.FindGivenUpAsync(cancellationToken) is { } again) await AskAsync(context, again.AboutId, cancellationToken);
        else if (await WasAskedAsync(context, cancellationToken)) await AskAsync(context, aboutId: null, cancellationToken);
        else return await AskWhatAboutAsync(dc, cancellationToken);
        return await dc.EndDialogAsync(result: null, cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var (turn, text) = (dc.Context.Turn(), dc.Context.Activity.Text);
        var saysNothing = string.IsNullOrWhiteSpace(text) || SmallTalkDialog.IsSmallTalk(content.Commands.Recognise(text));
        await HearAboutAsync(dc.Context, saysNothing ? null : turn.MessageId, cancellationToken);
        return await dc.EndDialogAsync(result: null, cancellationToken);
    }

    // A cry for help may have come in between: then somebody was asked already, or it is urgent, or she wants nobody.
    private async Task HearAboutAsync(ITurnContext context, long? aboutId, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        await context.AskedWhatAbout().DeleteAsync(context, cancellationToken);
        if (await turn.FindHandoffAsync(cancellationToken) is { } handoff) await context.SendActivityAsync(waiting.HowItStands(turn, handoff), cancellationToken);
        else if (await turn.FindRecentConcernAsync(cancellationToken) is not { } concern) await AskAsync(context, aboutId, cancellationToken);
        else if (concern.WantsPerson == false) await people.SayNotAskedAsync(context, cancellationToken);
        else await people.AskAsync(context, (concern, aboutId), turn.Mentee.Language, cancellationToken);
    }

    private Task SayWhoAnswersAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        context.Turn().Record("person.asked");
        return context.SayAsync(content.Words, WhoAnswers, cancellationToken);
    }

    private static async Task<bool> WasAskedAsync(ITurnContext context, CancellationToken cancellationToken) =>
        await context.AskedWhatAbout().GetAsync(context, cancellationToken: cancellationToken) is { } at && context.Turn().Now - at < QuestionCounts;

    private async Task<DialogTurnResult> AskWhatAboutAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        var (turn, context) = (dc.Context.Turn(), dc.Context);
        turn.Record("person.asked");
        // It is another question now.
        await context.KeptForMentor().DeleteAsync(context, cancellationToken);
        await context.AskedWhatAbout().SetAsync(context, turn.Now, cancellationToken);
        var wait = waiting.Usually(turn, await turn.UsualWaitAsync(cancellationToken));
        await context.SendActivityAsync(content.Words.Message(context, hub.At(turn.Conversation, About), ("wait", wait), ("alias", turn.Mentee.Alias)), cancellationToken);
        return EndOfTurn;
    }

    private async Task AskAsync(ITurnContext context, long? aboutId, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        await context.AskedWhatAbout().DeleteAsync(context, cancellationToken);
        var handoff = await turn.AskForMentorAsync(aboutId, isUrgent: false, cancellationToken);
        var isHope = await rounds.AskAsync(context, handoff, cancellationToken);
        if (!isHope) await turn.ExpireAsync(handoff, cancellationToken);
        // What mentors do not see of her words she hears of.
        var asked = aboutId == turn.MessageId && Contacts.AreIn(context.Activity.Text ?? "") ? AskedWithout : Asked;
        await context.SayAsync(content.Words, hub.At(turn.Conversation, isHope ? asked : Nobody), cancellationToken);
    }

    private async Task CallOffAsync(ITurnContext context, Handoff? handoff, CancellationToken cancellationToken)
    {
        await context.KeptForMentor().DeleteAsync(context, cancellationToken);
        if (handoff is not null) await rounds.EndAsync(context.Turn(), handoff, HandoffEnd.Withdrawn, cancellationToken);
        var called = handoff is { IsUrgent: true } ? CalledOffAfter : CalledOff;
        await context.SayAsync(content.Words, handoff is null ? NotAsked : called, cancellationToken);
    }
}
