using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Languages;

/// <summary>Asks which language it is to be; or changes it at once, when somebody names one.</summary>
internal sealed class LanguageDialog : ComponentDialog, IAnswersCommands
{
    private const string Which = "which";
    private const string Ask = "Languages.ask";
    private const string English = "Languages.english";
    private const string Cymraeg = "Languages.cymraeg";
    private const string Changed = "Languages.changed";

    private readonly Words _words;

    public LanguageDialog(Content content)
    {
        _words = content.Words;
        AddDialog(new WaterfallDialog("change", [AskAsync, ChangeAsync]));
        // Any answer ends the question: it is never asked twice.
        AddDialog(new ChoicePrompt(Which, (_, _) => Task.FromResult(true)));
    }

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Ask, English, Cymraeg, Changed];

    public IReadOnlyList<string> Commands => ["language", "cymraeg", "english"];

    /// <summary>The language that a command names; nothing when it names none.</summary>
    public static string? LocaleOf(string? command) => command switch
    {
        "cymraeg" => "cy",
        "english" => "en",
        _ => null,
    };

    /// <summary>The language of ours that somebody's phone or app is in; nothing where it is in none of them, or does not say.</summary>
    public static string? LocaleFor(string? tag) => tag?.Split('-')[0] switch
    {
        "cy" => "cy",
        "en" => "en",
        _ => null,
    };

    /// <summary>Answers a mentee in another language from now on; nothing leaves hers as it is.</summary>
    public static void Switch(ITurnContext turnContext, string? locale)
    {
        var turn = turnContext.Turn();
        if (locale is null || locale == turn.Mentee.Language) return;
        turn.Mentee.Language = locale;
        turn.Record("language.changed", locale);
    }

    protected override async Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc, object? options, CancellationToken cancellationToken = default)
    {
        if (LocaleOf(options as string) is not { } named) return await base.OnBeginDialogAsync(innerDc, options: null, cancellationToken);
        await ChangeToAsync(innerDc, named, cancellationToken);
        return new DialogTurnResult(DialogTurnStatus.Complete);
    }

    private Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellationToken) =>
        step.PromptAsync(Which, new PromptOptions
        {
            Prompt = _words.Message(step.Context, Ask),
            Choices = [Choice(step, English, "one", "un"), Choice(step, Cymraeg, "two", "dau")],
            Style = step.Context.Activity.ChannelId == Channels.Sms ? ListStyle.None : ListStyle.Auto,
        }, cancellationToken);

    private Choice Choice(WaterfallStepContext step, string key, params string[] synonyms) =>
        new(_words.For(step.Context.Turn().Mentee.Language, step.Context.Activity.ChannelId!, key)) { Synonyms = synonyms };

    private async Task<DialogTurnResult> ChangeAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is not FoundChoice found) return await step.CancelDialogAsync(cancellationToken);
        await ChangeToAsync(step, found.Index == 0 ? "en" : "cy", cancellationToken);
        return await step.EndDialogAsync(result: null, cancellationToken);
    }

    private Task ChangeToAsync(DialogContext dc, string locale, CancellationToken cancellationToken)
    {
        Switch(dc.Context, locale);
        return dc.SayAsync(_words, Changed, cancellationToken);
    }
}
