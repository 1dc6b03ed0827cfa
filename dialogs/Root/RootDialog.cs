using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Bookings;
using MentorBot.Dialogs.Groups;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Languages;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Linking;
using MentorBot.Dialogs.Menu;
using MentorBot.Dialogs.SmallTalk;
using MentorBot.Dialogs.Welcome;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Root;

/// <summary>The whole conversation. It listens at the menu, and takes a command at any time, whatever else was being asked.</summary>
/// <remarks>The menu is always at the bottom of the stack, so that whatever ends leaves somebody listening.</remarks>
internal sealed class RootDialog : ComponentDialog
{
    private readonly Commands _commands;
    private readonly MeetingAnswers _meetings;
    private readonly GroupAnswers _groups;
    private readonly Dictionary<string, string> _dialogs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _meanings = new(StringComparer.Ordinal);

    public RootDialog(Content content, IEnumerable<Dialog> dialogs, MeetingAnswers meetings, GroupAnswers groups)
    {
        (_commands, _meetings, _groups) = (content.Commands, meetings, groups);
        foreach (var dialog in dialogs)
        {
            AddDialog(dialog);
            foreach (var command in (dialog as IAnswersCommands)?.Commands ?? []) _dialogs.Add(command, dialog.Id);
            foreach (var meaning in (dialog as IAnswersMeanings)?.Meanings ?? []) _meanings.Add(meaning, dialog.Id);
        }
    }

    /// <summary>The names of the commands that it takes.</summary>
    public IEnumerable<string> AllCommands => _dialogs.Keys.Concat(MenuDialog.Commands);

    protected override async Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc, object? options, CancellationToken cancellationToken = default)
    {
        var turn = innerDc.Context;
        var command = await HeardAsync(turn, active: null, cancellationToken);
        var hasLeft = await HasLeftAsync(turn, cancellationToken);
        if (await IsNewAsync(turn, cancellationToken))
        {
            LanguageDialog.Switch(turn, LanguageDialog.LocaleOf(command) ?? LanguageOf(turn.Activity) ?? LanguageDialog.LocaleFor(turn.Turn().ClientLocale));
            if (Newcomer.WelcomedIn(turn.Activity) is not null) return await ListenAsync(innerDc, cancellationToken);
            if (Newcomer.WelcomeTo(command, IsUnderstood(command, turn)) is { } welcome) return await BeginMenuAsync(innerDc, welcome, cancellationToken);
        }
        if (command is not null) return await AnswerAsync(innerDc, command, cancellationToken);
        if (turn.TurnState.Get<StackUnwound>() is not null) return await BeginMenuAsync(innerDc, MenuDialog.Lost, cancellationToken);
        if (hasLeft || IsUnderstood(command, turn)) return await BeginMenuAsync(innerDc, MenuDialog.Ask, cancellationToken);
        await BeginMenuAsync(innerDc, opening: null, cancellationToken);
        return await innerDc.ContinueDialogAsync(cancellationToken);
    }

    protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
    {
        var isAtMenu = innerDc.ActiveDialog?.Id == nameof(MenuDialog);
        var said = await HeardAsync(innerDc.Context, innerDc.ActiveDialog?.Id, cancellationToken);
        if (innerDc.ActiveDialog is { } active && FindDialog(active.Id) is IHearsAnswers asks && asks.IsAnswer(innerDc.Context.Activity, said)) said = null;
        return await ((said ?? (isAtMenu ? MenuDialog.CommandOf(innerDc.Context) : null)) is { } command
            ? AnswerAsync(innerDc, command, cancellationToken)
            : innerDc.ContinueDialogAsync(cancellationToken));
    }

    // What the clock asked about a meeting may be answered by a 1; "can't make it tomorrow" is a command for whoever has a meeting.
    // While she waits for a mentor, "hello?" asks for him, and is no command.
    private async Task<string?> HeardAsync(ITurnContext turn, string? active, CancellationToken cancellationToken)
    {
        if (await GroupAnswers.AnswerInAsync(turn, cancellationToken) is { } answer || (answer = await _meetings.CommandInAsync(turn, cancellationToken)) is not null) return answer;
        if (CommandOf(turn.Activity) is not { } said) return await _groups.KeywordInAsync(turn, active, cancellationToken) ?? await ChangePhrases.ChangeInAsync(turn.Turn(), turn.Activity.Text, cancellationToken);
        return SmallTalkDialog.IsSmallTalk(said) && await turn.Turn().FindHandoffAsync(cancellationToken) is { CanBeTaken: true } ? null : said;
    }

    // The one command that may have something behind it; and the one that a program may say for her.
    private string? CommandOf(Activity activity) => activity.IsType(ActivityTypes.Event) ? PersonDialog.Person
        : LinkCode.In(activity, _commands) is null ? _commands.Recognise(activity.Text) : LinkCode.Command;

    // Who reads our page in Welsh is answered in it, even if she begins with a "hi"; English is what the page is in when nobody chose.
    private string? LanguageOf(Activity activity) => Newcomer.WelcomedIn(activity) is "cy" ? "cy" : _commands.LanguageOf(LinkCode.WithoutDigits(activity.Text));

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

    // A picture without words is no question, and a number answers a list that she may have seen elsewhere.
    private static bool IsUnderstood(string? command, ITurnContext turn) =>
        command is not null || string.IsNullOrWhiteSpace(turn.Activity.Text) || MenuDialog.CommandOf(turn) is not null;

    private static async Task<bool> HasLeftAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var hasLeft = await turn.HasLeft().GetAsync(turn, cancellationToken: cancellationToken);
        if (hasLeft) await turn.HasLeft().DeleteAsync(turn, cancellationToken);
        return hasLeft;
    }

    private async Task<DialogTurnResult> AnswerAsync(DialogContext dc, string command, CancellationToken cancellationToken)
    {
        if (!_dialogs.TryGetValue(command, out var dialog) && !_meanings.TryGetValue(command, out dialog)) return await BeginMenuAsync(dc, MenuDialog.Ask, cancellationToken);
        await BeginMenuAsync(dc, opening: null, cancellationToken);
        return await dc.BeginDialogAsync(dialog, command, cancellationToken);
    }

    private static async Task<DialogTurnResult> BeginMenuAsync(DialogContext dc, string? opening, CancellationToken cancellationToken)
    {
        await dc.CancelAllDialogsAsync(cancellationToken);
        return await dc.BeginDialogAsync(nameof(MenuDialog), opening, cancellationToken);
    }
}
