using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.About;
using MentorBot.Dialogs.Bookings;
using MentorBot.Dialogs.Calendars;
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
using MentorBot.Dialogs.Welcome;
using MentorBot.Mentoring.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Dialogs;

/// <summary>Registers what MentorBot says, and how each conversation goes on.</summary>
public static class DialogServices
{
    /// <summary>Adds the bot, what its turns pass through on their way to it, and the dialogs.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="content">The words, commands and courses, with no problems in them.</param>
    /// <param name="rooms">Where people meet by video.</param>
    public static IServiceCollection AddDialogs(this IServiceCollection services, Content content, VideoRooms rooms) => services
        .AddSingleton(content)
        .AddSingleton(rooms)
        .AddSingleton<StateTypes>()
        .AddSingleton<TelegramLink>()
        .AddHandoffs()
        .AddBookings()
        .AddGroups()
        .AddMiddleware()
        .AddConversations()
        .AddSingleton<RootDialog>()
        .AddSingleton<IBot, Bot>();

    // In the order that turns pass through them. What stands before the floor's guard works whoever has the floor,
    // and what is to hear somebody who told us to stop has to stand before the opt-out.
    private static IServiceCollection AddMiddleware(this IServiceCollection services) => services
        .AddSingleton<IMiddleware, Arrival>()
        .AddSingleton<IMiddleware, ConcernWatch>()
        .AddSingleton<IMiddleware, HandoffDue>()
        .AddSingleton<IMiddleware, ConcernDue>()
        .AddSingleton<IMiddleware, DutyDue>()
        .AddSingleton<IMiddleware, BookingDue>()
        .AddSingleton<IMiddleware, GroupDue>()
        .AddSingleton<IMiddleware, PageLeft>()
        .AddSingleton<IMiddleware, OptOut>()
        .AddSingleton<IMiddleware, QuickExit>()
        .AddSingleton<IMiddleware, ConcernQuestion>()
        .AddSingleton<IMiddleware, CameQuestion>()
        .AddSingleton<IMiddleware, DigestOrder>()
        .AddSingleton<IMiddleware, MentorPhone>()
        .AddSingleton<IMiddleware, HubTalk>()
        .AddSingleton<IMiddleware, Relay>()
        .AddSingleton<IMiddleware, FloorGuard>()
        .AddSingleton<IMiddleware, HelpedQuestion>()
        .AddSingleton<IMiddleware, LinkQuestion>();

    private static IServiceCollection AddHandoffs(this IServiceCollection services) => services
        .AddSingleton<Cards>()
        .AddSingleton<HubWords>()
        .AddSingleton<HubCalls>()
        .AddSingleton<Rounds>()
        .AddSingleton<Waiting>()
        .AddSingleton<WhileWaiting>()
        .AddSingleton<Endings>()
        .AddSingleton<Stops>()
        .AddSingleton<MentorDeeds>()
        .AddSingleton(provider => new MentorDesk(provider.GetRequiredService<DeskTurns>(), provider.GetRequiredService<DeskNotes>(), provider.GetRequiredService<MentorDeeds>(), provider.GetRequiredService<Content>()))
        .AddSingleton<Alarms>()
        .AddSingleton<PersonNow>()
        .AddSingleton<OwnCry>()
        .AddSingleton<TakeOrder>()
        .AddSingleton<DoneOrder>()
        .AddSingleton<LookingAfter>()
        .AddSingleton<MentorOrders>()
        .AddSingleton<NoteOrder>()
        .AddSingleton<MentorWords>();

    private static IServiceCollection AddBookings(this IServiceCollection services) => services
        .AddSingleton<BookingAnswers>()
        .AddSingleton<BookingNews>()
        .AddSingleton<DayOrder>()
        .AddSingleton<MeetingDeeds>()
        .AddSingleton(provider => new MeetingDesk(provider.GetRequiredService<DeskTurns>(), provider.GetRequiredService<MeetingDeeds>()))
        .AddSingleton<CalendarWords>()
        .AddSingleton<MeetingQuestions>()
        .AddSingleton<MeetingAnswers>();

    private static IServiceCollection AddGroups(this IServiceCollection services) => services
        .AddSingleton<GroupNews>()
        .AddSingleton<GroupQuestions>()
        .AddSingleton<GroupAnswers>();

    private static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddSingleton<Dialog, MenuDialog>()
        .AddSingleton<Dialog, TipsDialog>()
        .AddSingleton<Dialog, AboutDialog>()
        .AddSingleton<Dialog, LanguageDialog>()
        .AddSingleton<Dialog, PersonDialog>()
        .AddSingleton<Dialog, MessageDialog>()
        .AddSingleton<Dialog, BookDialog>()
        .AddSingleton<Dialog, TimesDialog>()
        .AddSingleton<Dialog, ChangeDialog>()
        .AddSingleton<Dialog, MeetingAnswerDialog>()
        .AddSingleton<Dialog, GroupsDialog>()
        .AddSingleton<Dialog, GroupDialog>()
        .AddSingleton<Dialog, HelpDialog>()
        .AddSingleton<Dialog, PauseDialog>()
        .AddSingleton<Dialog, LinkDialog>()
        .AddSingleton<Dialog, UnlinkDialog>()
        .AddSingleton<Dialog, SmallTalkDialog>()
        .AddSingleton<Dialog, NotUnderstoodDialog>();
}
