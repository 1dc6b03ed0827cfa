namespace MentorBot.BotFramework.Dialogs;

/// <summary>One word, number or sign of what somebody wrote, as recognisers compare it: small letters, no accents, no apostrophes.</summary>
/// <param name="Text">The word; a number keeps the points, colons and strokes inside it.</param>
/// <param name="IsJoined">Whether it follows the one before without a gap, as <c>pm</c> does in <c>3pm</c>.</param>
internal readonly record struct Word(string Text, bool IsJoined)
{
    /// <summary>Whether a comma, a full stop or the like follows, or nothing at all.</summary>
    public bool EndsClause { get; init; }

    public bool IsNumber => char.IsAsciiDigit(Text[^1]);

    public bool IsSign => !char.IsLetterOrDigit(Text[^1]);

    /// <summary>Says nothing of the word: a person wrote it.</summary>
    public override string ToString() => "a word";
}
