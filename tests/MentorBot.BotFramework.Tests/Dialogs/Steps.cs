using MentorBot.BotFramework.Dialogs;

namespace MentorBot.BotFramework.Tests.Dialogs;

/// <summary>Short ways to write the steps that tests need.</summary>
internal static class Steps
{
    public static WaterfallStep Say(string text) => async (step, ct) =>
    {
        await step.Context.SendActivityAsync(text, cancellationToken: ct);
        return await step.NextAsync(step.Result, ct);
    };

    public static WaterfallStep SayAndWait(string text) => async (step, ct) =>
    {
        await step.Context.SendActivityAsync(text, cancellationToken: ct);
        return Dialog.EndOfTurn;
    };

    public static WaterfallStep SayResult(string before = "") => async (step, ct) =>
    {
        await step.Context.SendActivityAsync($"{before}{step.Result ?? "nothing"}", cancellationToken: ct);
        return await step.EndDialogAsync(step.Result, ct);
    };

    public static WaterfallStep Ask(string promptId, string text, string? retry = null) => (step, ct) => step.PromptAsync(
        promptId,
        new PromptOptions { Prompt = MessageFactory.Text(text), RetryPrompt = retry is null ? null : MessageFactory.Text(retry) },
        ct);

    public static WaterfallStep Begin(string dialogId, object? options = null) => (step, ct) => step.BeginDialogAsync(dialogId, options, ct);

    public static WaterfallStep End(object? result = null) => (step, ct) => step.EndDialogAsync(result, ct);

    public static WaterfallStep CancelAll() => (step, ct) => step.CancelAllDialogsAsync(ct);

    public static WaterfallStep Remember(string name, object? value) => (step, ct) =>
    {
        step.Values[name] = value;
        return step.NextAsync(step.Result, ct);
    };

    public static ComponentDialog Component(string id, params Dialog[] dialogs)
    {
        var component = new ComponentDialog(id);
        foreach (var dialog in dialogs)
            component.AddDialog(dialog);
        return component;
    }

    public static WaterfallDialog Waterfall(string id, params WaterfallStep[] steps) => new(id, steps);
}
