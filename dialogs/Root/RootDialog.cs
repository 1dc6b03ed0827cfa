using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Languages;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Menu;
using MentorBot.Dialogs.Welcome;

namespace MentorBot.Dialogs.Root;

/// <summary>The whole conversation. It listens at the menu, and takes a command at any time, whatever else was being asked.</summary>
/// <remarks>The menu is always at the bottom of the stack, so that whatever ends leaves somebody listening.</remarks>
internal sealed class RootDialog : ComponentDialog
{
    private readonly Commands _commands;
    private readonly Dictionary<string, string> _dialogs = new(StringComparer.Ordinal);

    public RootDialog(Content content, IEnumerable<Dialog> dialogs)
    {
        _commands = content.Commands;
        foreach (var dialog in dialogs)
        {
            AddDialog(dialog);
            if (dialog is not IAnswersCommands answers) continue;
            foreach (var command in answers.Commands) _dialogs.Add(command, dialog.Id);
        }
    }

    /// <summary>The names of the commands that it takes.</summary>
    public IEnumerable<string> AllCommands => _dialogs.Keys.Concat(MenuDialog.Commands);

    protected override async Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc, object? options, CancellationToken cancellationToken = default)
    {
        var turn = innerDc.Context;
        var command = _commands.Recognise(turn.Activity.Text);
        if (await IsNewAsync(turn, cancellationToken))
        {
            LanguageDialog.Switch(turn, LanguageDialog.LocaleOf(command) ?? LanguageOf(turn.Activity));
            if (Newcomer.WelcomedIn(turn.Activity) is not null) return await ListenAsync(innerDc, cancellationToken);
            if (Newcomer.IsGreeting(command)) return await BeginMenuAsync(innerDc, Newcomer.Welcome, cancellationToken);
        }
        if (command is not null) return await AnswerAsync(innerDc, command, cancellationToken);
        // After a quick exit nothing but this may be seen, whatever was sent.
        var isLost = turn.TurnState.Get<StackUnwound>() is not null;
        return await BeginMenuAsync(innerDc, isLost ? MenuDialog.Lost : MenuDialog.Ask, cancellationToken);
    }

    protected override Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
    {
        var said = innerDc.Context.Activity.Text;
        var isAtMenu = innerDc.ActiveDialog?.Id == nameof(MenuDialog);
        return (_commands.Recognise(said) ?? (isAtMenu ? MenuDialog.CommandOf(innerDc.Context) : null)) is { } command
            ? AnswerAsync(innerDc, command, cancellationToken)
            : innerDc.ContinueDialogAsync(cancellationToken);
    }

    // Who reads our page in Welsh is answered in it, even if she begins with a "hi"; English is what the page is in when nobody chose.
    private string? LanguageOf(Activity activity) => Newcomer.WelcomedIn(activity) is "cy" ? "cy" : _commands.LanguageOf(activity.Text);

    // The welcome stands above what she wrote, with its choices: so this is her answer to it.
    private async Task<DialogTurnResult> ListenAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        await BeginMenuAsync(dc, opening: null, cancellationToken);
        return await OnContinueDialogAsync(dc, cancellationToken);
    }

    private static async Task<bool> IsNewAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (await turn.HaveMet().GetAsync(turn, cancellationToken: cancellationToken)) return false;
        await turn.HaveMet().SetAsync(turn, true, cancellationToken);
        return true;
    }

    private async Task<DialogTurnResult> AnswerAsync(DialogContext dc, string command, CancellationToken cancellationToken)
    {
        if (!_dialogs.TryGetValue(command, out var dialog)) return await BeginMenuAsync(dc, MenuDialog.Ask, cancellationToken);
        await BeginMenuAsync(dc, opening: null, cancellationToken);
        return await dc.BeginDialogAsync(dialog, command, cancellationToken);
    }

    private static async Task<DialogTurnResult> BeginMenuAsync(DialogContext dc, string? opening, CancellationToken cancellationToken)
    {
        await dc.CancelAllDialogsAsync(cancellationToken);
        return await dc.BeginDialogAsync(nameof(MenuDialog), opening, cancellationToken);
    }
}
