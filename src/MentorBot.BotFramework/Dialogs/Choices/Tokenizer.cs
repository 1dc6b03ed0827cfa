namespace MentorBot.BotFramework.Dialogs;

/// <summary>A word of a text, as choices are compared with it.</summary>
/// <param name="Start">Where it begins, in UTF-16 units from 0.</param>
/// <param name="End">Where it ends: the last unit that belongs to it.</param>
/// <param name="Text">The word as it was written.</param>
/// <param name="Normalized">The word in small letters.</param>
public readonly record struct Token(int Start, int End, string Text, string Normalized)
{
    /// <summary>Says where, and nothing of the text.</summary>
    public override string ToString() => $"{Start}-{End}";
}

/// <summary>Splits text into words at spaces and marks. Characters beyond the first plane, emoji above all, are words of their own.</summary>
public static class Tokenizer
{
    /// <summary>The words of a text. Any string will do, however broken.</summary>
    public static IReadOnlyList<Token> Tokenize(string? text)
    {
        var tokens = new List<Token>();
        var start = -1;
        for (var i = 0; i < (text?.Length ?? 0); i++)
        {
            if (IsPair(text!, i))
            {
                AddToken(tokens, text!, ref start, i);
                tokens.Add(TokenOf(text!, i, i + 1));
                i++;
            }
            else if (IsBreak(text![i]))
            {
                AddToken(tokens, text, ref start, i);
            }
            else if (start < 0)
            {
                start = i;
            }
        }
        AddToken(tokens, text ?? "", ref start, text?.Length ?? 0);
        return tokens;
    }

    private static void AddToken(List<Token> tokens, string text, ref int start, int end)
    {
        if (start >= 0)
            tokens.Add(TokenOf(text, start, end - 1));
        start = -1;
    }

    private static Token TokenOf(string text, int start, int end)
    {
        var word = text[start..(end + 1)];
        return new Token(start, end, word, word.ToLowerInvariant());
    }

    private static bool IsPair(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);

    private static bool IsBreak(char c) => c
        is <= '\u002F' or (>= '\u003A' and <= '\u0040') or (>= '\u005B' and <= '\u0060') or (>= '\u007B' and <= '\u00BF')
        or (>= '\u02B9' and <= '\u036F') or (>= '\u2000' and <= '\u2BFF') or (>= '\u2E00' and <= '\u2E7F');
}
