using MentorBot.Dialogs.About;
using MentorBot.Dialogs.Bookings;
using MentorBot.Dialogs.Calendars;
using MentorBot.Dialogs.CommandLists;
using MentorBot.Dialogs.Concerns;
using MentorBot.Dialogs.ContactCentres;
using MentorBot.Dialogs.Groups;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Help;
using MentorBot.Dialogs.Languages;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Linking;
using MentorBot.Dialogs.Mentors;
using MentorBot.Dialogs.Menu;
using MentorBot.Dialogs.NotUnderstood;
using MentorBot.Dialogs.Root;
using MentorBot.Dialogs.SmallTalk;
using MentorBot.Dialogs.Stopping;
using MentorBot.Dialogs.Tips;
using MentorBot.Dialogs.WebChat;
using MentorBot.Dialogs.Welcome;

namespace MentorBot.Dialogs.Checks;

/// <summary>Whatever the program says by its name is there in English. The other languages are held against the English one.</summary>
internal sealed class NeededKeys : Check
{
    /// <summary>All that the program says, as its parts declare it, but for what courses are read and sent with: their reader asks for that.</summary>
    public static IReadOnlyList<string> Spoken =>
    [
        .. Bot.Keys,
        .. OptOut.Keys,
        .. ConcernWatch.Keys,
        .. ConcernDue.Keys,
        Newcomer.Welcome,
        Newcomer.Stranger,
        .. MenuDialog.Keys,
        .. TipsDialog.Keys,
        .. AboutDialog.Keys,
        .. LanguageDialog.Keys,
        .. PersonDialog.Keys,
        .. MessageDialog.Keys,
        .. HandoffDue.Keys,
        .. Relay.Keys,
        .. HubTalk.Keys,
        .. HelpedQuestion.Keys,
        .. MentorPhone.Keys,
        .. DutyDue.Keys,
        .. BookDialog.Keys,
        .. TimesDialog.Keys,
        .. ChangeDialog.Keys,
        .. BookingDue.Keys,
        .. MeetingAnswerDialog.Keys,
        .. CameQuestion.Keys,
        .. GroupsDialog.Keys,
        .. GroupDialog.Keys,
        .. GroupDue.Keys,
        .. DigestOrder.Keys,
        .. MeetingDeeds.Keys,
        .. HelpDialog.Keys,
        .. PauseDialog.Keys,
        .. LinkDialog.Keys,
        .. UnlinkDialog.Keys,
        .. SmallTalkDialog.Keys,
        .. NotUnderstoodDialog.Keys,
        .. CommandList.Keys,
        .. PageWords.Keys,
        .. CalendarWords.Keys,
    ];

    public override IEnumerable<ContentProblem> Problems(Material material) =>
        from key in Spoken.Distinct()
        where material.Words.Find(Language.English, key) is null
        let parts = key.Split('.')
        select new ContentProblem(
            $"dialogs/{parts[0]}/words.{Language.English}.yaml",
            1,
            $"`{parts[1]}` is missing, and MentorBot has to say it.",
            "Put it back under this name, in every language.");
}
