namespace MentorBot.BotFramework.Dialogs;

/// <summary>The words and marks between choices.</summary>
public sealed record ChoiceFactoryOptions
{
    /// <summary>Between one choice and the next in a sentence.</summary>
    public string InlineSeparator { get; init; } = ", ";

    /// <summary>Between two choices, when there are only two.</summary>
    public string InlineOr { get; init; } = " or ";

    /// <summary>Before the last of three choices or more.</summary>
    public string InlineOrMore { get; init; } = ", or ";

    /// <summary>Whether choices are numbered.</summary>
    public bool IncludeNumbers { get; init; } = true;

    /// <summary>Those of a language.</summary>
    public static ChoiceFactoryOptions For(string? locale) => Language.For(locale).Listing;
}
