using System.Text;

namespace MentorBot.Mentoring.Calendars;

/// <summary>The lines of an iCalendar file (RFC 5545, 3.1): a name and a value each, ended by CRLF, and folded where they are long.</summary>
/// <remarks>
/// No value can begin a line of its own. Here every text is one value whatever is in it; names, and values that are no texts, are ours.
/// <para>
/// Ical.Net 5.2.4 is not used to write: it folds in the midst of a character and so ruins it, lets a line break in a link begin another property, and is wrong about zones (an hour
/// off in Europe/Dublin; in Asia/Kathmandu the clocks change each January). Tests read with it.
/// </para>
/// </remarks>
internal sealed class ContentLines
{
    // Octets of UTF-8 in a line, without its end.
    private const int Longest = 75;

    private const string End = "\r\n";

    private readonly StringBuilder _lines = new();

    /// <summary>Writes a component and what is in it.</summary>
    public void Component(string name, Action content)
    {
        Add("BEGIN", name);
        content();
        Add("END", name);
    }

    /// <summary>Writes a property whose value is no text of anybody's.</summary>
    /// <param name="name">Its name, with its parameters if it has any.</param>
    /// <param name="value">Its value, as it stands in the file.</param>
    public void Add(string name, string value) => Fold($"{name}:{value}");

    /// <summary>Writes a text, or nothing where there is none.</summary>
    public void AddText(string name, string? text)
    {
        if (text is not null) Add(name, Escape(text));
    }

    /// <summary>Writes an absolute address, or nothing where there is none.</summary>
    public void AddAddress(string name, Uri? address)
    {
        if (address is not null) Add(name, string.Concat(address.AbsoluteUri.EnumerateRunes().Select(InAddress)));
    }

    /// <summary>The file.</summary>
    public override string ToString() => _lines.ToString();

    // Half a surrogate pair, which no file can hold, is enumerated as U+FFFD.
    private void Fold(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Longest)
            {
                _lines.Append(End).Append(' ');
                octets = 1;
            }
            _lines.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        _lines.Append(End);
    }

    // RFC 5545, 3.3.11. Everything that any reader takes for the end of a line is a line break in the text, U+0085, U+2028 and U+2029 too.
    private static string Escape(string text) => string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Select(InText));

    private static string InText(Rune rune) => rune.Value switch
    {
        '\n' => "\\n",
        '\\' or ';' or ',' => $"\\{rune}",
        '\t' => "\t",
        _ => Rune.IsControl(rune) ? " " : rune.ToString(),
    };

    // An address may have been made so that its characters are kept, line breaks too.
    private static string InAddress(Rune rune) => rune.Value is > ' ' and < 0x7F ? rune.ToString() : Uri.EscapeDataString(rune.ToString());
}
