using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Linking;

/// <summary>Gives a code in one chat, and takes it in the other. What is asked in the first chat then is heard by <see cref="LinkQuestion"/>.</summary>
internal sealed class LinkDialog(Content content, LinkCodes codes, TelegramLink telegram) : Dialog, IAnswersCommands
{
    private const string Code = "Linking.code";
    private const string CodeOrLink = "Linking.codeOrLink";
    private const string Proved = "Linking.proved";
    private const string Wrong = "Linking.wrong";
    private const string Own = "Linking.own";
    private const string Used = "Linking.used";
    private const string CannotAsk = "Linking.cannotAsk";
    private const string TooMany = "Linking.tooMany";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Code, CodeOrLink, Proved, Wrong, Own, Used, CannotAsk, TooMany, .. LinkQuestion.Keys];

    public IReadOnlyList<string> Commands => [LinkCode.Command];

    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
        LinkCode.In(dc.Context.Activity, content.Commands) is { } code
            ? TakeAsync(dc, code, cancellationToken)
            : GiveAsync(dc, cancellationToken);

    /// <summary>A code was what we talked about: here it needs no word beside it.</summary>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
        LinkCode.Alone(dc.Context.Activity) is { } code
            ? await TakeAsync(dc, code, cancellationToken)
            : await dc.CancelDialogAsync(cancellationToken);

    private async Task<DialogTurnResult> GiveAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        var turn = dc.Context.Turn();
        if (await turn.FindShownCodeAsync(cancellationToken) is { } question && question.IsOpen(turn.Now))
            return await AskAgainAsync(dc, question, cancellationToken);

        var code = await codes.GiveAsync(turn, cancellationToken);
        await dc.Context.CodeUntil().SetAsync(dc.Context, turn.Now + LinkCodes.CodeLasts, cancellationToken);
        await dc.Context.SendActivityAsync(Given(dc.Context, code), cancellationToken);
        return EndOfTurn;
    }

    // Who is on Telegram herself has her other chat elsewhere.
    private Activity Given(ITurnContext turn, string code) =>
        turn.Activity.ChannelId != Channels.Telegram && telegram.With(code) is { } link
            ? content.Words.Message(turn, CodeOrLink, ("code", code), ("link", link))
            : content.Words.Message(turn, Code, ("code", code));

    private async Task<DialogTurnResult> AskAgainAsync(DialogContext dc, LinkRequest question, CancellationToken cancellationToken)
    {
        await dc.Context.CodeUntil().SetAsync(dc.Context, question.ExpiresAt, cancellationToken);
        // Not as a reply: by what is said unasked it is told whether she was asked before she answered.
        var here = dc.Context.Turn().Conversation;
        dc.Context.Turn().SayIn(here, LinkQuestion.Ask(content.Words, here, question.AnsweredIn!));
        return await dc.EndDialogAsync(result: null, cancellationToken);
    }

    private async Task<DialogTurnResult> TakeAsync(DialogContext dc, string code, CancellationToken cancellationToken)
    {
        var proof = await WrongCodes.AreTooManyAsync(dc.Context, cancellationToken)
            ? null
            : await codes.TakeAsync(dc.Context.Turn(), code, cancellationToken);
        if (proof?.AskIn is { } first) dc.Context.Turn().SayIn(first, LinkQuestion.Ask(content.Words, first, dc.Context.Turn().Conversation));
        await dc.SayAsync(content.Words, KeyFor(proof), cancellationToken);
        if (proof?.Outcome != LinkProofOutcome.Wrong) return await dc.EndDialogAsync(result: null, cancellationToken);

        await WrongCodes.NoteAsync(dc.Context, cancellationToken);
        return EndOfTurn;
    }

    private static string KeyFor(LinkProof? proof) => proof?.Outcome switch
    {
        null => TooMany,
        LinkProofOutcome.Own => Own,
        LinkProofOutcome.AlreadyLinked => LinkQuestion.Already,
        LinkProofOutcome.Used => Used,
        LinkProofOutcome.CannotAsk => CannotAsk,
        LinkProofOutcome.Proved => Proved,
        _ => Wrong,
    };
}
