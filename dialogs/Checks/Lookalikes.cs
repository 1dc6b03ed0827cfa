using System.Collections.Frozen;
using System.Text;

namespace MentorBot.Dialogs.Checks;

/// <summary>For characters that word processors put in and letters of Welsh, the nearest that a text message holds cheaply.</summary>
internal static class Lookalikes
{
    private static readonly FrozenDictionary<char, string> Plain = new Dictionary<char, string>
    {
        ['\u2018'] = "'", ['\u2019'] = "'", ['\u02BC'] = "'", ['`'] = "'", ['\u00B4'] = "'",
        ['\u201C'] = "\"", ['\u201D'] = "\"", ['\u00AB'] = "\"", ['\u00BB'] = "\"",
        ['\u2010'] = "-", ['\u2011'] = "-", ['\u2013'] = "-", ['\u2014'] = "-", ['\u2212'] = "-",
        ['\u2026'] = "...", ['\u00A0'] = "a space", ['\u202F'] = "a space", ['\t'] = "a space",
        ['\u2022'] = "-", ['\u00B7'] = "-", ['\u00D7'] = "x", ['\u00B0'] = "degrees",
        ['â'] = "a", ['ê'] = "e", ['î'] = "i", ['ô'] = "o", ['û'] = "u", ['ŵ'] = "w", ['ŷ'] = "y",
        ['Â'] = "A", ['Ê'] = "E", ['Î'] = "I", ['Ô'] = "O", ['Û'] = "U", ['Ŵ'] = "W", ['Ŷ'] = "Y",
        ['á'] = "a", ['í'] = "i", ['ó'] = "o", ['ú'] = "u", ['ï'] = "i", ['ë'] = "e", ['ç'] = "c",
    }.ToFrozenDictionary();

    /// <summary>The plain character, or for a letter with an accent the bare letter; nothing when we know of none.</summary>
    public static string? Of(Rune character) => character.IsBmp ? Plain.GetValueOrDefault((char)character.Value) : null;
}
