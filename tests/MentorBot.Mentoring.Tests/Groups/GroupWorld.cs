using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Groups;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MentorBot.Mentoring.Tests.Groups;

/// <summary>A world with one group session, three days ahead, whose bot gives its seats: <c>PHOTOS</c> asks for one, <c>WAIT</c> waits for one, <c>LEAVE</c> gives it back. What the clock calls upon it says in a word.</summary>
internal static class GroupWorld
{
    public const string Seat = "a seat";
    public const string Full = "full";
    public const string Free = "a seat is free";
    public const string Lapsed = "kept no more";
    public const string Off = "called off";
    public const string Digest = "the digest";

    public static readonly TimeSpan Ahead = TimeSpan.FromDays(3);

    /// <param name="database">The kind of database.</param>
    /// <param name="seats">How many seats there are.</param>
    public static async Task<World> OpenAsync(DatabaseProvider database, int seats)
    {
        var world = await World.OpenAsync(database);
        world.Bot.When("PHOTOS", JoinAsync).When("WAIT", WaitAsync).When("LEAVE", LeaveAsync).When(GroupClock.Due, GoOnAsync);
        var maker = await MakerAsync(world);
        Assert.Null((await world.Here.Get<GroupPlans>().MakeAsync(maker, Plan(world, maker, seats), "the first form", CancellationToken.None)).Problem);
        return world;
    }

    /// <summary>The mentor who leads it, and may make others.</summary>
    public static async Task<GroupMaker> MakerAsync(World world)
    {
        await world.ChangeAsync(async db =>
        {
            if (!await db.Mentors.AnyAsync()) db.Mentors.Add(new Mentor { SchemeId = await db.Schemes.MinAsync(s => s.Id), Name = "Tomas" });
        });
        var mentor = await world.ReadAsync(db => db.Mentors.FirstAsync());
        return new GroupMaker(mentor.SchemeId, mentor.Id, IsCoordinator: false);
    }

    public static GroupPlan Plan(World world, GroupMaker by, int seats = 2, string keyword = "PHOTOS") => new()
    {
        Title = "Better photos",
        Keyword = keyword,
        Start = Instant.FromDateTimeOffset(world.Clock.GetUtcNow() + Ahead).InZone(DateTimeZoneProviders.Tzdb["Europe/London"]).LocalDateTime,
        Minutes = 60,
        TimeZone = "Europe/London",
        Seats = seats,
        MentorId = by.MentorId!.Value,
        HasRemoteWay = true,
    };

    public static async Task HearAsync(this World world, Person person, string text)
    {
        await world.ReceiveAsync(person, text);
        await world.RunAsync();
    }

    /// <summary>Time goes by, the clock strikes, and all that follows is done.</summary>
    public static async Task StrikeGroupsAfterAsync(this World world, TimeSpan time)
    {
        world.Clock.Advance(time);
        await world.Here.Get<GroupClock>().StrikeAsync(CancellationToken.None);
        await world.RunAsync();
    }

    public static Task<GroupMeeting> SessionAsync(this World world) => world.ReadAsync(db => db.GroupMeetings.FirstAsync());

    public static Task<Dictionary<ParticipantState, int>> CountsAsync(this World world) =>
        world.ReadAsync(db => db.Participants.GroupBy(p => p.State).ToDictionaryAsync(group => group.Key, group => group.Count()));

    private static async Task<GroupMeeting> FindAsync(Turn turn) => (await turn.FindGroupAsync("PHOTOS", default))!;

    private static async Task JoinAsync(ITurnContext context)
    {
        var turn = context.Turn();
        await context.SendActivityAsync(await turn.JoinAsync(await FindAsync(turn), default) is null ? Full : Seat);
    }

    private static async Task WaitAsync(ITurnContext context)
    {
        var turn = context.Turn();
        var session = await FindAsync(turn);
        if (await turn.JoinAsync(session, default) is not null) await context.SendActivityAsync(Seat);
        else await context.SendActivityAsync($"number {(await turn.WaitForSeatAsync(session, default)).Place}");
    }

    private static async Task LeaveAsync(ITurnContext context)
    {
        var turn = context.Turn();
        await turn.LeaveGroupAsync((await turn.FindParticipantAsync(await FindAsync(turn), default))!, default);
    }

    private static async Task GoOnAsync(ITurnContext context)
    {
        var turn = context.Turn();
        foreach (var participant in await turn.DueParticipantsAsync(default)) await context.SendActivityAsync(await SayAsync(turn, participant));
    }

    private static async Task<string> SayAsync(Turn turn, Participant participant)
    {
        if (participant.State == ParticipantState.Offered && participant.TellAt is null)
        {
            await turn.LetLapseAsync(participant, default);
            return Lapsed;
        }
        var reminder = turn.TakeReminder(participant);
        var isToBeTold = participant.TellAt is not null;
        turn.NoteTold(participant);
        return participant.State switch
        {
            ParticipantState.Offered => Free,
            ParticipantState.CalledOff => Off,
            _ => isToBeTold ? Digest : $"{reminder}",
        };
    }
}
