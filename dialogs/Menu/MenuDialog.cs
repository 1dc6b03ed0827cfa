using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.NotUnderstood;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Menu;

/// <summary>Offers the choices, and listens for whatever comes. It never ends: other conversations stand on it.</summary>
/// <remarks>Begun with the key of some words it says those, with the choices; begun with nothing it only listens.</remarks>
internal sealed class MenuDialog(Content content) : Dialog
{
    /// <summary>The question with its choices.</summary>
    public const string Ask = "Menu.ask";

    /// <summary>That we lost the place, with the choices.</summary>
    public const string Lost = "Apologies.lostPlace";

    private const string Tip = "Menu.tip";
    private const string About = "Menu.about";
    private const string Language = "Menu.language";
    private const string Misses = "misses";

    // Welsh speakers know English too, so in Welsh the numbers of both are understood.
    private static readonly FindChoicesOptions ByNumber = new() { NoValue = true, NoAction = true, Locale = "cy" };

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Ask, Lost, .. Choices];

    /// <summary>The keys of the choices, in their order.</summary>
    public static IReadOnlyList<string> Choices => [Tip, About, Language];

    /// <summary>The commands that ask for it.</summary>
    public static IReadOnlyList<string> Commands => ["menu", "hello"];

    /// <summary>The command that the number of a choice stands for; nothing when a message is no such number.</summary>
    public static string? CommandOf(ITurnContext turn)
    {
        string[] commands = ["more", "what", turn.Turn().Mentee.Language == "cy" ? "english" : "cymraeg"];
        var found = ChoiceRecognizers.RecognizeChoices(turn.Activity.Text, ChoiceFactory.ToChoices(commands), ByNumber);
        return found.Count > 0 ? found[0].Resolution.Value : null;
    }

    /// <summary>A message with the choices as buttons, where there are buttons.</summary>
    public static Activity WithChoices(Activity message, ITurnContext turn, Words words) =>
        message.WithButtons(turn, words, Tip, About, Language);

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        if (options is string opening)
            await dc.Context.SendActivityAsync(WithChoices(content.Words.Message(dc.Context, opening), dc.Context, content.Words), cancellationToken);
        return EndOfTurn;
    }

    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
        dc.BeginDialogAsync(nameof(NotUnderstoodDialog), dc.ActiveDialog!.State.GetValue<int>(Misses), cancellationToken);

    public override Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        // A question was given up because what came in was no answer to it: perhaps it is one to the menu.
        if (reason == DialogReason.CancelCalled) return ContinueDialogAsync(dc, cancellationToken);
        dc.ActiveDialog!.State[Misses] = result as int? ?? 0;
        return Task.FromResult(EndOfTurn);
    }
}
