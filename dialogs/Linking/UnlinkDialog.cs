using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Linking;

/// <summary>Makes this chat stand alone again, once she has said so twice.</summary>
internal sealed class UnlinkDialog(Content content) : Dialog, IAnswersCommands, IHearsAnswers
{
    private const string Ask = "Linking.unlink";
    private const string Nothing = "Linking.nothing";
    private const string Left = "Linking.left";
    private const string Back = "Linking.back";
    private const string Kept = "Linking.kept";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Ask, Nothing, Left, Back, Kept];

    public IReadOnlyList<string> Commands => ["unlink"];

    /// <summary>"Yes" is small talk elsewhere.</summary>
    public bool IsAnswer(Activity activity, string? command) => OneOrTwo.Heard(activity, content.Commands) is not null;

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        if (!await dc.Context.Turn().IsLinkedAsync(cancellationToken)) return await EndWithAsync(dc, Nothing, cancellationToken);
        await dc.Context.SendActivityAsync(OneOrTwo.Offer(content.Words.Message(dc.Context, Ask), dc.Context.Activity.ChannelId), cancellationToken);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
        OneOrTwo.Heard(dc.Context.Activity, content.Commands) switch
        {
            true => await EndWithAsync(dc, await UnlinkAsync(dc.Context.Turn(), cancellationToken), cancellationToken),
            false => await EndWithAsync(dc, Left, cancellationToken),
            null => await dc.CancelDialogAsync(cancellationToken),
        };

    /// <summary>Parts this chat from the others, and tells each of them.</summary>
    /// <returns>The key of what is to be said here.</returns>
    private async Task<string> UnlinkAsync(Turn turn, CancellationToken cancellationToken)
    {
        var leaves = turn.Conversation.Address!.FormerMenteeId is not null;
        var others = await turn.UnlinkAsync(cancellationToken);
        foreach (var other in others) turn.SayIn(other, content.Words.MessageIn(other, leaves ? Kept : Back));
        return others.Count == 0 ? Nothing : leaves ? Back : Kept;
    }

    private async Task<DialogTurnResult> EndWithAsync(DialogContext dc, string key, CancellationToken cancellationToken)
    {
        await dc.SayAsync(content.Words, key, cancellationToken);
        return await dc.EndDialogAsync(result: null, cancellationToken);
    }
}
