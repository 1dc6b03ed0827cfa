namespace MentorBot.BotFramework.Dialogs;

/// <summary>What a prompt asks. It is kept with the prompt until the answer comes.</summary>
public sealed class PromptOptions
{
    /// <summary>The question.</summary>
    public Activity? Prompt { get; set; }

    /// <summary>The question when the answer was not understood; none asks <see cref="Prompt"/> again.</summary>
    public Activity? RetryPrompt { get; set; }

    /// <summary>The answers offered, for a <see cref="ChoicePrompt"/>.</summary>
    public IList<Choice>? Choices { get; set; }

    /// <summary>How the choices are shown, when not in the prompt's own way.</summary>
    public ListStyle? Style { get; set; }

    /// <summary>Whatever the prompt's validator needs, of a type on the list of <see cref="StateTypes"/>.</summary>
    public object? Validations { get; set; }
}
