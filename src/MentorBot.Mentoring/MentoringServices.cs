using MentorBot.BotFramework;
using MentorBot.Mentoring.Accounts;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Groups;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Incidents;
using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using MentorBot.Mentoring.Schemes;
using MentorBot.Mentoring.WebChats;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Mentoring;

/// <summary>Registers everything that MentorBot knows and does.</summary>
public static class MentoringServices
{
    /// <summary>Adds the features, over a database and a key ring.</summary>
    /// <remarks>The host adds a <see cref="TimeProvider"/>, the <see cref="IBot"/>, its <see cref="StateTypes"/>, the middleware and the channels.</remarks>
    /// <param name="services">Where to.</param>
    /// <param name="database">Which database.</param>
    /// <param name="keys">The keys that addresses and texts are sealed with.</param>
    /// <param name="keepWordsFor">How long words are kept, at most <see cref="Retention.MostDays"/> days.</param>
    public static IServiceCollection AddMentoring(
        this IServiceCollection services, DatabaseSettings database, KeyRing keys, TimeSpan keepWordsFor) => services
        .AddMentorBotDatabase(database)
        .AddSingleton(keys)
        .AddSingleton<Cipher>()
        .AddSingleton<AddressVault>()
        .AddSingleton<TextVault>()
        .AddSingleton<Preparation>()
        .AddSingleton<StorageWatch>()
        .AddSingleton<Writes>()
        .AddSingleton<StorageIncidents>()
        .AddSingleton(provider => new Partitions(provider.GetRequiredService<Writes>(), TimeProvider.System))
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<Retention>(provider, keepWordsFor))
        .AddSingleton(provider => NewAdapter(provider.GetServices<IMiddleware>()))
        .AddSingleton<IncidentLog>()
        .AddSingleton<Newcomers>()
        .AddSingleton<LinkCodes>()
        .AddSingleton<Hubs>()
        .AddSingleton<Saying>()
        .AddSingleton<TurnTaking>()
        .AddSingleton<Turns>()
        .AddSingleton<Pace>()
        .AddSingleton<Inbox>()
        .AddSingleton<Moving>()
        .AddSingleton<Outbox>()
        .AddSingleton<Deliveries>()
        .AddSingleton<Invitations>()
        .AddSingleton<MentorRoll>()
        .AddSingleton<HandoffClock>()
        .AddBookings()
        .AddSingleton<GroupClock>()
        .AddSingleton<Digests>()
        .AddSingleton<GroupPlans>()
        .AddSingleton<GroupRoll>()
        .AddSingleton<Abouts>()
        .AddSingleton<Funnels>()
        .AddDesk()
        .AddSingleton<ConcernClock>()
        .AddSingleton<ConcernReadings>()
        .AddSingleton<ConcernRoll>()
        .AddSingleton<Duties>()
        .AddSingleton<WaitSettings>()
        .AddSingleton<ChatLeaving>()
        .AddSingleton<ChatHistory>()
        .AddSingleton<ChatNews>()
        .AddSingleton<BegunChats>()
        .AddSingleton<Uploads>()
        .AddSingleton<ChatRetention>()
        .AddSingleton(typeof(Signal<>))
        .AddAccounts();

    private static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .AddSingleton(new MachineClock(TimeProvider.System))
        .AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>()
        .AddSingleton<AccountVault>()
        .AddSingleton<Proofs>()
        .AddSingleton<Standings>()
        .AddSingleton<SignIns>()
        .AddSingleton<SigningIn>()
        .AddSingleton<DeskInvitations>()
        .AddSingleton<OpenInvitations>()
        .AddSingleton<Joining>()
        .AddSingleton<OwnAccount>()
        .AddSingleton<Team>();

    private static IServiceCollection AddBookings(this IServiceCollection services) => services
        .AddSingleton<BookingClock>()
        .AddSingleton<ZoneChanges>()
        .AddSingleton<MentorTimes>()
        .AddSingleton<MentorMeetings>()
        .AddSingleton<MeetingCalendars>()
        .AddSingleton<BookingRoll>()
        .AddSingleton<Venues>();

    private static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddSingleton<DeskTurns>()
        .AddSingleton<DeskNotes>()
        .AddSingleton<DeskQueues>()
        .AddSingleton<DeskConcerns>()
        .AddSingleton<DeskPresence>()
        .AddSingleton<DeskTalks>()
        .AddSingleton<TalkLines>()
        .AddSingleton<DeskSearch>()
        .AddSingleton<SavedReplies>()
        .AddSingleton<HeldChats>()
        .AddSingleton<DeskNews>();

    private static BufferedAdapter NewAdapter(IEnumerable<IMiddleware> middleware)
    {
        var adapter = new BufferedAdapter(() => Guid.NewGuid().ToString("N"));
        foreach (var one in middleware) adapter.Use(one);
        return adapter;
    }
}
