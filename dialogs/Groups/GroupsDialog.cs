using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Groups;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Groups;

/// <summary>Tells of the next group sessions, and which word gets a seat in each.</summary>
internal sealed class GroupsDialog(Content content) : Dialog, IAnswersCommands
{
    private const string Next = "Groups.next";
    private const string None = "Groups.none";

    // As many as a text message holds.
    private const int Most = 3;

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Next, None];

    public IReadOnlyList<string> Commands => ["groups"];

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var turn = dc.Context.Turn();
        var ahead = await turn.GroupsAheadAsync(Most, cancellationToken);
        var message = ahead.Count == 0 ? content.Words.Message(dc.Context, None) : content.Words.Message(dc.Context, Next, ("groups", GroupWording.List(turn.Conversation, ahead)));
        await dc.Context.SendActivityAsync(message, cancellationToken);
        return await dc.EndDialogAsync(result: null, cancellationToken);
    }
}
