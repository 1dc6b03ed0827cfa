using System.Globalization;
using System.Text.RegularExpressions;

namespace MentorBot.Dialogs.Tests.Transcripts;

/// <summary>Transcripts are performed one after the other, and the clock goes on: so a transcript that tells days begins on a Monday, which it shows as Monday 7 December, whichever it was in truth.</summary>
internal sealed partial class Dates
{
    private static readonly DateOnly Stand = new(2026, 12, 7);
    private static readonly string[] English = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
    private static readonly string[] Welsh = ["Ion", "Chwe", "Maw", "Ebr", "Mai", "Meh", "Gorf", "Awst", "Medi", "Hyd", "Tach", "Rhag"];

    /// <summary>The Monday on which it begins; null before that is told.</summary>
    public DateOnly? Begin { get; set; }

    /// <summary>What was said, as a transcript shows it.</summary>
    public string Shown(string text) => Begin is not { } begin ? text : Day().Replace(text, match =>
    {
        var (day, months) = (int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture), match.Groups["cy"].Success ? Welsh : English);
        var month = Array.IndexOf(months, match.Groups["month"].Value) + 1;
        var year = month < begin.Month ? begin.Year + 1 : begin.Year;
        var shown = Stand.AddDays(new DateOnly(year, month, day).DayNumber - begin.DayNumber);
        return string.Create(CultureInfo.InvariantCulture, $"{match.Groups["name"].Value} {shown.Day} {months[shown.Month - 1]}");
    });

    [GeneratedRegex(@"\b(?<name>(?<en>Mon|Tue|Wed|Thu|Fri|Sat|Sun)|(?<cy>Llun|Maw|Mer|Iau|Gwe|Sad|Sul)) (?<day>[0-9]{1,2}) (?<month>[A-Z][a-z]{2,3})\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Day();
}
