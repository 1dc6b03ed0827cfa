using System.Text;

namespace MentorBot.Channels.Sms;

/// <summary>Swaps printers' characters for look-alikes that a text message carries for half the price.</summary>
/// <remarks>
/// One curly quote makes a whole message UCS-2, which holds 70 characters instead of 160. Letters are never touched: <c>ŵ</c> and <c>ŷ</c> are not a
/// <c>w</c> and a <c>y</c>, and a Welsh word must arrive as it is spelt.
/// </remarks>
internal static class SmsFolding
{
    /// <summary>The text folded; the very same string if there was nothing to fold.</summary>
    public static string Fold(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (LookAlike(text[i]) is not null)
                return FoldFrom(text, i);
        }
        return text;
    }

    private static string FoldFrom(string text, int first)
    {
        var folded = new StringBuilder(text, 0, first, text.Length + 16);
        foreach (var character in text.AsSpan(first))
        {
            if (LookAlike(character) is { } other)
                folded.Append(other);
            else
                folded.Append(character);
        }
        return folded.ToString();
    }

    // Null for what stays. The zero-width joiners stay: faces and Persian words are built with them.
    private static string? LookAlike(char character) => character switch
    {
        < '`' => character is '\t' ? " " : null,
        '`' or '´' or '‘' or '’' or '‚' or '‛' or '′' or '‵' or 'ʹ' or 'ʼ' or '‹' or '›' => "'",
        '“' or '”' or '„' or '‟' or '″' or '‶' or '«' or '»' or '〝' or '〞' => "\"",
        '\u2010' or '\u2011' or '\u2012' or '–' or '—' or '―' or '−' or '⁃' or '﹘' or '﹣' => "-",
        '•' or '‣' or '◦' or '∙' or '▪' or '●' or '○' or '■' or '□' or '·' or '‧' => "-",
        '…' => "...",
        '‥' => "..",
        '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' => " ",
        '\u2028' or '\u0085' => "\n",
        '\u2029' => "\n\n",
        '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' => "",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' or 'ﬆ' => "st",
        '⁄' or '∕' => "/",
        '×' => "x",
        '½' => "1/2",
        '¼' => "1/4",
        '¾' => "3/4",
        '→' => "->",
        '←' => "<-",
        '™' => "(TM)",
        '©' => "(C)",
        '®' => "(R)",
        >= '！' and <= '～' => Fullwidth(character),
        _ => null,
    };

    // The forms stand in the order of ASCII, so the look-alike is a fixed step away. Its backtick folds again.
    private static string Fullwidth(char character)
    {
        var ascii = (char)(character - '！' + '!');
        return ascii == '`' ? "'" : ascii.ToString();
    }
}
