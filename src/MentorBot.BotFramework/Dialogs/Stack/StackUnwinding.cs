namespace MentorBot.BotFramework.Dialogs;

/// <summary>Gives up a stored stack that cannot go on, keeping what was collected.</summary>
internal static class StackUnwinding
{
    /// <summary>Gives up a stack that nobody has used for too long, and notes that it is used now.</summary>
    public static async Task UnwindIfExpiredAsync(DialogContext dc, DialogRunOptions options, CancellationToken cancellationToken)
    {
        var state = dc.State;
        if (options.ExpireAfter is not { } expireAfter)
            return;
        var now = TurnTime.Of(dc.Context).Now;
        if (dc.ActiveDialog is not null && state.LastAccess is { } last && now - last > expireAfter)
        {
            var values = CollectValues(state);
            var waiting = Innermost(state);
            await dc.CancelAllDialogsAsync(cancellationToken);
            Leave(dc, new StackUnwound(waiting, UnwindReason.Expired, values));
        }
        state.LastAccess = now;
    }

    /// <summary>Gives up a stack that holds something this version cannot read.</summary>
    public static void UnwindIfUnreadable(DialogContext dc)
    {
        if (dc.State.UnknownType is not null && dc.ActiveDialog is not null)
            Unwind(dc, Innermost(dc.State), UnwindReason.StateUnreadable);
        dc.State.UnknownType = null;
    }

    /// <summary>Gives up a stack that does not fit the dialogs there are. They are not told: it is not known that they could bear it.</summary>
    public static void Unwind(DialogContext dc, string? dialogId, UnwindReason reason) =>
        Leave(dc, new StackUnwound(dialogId, reason, CollectValues(dc.State)));

    private static void Leave(DialogContext dc, StackUnwound unwound)
    {
        dc.Stack.Clear();
        dc.Context.TurnState.Set(unwound);
    }

    private static string? Innermost(DialogState state)
    {
        if (state.DialogStack.Count == 0)
            return null;
        var active = state.DialogStack[0];
        return (InnerOf(active) is { } inner ? Innermost(inner) : null) ?? active.Id;
    }

    private static Dictionary<string, object?> CollectValues(DialogState state)
    {
        var values = new Dictionary<string, object?>();
        Collect(state, values);
        return values;
    }

    // From the outermost inwards, so that the innermost has the last word.
    private static void Collect(DialogState state, Dictionary<string, object?> values)
    {
        for (var i = state.DialogStack.Count - 1; i >= 0; i--)
        {
            foreach (var (name, value) in WaterfallDialog.ValuesOf(state.DialogStack[i]) ?? new Dictionary<string, object?>())
            {
                if (value is not UnknownStateValue)
                    values[name] = value;
            }
            if (InnerOf(state.DialogStack[i]) is { } inner)
                Collect(inner, values);
        }
    }

    private static DialogState? InnerOf(DialogInstance instance) =>
        instance.State.TryGetValue(ComponentDialog.InnerStack, out var kept) ? kept as DialogState : null;
}
