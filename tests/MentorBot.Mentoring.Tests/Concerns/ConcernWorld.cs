using MentorBot.BotFramework;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;
using MentorBot.Mentoring.Tests.Handoffs;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Concerns;

/// <summary>A world of handoffs whose bot also worries: <c>CRY</c> is red, <c>COLD</c> amber, <c>MINE</c> takes a concern, <c>NOW</c> asks for a person at once. Tomas leads, Priya stands in.</summary>
internal static class ConcernWorld
{
    public static async Task<World> OpenAsync(DatabaseProvider database, params IReadOnlyList<WeeklyHours> hours)
    {
        var world = await HandoffWorld.OpenAsync(database);
        world.Bot.When("CRY", context => RaiseAsync(context, ConcernKind.SelfHarm))
            .When("COLD", context => RaiseAsync(context, ConcernKind.Homeless))
            .When("MINE", TakeAsync)
            .When("NOW", AskAsync)
            .When(Duties.Changed, _ => Task.CompletedTask)
            .When(ConcernClock.Due, async context => await GoOnAsync(context.Turn(), (await context.Turn().FindConcernAsync(default))!));
        await world.HearAsync(Cast.Tomas, "MENTOR");
        await world.HearAsync(Cast.Priya, "MENTOR");
        await world.SetDutyAsync(hours);
        return world;
    }

    /// <summary>Time goes by, both clocks strike, and all that follows is done.</summary>
    public static async Task GoOnAsync(this World world, TimeSpan time)
    {
        world.Clock.Advance(time);
        await world.Here.Get<ConcernClock>().StrikeAsync(CancellationToken.None);
        await world.Here.Get<HandoffClock>().StrikeAsync(CancellationToken.None);
        await world.RunAsync();
    }

    public static Task<RaisedConcern> ConcernAsync(this World world) => world.ReadAsync(db => db.Concerns.OrderByDescending(c => c.Id).FirstAsync());

    /// <summary>Another lead, or none; and no deputy.</summary>
    public static async Task SetPeopleAsync(this World world, int? lead) =>
        Assert.Equal(DutyResult.Set, await world.Here.Get<Duties>().SetPeopleAsync(await world.ReadAsync(db => db.Schemes.MinAsync(s => s.Id)), lead, deputyId: null, CancellationToken.None));

    private static async Task SetDutyAsync(this World world, IReadOnlyList<WeeklyHours> hours)
    {
        var (top, mentors) = await world.ReadAsync(async db => (await db.Schemes.MinAsync(s => s.Id), await db.Mentors.OrderBy(m => m.Id).Select(m => m.Id).ToListAsync()));
        Assert.Equal(DutyResult.Set, await world.Here.Get<Duties>().SetPeopleAsync(top, mentors[0], mentors[1], CancellationToken.None));
        Assert.Equal(DutyResult.Set, await world.Here.Get<Duties>().SetHoursAsync(top, hours, Duty.FirstTimeZone, CancellationToken.None));
    }

    private static async Task RaiseAsync(ITurnContext context, ConcernKind kind) =>
        await AlertAsync(context.Turn(), await context.Turn().RaiseConcernAsync(kind, TimeSpan.Zero, default));

    private static async Task GoOnAsync(Turn turn, RaisedConcern concern)
    {
        if (await turn.RemindIfDueAsync(concern, default) is { } mentor) turn.SayIn(mentor.Phone!, MessageFactory.Text($"remember {concern.Tag}"), Speaker.Mentor);
        await AlertAsync(turn, concern);
    }

    private static async Task AlertAsync(Turn turn, RaisedConcern concern)
    {
        foreach (var mentor in await turn.AlertIfDueAsync(concern, default)) turn.SayIn(mentor.Phone!, MessageFactory.Text($"alert {concern.Tag}"), Speaker.Mentor);
    }

    private static async Task TakeAsync(ITurnContext context)
    {
        var turn = context.Turn();
        var mentor = (await turn.FindMentorAsync(default))!;
        var concern = await turn.ConcernsForAsync(mentor, default) is [var first, ..] ? first : null;
        if (concern is not null) foreach (var other in await turn.TakeConcernAsync(concern, mentor, default)) turn.SayIn(other.Phone!, MessageFactory.Text("taken"));
        await context.SendActivityAsync(concern is null ? "nothing" : "yours");
    }

    private static async Task AskAsync(ITurnContext context)
    {
        var turn = context.Turn();
        var handoff = await turn.AskForMentorNowAsync((await turn.FindConcernAsync(default))!, aboutId: null, default);
        foreach (var mentor in await turn.OfferAsync(handoff, null, default)) turn.SayIn(mentor.Phone!, MessageFactory.Text($"offer {handoff.Tag}"));
    }
}
