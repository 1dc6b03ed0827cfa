using FsCheck;
using FsCheck.Fluent;

namespace MentorBot.Mentoring.Tests.Calendars;

/// <summary>Texts that mean no harm, and texts that do.</summary>
internal static class Texts
{
    private static readonly string[] Pieces =
    [
        "hello", "Tŷ Mawr", "dŵr", "gwên", "سلام", "漢字", "😀", "👨\u200D👩\u200D👧\u200D👦", "🏴\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F", "e\u0301", " ", "  ", "\t",
        "\\", ";", ",", ":", "\"", "\\n", "\\N", "\\,", "=", "%0D%0A", new string('x', 74), new string('x', 75), new string('ŵ', 40), new string('漢', 26),
        "\n", "\r", "\r\n", "\n\r", "\v", "\f", "\u001C", "\u001D", "\u001E", "\u0085", "\u2028", "\u2029", "\0", "\a", "\b", "\u001B", "\u007F", "\u009B", "\uFEFF", "\uD83D", "\uDE00",
        "\r\nX-EVIL:1", "\nATTENDEE:mailto:evil@example.com", "\rEND:VEVENT", "\r\n END:VEVENT\r\nBEGIN:VALARM", "\u2028BEGIN:VEVENT",
    ];

    /// <summary>Anything from nothing to a hundred pieces.</summary>
    public static Gen<string> Any { get; } =
        from length in Gen.Choose(0, 100)
        from pieces in Gen.ArrayOf(Gen.Elements(Pieces), length)
        select string.Concat(pieces);
}
