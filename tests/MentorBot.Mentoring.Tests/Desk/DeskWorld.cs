using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Tests.Handoffs;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Desk;

/// <summary>The world of handoffs, with mentors at the desk: they have no phone.</summary>
internal static class DeskWorld
{
    /// <summary>Amina asked, and mentors with these names were offered it at the desk. While one holds her, he is given what she writes.</summary>
    public static async Task<World> AskedAsync(DatabaseProvider database, params string[] names)
    {
        var world = await HandoffWorld.OpenAsync(database);
        world.Bot.When("help me", HearAsync).When("a secret", HearAsync).When("zebra", HearAsync);
        await world.AddMentorsAsync(names);
        await world.HearAsync(Cast.Amina, "PERSON");
        return world;
    }

    public static Task AddMentorsAsync(this World world, params string[] names) => world.ChangeAsync(async db =>
    {
        var scheme = await db.Schemes.MinAsync(s => s.Id);
        foreach (var name in names) db.Mentors.Add(new Mentor { Name = name, SchemeId = scheme, HearsBy = HearsBy.Desk, JoinedAt = world.Clock.GetUtcNow() });
    });

    public static Task<int> MentorAsync(this World world, string name) => world.ReadAsync(db => db.Mentors.Where(m => m.Name == name).Select(m => m.Id).SingleAsync());

    /// <summary>He takes it, as the desk does.</summary>
    public static async Task<DeskResult> TakeAsync(this World world, string name, string form = "take") =>
        await TakeAsync(world, await world.MentorAsync(name), (await world.HandoffAsync()).Id, form);

    public static Task<DeskResult> TakeAsync(World world, int mentorId, long handoffId, string form) => world.Here.Get<DeskTurns>().TakeAsync(mentorId, form, async (turn, mentor) =>
    {
        if (await turn.FindOfferAsync(mentor, handoffId, default) is not { } offer) return DeskResult.NotHis;
        if (await turn.TakeAsync(mentor, offer, default) is null) return DeskResult.Gone;
        turn.MoveToDesk(offer.Handoff!);
        turn.SayIn(offer.Handoff!.Conversation!, MessageFactory.Text(HandoffWorld.Here), Speaker.Mentor);
        return DeskResult.Done;
    }, default);

    /// <summary>He does something with what he holds.</summary>
    /// <param name="world">The world.</param>
    /// <param name="name">Who.</param>
    /// <param name="form">The form that he sent.</param>
    /// <param name="work">What he does.</param>
    /// <param name="node">The process that hears him; the one that works if none is named.</param>
    public static async Task<DeskResult> DoAsync(this World world, string name, string form, Func<Turn, Handoff, Task> work, ProcessUnderTest? node = null) =>
        await (node ?? world.Here).Get<DeskTurns>().TakeAsync(await world.MentorAsync(name), form, async (turn, mentor) =>
        {
            if (await turn.HeldByAsync(mentor, default) is not [var handoff, ..]) return DeskResult.NotHis;
            await work(turn, handoff);
            return DeskResult.Done;
        }, default);

    public static Task<DeskResult> WriteAsync(this World world, string name, string words, string form, ProcessUnderTest? node = null) => world.DoAsync(name, form, (turn, handoff) =>
    {
        turn.NoteMentorSpoke(handoff);
        turn.MoveToDesk(handoff);
        turn.SayIn(handoff.Conversation!, MessageFactory.Text(words), Speaker.Mentor);
        return Task.CompletedTask;
    }, node);

    public static async Task<DeskTalk?> TalkAsync(this World world, string name) =>
        await world.Here.Get<DeskTalks>().ReadAsync(await world.MentorAsync(name), (await world.HandoffAsync()).Id, default);

    public static async Task<DeskState> StateAsync(this World world, string name)
    {
        var id = await world.MentorAsync(name);
        return (await world.Here.Get<DeskNews>().LookAsync([id], default))[id];
    }

    private static async Task HearAsync(ITurnContext context)
    {
        var turn = context.Turn();
        if (await turn.FindHandoffAsync(default) is { IsHeld: true } handoff) turn.NoteMenteeSpoke(handoff, new Passing(turn.MessageId));
    }
}
