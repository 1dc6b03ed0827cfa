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

    /// <summary>The change that a message asks for, or null.</summary>
    public static async Task<string?> ChangeInAsync(Turn turn, string? text, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Count(char.IsWhiteSpace) > MostWords) return null;
        var plain = Commands.Plain(text);
        var change = CantCome().IsMatch(plain) ? ChangeDialog.CantCome : MoveIt().IsMatch(plain) ? ChangeDialog.Move : DropIt().IsMatch(plain) ? ChangeDialog.DropIt : null;
        return change is not null && (await turn.MeetingsAheadAsync(cancellationToken)).Count > 0 ? change : null;
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

    [GeneratedRegex(@"\b(?:(?:CANT|CANNOT|CAN NOT|WONT|WONT BE ABLE TO|NOT ABLE TO|UNABLE TO|COULDNT) (?:MAKE|COME|DO|GET THERE|ATTEND|MEET)|NOT COMING|NOT GOING TO MAKE|FETHU|METHU DOD|METHU GWNEUD|DDIM YN GALLU DOD|ALLAI DDIM DOD)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CantCome();

    [GeneratedRegex(@"\b(?:RESCHEDULE|RE ARRANGE|REARRANGE|(?:MOVE|CHANGE|SWAP) (?:IT|MY|THE|OUR|TO|MON|TUE|WED|THU|FRI|SAT|SUN)|ANOTHER TIME|DIFFERENT TIME|AMSER ARALL|NEWID (?:YR|FY|Y))\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MoveIt();

    [GeneratedRegex(@"\b(?:CANCEL|CALL OFF|DROP|DONT WANT|CANSLO|GOLLWNG) (?:IT|MY|THE|OUR|Y|YR|FY) ?(?:MEETING|APPOINTMENT|BOOKING|SESSION|CYFARFOD|APWYNTIAD)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DropIt();
}
