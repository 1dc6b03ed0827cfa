using System.Text.RegularExpressions;
using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Bookings;

/// <summary>Hears in a message that somebody can't come, or wants another time: "sorry can't make it tomorrow", "can we move tuesday". It counts only for whoever has a meeting ahead.</summary>
internal static partial class ChangePhrases
{
    // Longer messages tell a story.
    private const int MostWords = 16;

    /// <summary>The change that a message asks for; null where it asks for none, or she has no meeting ahead.</summary>
    public static async Task<string?> ChangeInAsync(Turn turn, string? text, CancellationToken cancellationToken) =>
        Read(text) is { } change && (await turn.MeetingsAheadAsync(cancellationToken)).Count > 0 ? change : null;

    /// <summary>The change that a message asks for, or null. What she can't come to is given back at once, so "I can't do this any more" and "can't make it work" have to be something else.</summary>
    internal static string? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Count(char.IsWhiteSpace) > MostWords) return null;
        var plain = Commands.Plain(text);
        return CantCome().IsMatch(plain) ? ChangeDialog.CantCome : MoveIt().IsMatch(plain) ? ChangeDialog.Move : DropIt().IsMatch(plain) ? ChangeDialog.DropIt : null;
    }

    /// <summary>The day that a message names, or null.</summary>
    public static TimeWish? DayIn(ITurnContext context)
    {
        var words = (context.Activity.Text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        // The longest run of words that is a day: whatever stands around it is about something else.
        for (var length = Math.Min(words.Length, 5); length > 0; length--)
            for (var first = 0; first + length <= words.Length; first++)
                if (WishReader.Read(string.Join(' ', words, first, length).Trim(',', '.', '!', '?'), context.Activity.Locale, TurnTime.Of(context)) is { From: not null } wish) return wish;
        return null;
    }

    private const string Day = "(?:TODAY|TOMORROW|TONIGHT|(?:ON |THIS |NEXT |UNTIL |TIL )?(?:MON|TUE|TUES|WED|WEDS|THU|THUR|THURS|FRI|SAT|SUN|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)|(?:THE|OUR|MY|THIS|THAT) (?:MEETING|APPOINTMENT|BOOKING|SESSION|TIME|DAY))\\b";
    private const string Cant = "(?:CANT|CANNOT|CAN NOT|COULDNT|WONT BE ABLE TO|NOT ABLE TO|NOT GOING TO BE ABLE TO|UNABLE TO|NOT GOING TO|NOT GONNA|WONT)";

    // "Make it" at the end, or before a day, a place or a reason; "come" of hers, and not of a picture that won't come up.
    [GeneratedRegex(
        @"\b" + Cant + " (?:MAKE|DO|ATTEND) " + Day + @"|\b" + Cant + @" (?:MAKE|GET THERE|ATTEND)(?: IT| THAT)?(?: (?:SORRY|NOW|BECAUSE|COS|CUZ|AS|THE BUS|AT|IN|" + Day + @").*)?$|\b" + Cant + @" MEET(?: (?:YOU|HIM|HER|THEM|US))? " + Day
        + "|(?:^|\\bI |\\bSORRY |\\bSO |\\bBUT |\\bAND )" + Cant + @" COME(?! (?:UP|ON|OUT|OFF|BACK|THROUGH|DOWN|OVER))|(?:^|\bIM |\bI AM |\bSORRY )NOT COMING(?! (?:UP|ON|THROUGH|OUT|OFF))|\b(?:METHU|DDIM YN GALLU|DDIM YN MEDRU|ALLAI DDIM|FEDRA I DDIM) (?:DOD|GWNEUD (?:HI|Y CYFARFOD|YFORY|HEDDIW|DYDD))\b",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CantCome();

    [GeneratedRegex(@"\b(?:RESCHEDULE|RE ARRANGE|REARRANGE)\b|\b(?:MOVE|CHANGE|SWAP) (?:" + Day + @"|IT TO|TO " + Day + @")|\b(?:ANOTHER|DIFFERENT|OTHER) TIME (?:PLEASE|FOR|THAN)|\b(?:NEWID|SYMUD) (?:YR|FY|Y) (?:CYFARFOD|AMSER|APWYNTIAD)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MoveIt();

    [GeneratedRegex(@"\b(?:CANCEL|CALL OFF|DROP|DONT WANT|CANSLO|GOLLWNG) (?:IT|MY|THE|OUR|Y|YR|FY) ?(?:MEETING|APPOINTMENT|BOOKING|SESSION|CYFARFOD|APWYNTIAD)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DropIt();
}
