namespace MentorBot.BotFramework.Dialogs;

/// <summary>A dialog that has begun and not yet ended, with what it remembers.</summary>
public sealed class DialogInstance
{
    /// <summary>Makes an instance of a dialog.</summary>
    /// <param name="id">The dialog's id.</param>
    public DialogInstance(string id) => Id = id;

    /// <summary>The dialog's id.</summary>
    public string Id { get; }

    /// <summary>What it remembers between turns. Values must be of types on the list of <see cref="StateTypes"/>.</summary>
    public IDictionary<string, object?> State { get; init; } = new Dictionary<string, object?>();
}

/// <summary>A stack of dialogs, as it is kept between turns.</summary>
public sealed class DialogState
{
    private (ITurnContext? Turn, int Count) steps;

    /// <summary>The dialogs that have begun and not ended; the first is the active one, and each was begun by the next.</summary>
    public IList<DialogInstance> DialogStack { get; } = [];

    /// <summary>When the conversation last had a turn; null where idle conversations do not expire.</summary>
    public DateTimeOffset? LastAccess { get; set; }

    /// <summary>The short name of a stored type that this version cannot read, if there was one.</summary>
    internal string? UnknownType { get; set; }

    /// <summary>Counts one more dialog or step of a turn.</summary>
    /// <returns>How many that makes in this turn.</returns>
    internal int CountStep(ITurnContext turn)
    {
        steps = ReferenceEquals(steps.Turn, turn) ? (turn, steps.Count + 1) : (turn, 1);
        return steps.Count;
    }
}
