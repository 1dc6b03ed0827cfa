using System.Globalization;

namespace MentorBot.BotFramework.Dialogs;

/// <summary>Dialogs that can begin one another, each under its own id.</summary>
public sealed class DialogSet
{
    private readonly IStatePropertyAccessor<DialogState>? stack;
    private readonly Dictionary<string, Dialog> dialogs = [];

    /// <summary>Makes a set whose stack somebody else keeps.</summary>
    public DialogSet()
    {
    }

    /// <summary>Makes a set whose stack is kept in a property of state.</summary>
    public DialogSet(IStatePropertyAccessor<DialogState> dialogState) => stack = dialogState;

    /// <summary>Adds a dialog. Adding the same one twice does nothing; another of the same id is renamed to end in 2, 3 and so on.</summary>
    /// <returns>This set.</returns>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        var (id, copy) = (dialog.Id, 2);
        while (dialogs.TryGetValue(dialog.Id, out var known))
        {
            if (ReferenceEquals(known, dialog))
                return this;
            dialog.Id = id + (copy++).ToString(CultureInfo.InvariantCulture);
        }
        dialogs.Add(dialog.Id, dialog);
        return this;
    }

    /// <summary>The dialog of this id, or null.</summary>
    public Dialog? Find(string dialogId) => dialogs.GetValueOrDefault(dialogId);

    /// <summary>All of them.</summary>
    public IEnumerable<Dialog> GetDialogs() => dialogs.Values;

    /// <summary>The stack of this set's dialogs, as this turn finds it.</summary>
    /// <exception cref="InvalidOperationException">The set was made without a property that keeps the stack.</exception>
    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        if (stack is null)
            throw new InvalidOperationException("This DialogSet was made without a property that keeps its stack.");
        var state = await stack.GetAsync(turnContext, static () => new DialogState(), cancellationToken);
        return new DialogContext(this, turnContext, state);
    }
}
