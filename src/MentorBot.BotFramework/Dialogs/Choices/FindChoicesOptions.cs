namespace MentorBot.BotFramework.Dialogs;

/// <summary>How answers are matched with choices. It cannot be changed, so one may serve many conversations at once.</summary>
public sealed record FindChoicesOptions
{
    /// <summary>Leaves out the choices' values.</summary>
    public bool NoValue { get; init; }

    /// <summary>Leaves out the titles of the choices' buttons.</summary>
    public bool NoAction { get; init; }

    /// <summary>Whether <c>2</c> chooses the second.</summary>
    public bool RecognizeNumbers { get; init; } = true;

    /// <summary>Whether <c>the second one</c> does.</summary>
    public bool RecognizeOrdinals { get; init; } = true;

    /// <summary>Whether some of a choice's words are enough.</summary>
    public bool AllowPartialMatches { get; init; }

    /// <summary>How many other words may stand between two words of a choice.</summary>
    public int MaxTokenDistance { get; init; } = 2;

    /// <summary>The language of the answer, a BCP 47 tag.</summary>
    public string? Locale { get; init; }
}

/// <summary>Something that was found in a text.</summary>
/// <param name="Start">Where it begins, in UTF-16 units from 0.</param>
/// <param name="End">Where it ends: the last unit that belongs to it.</param>
/// <param name="Resolution">What it is.</param>
public sealed record ModelResult<T>(int Start, int End, T Resolution)
{
    /// <summary>Says where, and nothing of the text.</summary>
    public override string ToString() => $"{Start}-{End}";
}
