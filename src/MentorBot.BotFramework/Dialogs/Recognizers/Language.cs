namespace MentorBot.BotFramework.Dialogs;

/// <summary>The words of one language that recognisers and prompts need. Each language is a small file of its own.</summary>
internal sealed class Language
{
    public required string YesLabel { get; init; }

    public required string NoLabel { get; init; }

    /// <summary>The words and marks between choices.</summary>
    public required ChoiceFactoryOptions Listing { get; init; }

    /// <summary>Words that answer a question of yes or no, or get in the way of it.</summary>
    public required Phrases<AnswerWord> Answers { get; init; }

    /// <summary>Words of numbers.</summary>
    public required Phrases<NumberWord> Numbers { get; init; }

    /// <summary>Words of places in a list; -1 is the last.</summary>
    public required Phrases<int> Ordinals { get; init; }

    /// <summary>Words people put around the number of a choice.</summary>
    public required Phrases<bool> AroundChoices { get; init; }

    /// <summary>Words people put around a number: true for units, which come after it.</summary>
    public required Phrases<bool> AroundNumbers { get; init; }

    /// <summary>Words that turn a choice into its opposite.</summary>
    public required Phrases<bool> Negations { get; init; }

    /// <summary>Words of days and times.</summary>
    public required Phrases<DateWord> Dates { get; init; }

    /// <summary>A language whose words are understood too, since its speakers know both.</summary>
    public Language? Beside { get; init; }

    /// <summary>The language of a BCP 47 tag: Welsh for cy, English for everything else.</summary>
    public static Language For(string? locale) => IsWelsh(locale) ? WelshWords.Language : EnglishWords.Language;

    private static bool IsWelsh(string? locale) =>
        locale is not null && locale.StartsWith("cy", StringComparison.OrdinalIgnoreCase) && (locale.Length == 2 || locale[2] is '-' or '_');
}

/// <summary>What a word does in an answer of yes or no.</summary>
internal enum AnswerWord
{
    /// <summary>Says nothing either way.</summary>
    Polite,

    /// <summary>Yes, also at the head of a sentence.</summary>
    Yes,

    /// <summary>Yes, if there is nothing else.</summary>
    SoftYes,

    /// <summary>No.</summary>
    No,

    /// <summary>Neither yes nor no.</summary>
    Unsure,

    /// <summary>Turns what it stands with into its opposite.</summary>
    Not,

    /// <summary>Begins a sentence that explains a yes or a no.</summary>
    Because,
}

/// <summary>A word of a number: what it is worth, and whether it multiplies what stands before it.</summary>
internal readonly record struct NumberWord(int Value, bool Multiplies = false)
{
    /// <summary>The "and" of "a hundred and two".</summary>
    public static NumberWord And { get; } = new(-1);
}
