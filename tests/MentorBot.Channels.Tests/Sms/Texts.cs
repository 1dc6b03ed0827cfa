using FsCheck;
using FsCheck.Fluent;

namespace MentorBot.Channels.Tests.Sms;

/// <summary>Texts as people and programs might write them, for properties.</summary>
internal static class Texts
{
    private static readonly string[] Pieces =
    [
        "hello", "a", "appointment", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "I", "10:30", "dŵr", "tŷ", "سلام", "жук", "漢字",
        " ", " ", " ", " ", "  ", "\n", "\r\n", "\n\n", "\t", "\u00A0", ". ", "! ", "? ", ".\n\n", "...", "…", ", ", "“", "”", "’", "–", "`",
        "€", "{", "}", "[", "|", "~", "^", "😀", "👨\u200D👩\u200D👧\u200D👦", "🇬🇧", "🏴\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F",
        "e\u0301", "\u0301", "\uD83D", "\uDE00", "\0", "ﬁ", new string('x', 150), new string('ж', 66), new string('€', 80),
    ];

    /// <summary>Anything from nothing to a dozen messages' worth.</summary>
    public static Gen<string> Any { get; } =
        from length in Gen.Choose(0, 300)
        from pieces in Gen.ArrayOf(Gen.Elements(Pieces), length)
        select string.Concat(pieces);
}
