namespace MentorBot.BotFramework.Dialogs;

/// <summary>One of the answers a question offers.</summary>
public sealed class Choice
{
    /// <summary>Makes an empty choice.</summary>
    public Choice()
    {
    }

    /// <summary>Makes a choice of this value.</summary>
    public Choice(string value) => Value = value;

    /// <summary>What it is called, and what choosing it gives.</summary>
    public string? Value { get; set; }

    /// <summary>The button to show for it, when that is not simply its value.</summary>
    public CardAction? Action { get; set; }

    /// <summary>Other words people may choose it by.</summary>
    public IList<string>? Synonyms { get; set; }

    internal string Title => Action?.Title ?? Value ?? "";
}

/// <summary>The choice that somebody made.</summary>
public sealed class FoundChoice
{
    /// <summary>The choice's value.</summary>
    public string Value { get; set; } = "";

    /// <summary>Its place in the list, from 0.</summary>
    public int Index { get; set; }

    /// <summary>How well the answer fits, up to 1.</summary>
    public float Score { get; set; }

    /// <summary>The value, title or synonym that fits; null when the choice was made by number.</summary>
    public string? Synonym { get; set; }
}

/// <summary>How choices are shown.</summary>
public enum ListStyle
{
    /// <summary>Not at all: the question itself says what can be answered.</summary>
    None,

    /// <summary>In the way that suits the channel and the choices.</summary>
    Auto,

    /// <summary>In the sentence: <c>(1) red or (2) green</c>.</summary>
    Inline,

    /// <summary>As a numbered list, each on a line of its own.</summary>
    List,

    /// <summary>As buttons that vanish once an answer is given.</summary>
    SuggestedAction,

    /// <summary>As the buttons of a card.</summary>
    HeroCard,
}
