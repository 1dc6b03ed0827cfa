namespace MentorBot.BotFramework.Dialogs;

/// <summary>Where a conversation was no longer exists: the stored stack does not fit this version's dialogs.</summary>
/// <remarks><see cref="DialogExtensions"/> catches it and begins anew; see <see cref="StackUnwound"/>.</remarks>
public sealed class BrokenStackException : Exception
{
    /// <summary>Makes the exception with its usual message.</summary>
    public BrokenStackException()
        : base("The stored dialog stack does not fit the dialogs there are.")
    {
    }

    /// <summary>Makes the exception with a message.</summary>
    public BrokenStackException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message and its cause.</summary>
    public BrokenStackException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception for a dialog.</summary>
    public BrokenStackException(string dialogId, UnwindReason reason)
        : base($"The dialog '{dialogId}' cannot go on: {reason}.") => (DialogId, Reason) = (dialogId, reason);

    /// <summary>The dialog that cannot go on.</summary>
    public string? DialogId { get; }

    /// <summary>Why it cannot.</summary>
    public UnwindReason Reason { get; }
}

/// <summary>Why a stored stack was given up.</summary>
public enum UnwindReason
{
    /// <summary>There is no dialog of that id now.</summary>
    DialogMissing,

    /// <summary>The waterfall has fewer steps now.</summary>
    StepMissing,

    /// <summary>What the dialog remembers is not what it needs now.</summary>
    StateUnreadable,

    /// <summary>Nobody said anything for too long.</summary>
    Expired,
}

/// <summary>Left in TurnState when a stored stack was given up and the root dialog begins anew in the same turn.</summary>
/// <param name="DialogId">The dialog that could not go on; for an expired stack, the one that waited.</param>
/// <param name="Reason">Why it was given up.</param>
/// <param name="Values">What waterfalls had collected by then, the innermost last to speak. A root may use it to spare people questions.</param>
public sealed record StackUnwound(string? DialogId, UnwindReason Reason, IReadOnlyDictionary<string, object?> Values)
{
    /// <summary>Says the dialog and the reason, and nothing of the values.</summary>
    public override string ToString() => $"{DialogId}: {Reason}";
}
