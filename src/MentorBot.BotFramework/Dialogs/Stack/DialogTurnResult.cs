namespace MentorBot.BotFramework.Dialogs;

/// <summary>How a stack of dialogs stands after it was begun or continued.</summary>
/// <param name="Status">How it stands.</param>
/// <param name="Result">What the last dialog gave back, when <paramref name="Status"/> is <see cref="DialogTurnStatus.Complete"/>.</param>
public sealed record DialogTurnResult(DialogTurnStatus Status, object? Result = null)
{
    /// <summary>Says the status, and nothing of the result.</summary>
    public override string ToString() => Status.ToString();
}

/// <summary>How a stack of dialogs stands.</summary>
public enum DialogTurnStatus
{
    /// <summary>There is no dialog.</summary>
    Empty,

    /// <summary>A dialog waits for an answer.</summary>
    Waiting,

    /// <summary>The last dialog ended.</summary>
    Complete,

    /// <summary>The dialogs were given up.</summary>
    Cancelled,
}

/// <summary>Why a dialog is called.</summary>
public enum DialogReason
{
    /// <summary>It begins.</summary>
    BeginCalled,

    /// <summary>Something came in while it was active.</summary>
    ContinueCalled,

    /// <summary>It ends, or one it began has ended.</summary>
    EndCalled,

    /// <summary>Another takes its place.</summary>
    ReplaceCalled,

    /// <summary>It is given up, or one it began was.</summary>
    CancelCalled,

    /// <summary>A waterfall goes on to its next step by itself.</summary>
    NextCalled,

    /// <summary>It should ask again.</summary>
    RepromptCalled,
}

/// <summary>Something that dialogs may want to know, told to the active one first and then to those around it.</summary>
/// <param name="Name">One of <see cref="DialogEvents"/>, or a bot's own.</param>
/// <param name="Value">What about it.</param>
/// <param name="Bubble">Whether it goes on to the dialogs around the active one until somebody handles it.</param>
public sealed record DialogEvent(string Name, object? Value = null, bool Bubble = false)
{
    /// <summary>Says the name, and nothing of the value.</summary>
    public override string ToString() => Name;
}

/// <summary>Events that the runtime raises.</summary>
public static class DialogEvents
{
    /// <summary>The dialog is about to be cancelled by another; handling the event prevents it.</summary>
    public const string CancelDialog = "cancelDialog";

    /// <summary>The dialog is about to ask again; handling the event prevents it.</summary>
    public const string RepromptDialog = "repromptDialog";

    /// <summary>A dialog threw; the value is the exception. Handling the event keeps it from going further.</summary>
    public const string Error = "error";
}
