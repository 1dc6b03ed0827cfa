using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Handoffs;

/// <summary>A world whose bot hands over: <c>MENTOR</c> makes who writes it one, <c>PERSON</c> asks for one, <c>URGENT</c> asks all of them, <c>TAKE</c> takes, <c>DONE</c> finishes, <c>STOP</c> gives all back, <c>NO PERSON</c> calls it off. While a mentor has the floor it is silent.</summary>
internal static class HandoffWorld
{
    public const string Here = "a mentor is here";
    public const string Back = "the bot is back";
    public const string Nobody = "nobody is free";

    // Where no scheme decides otherwise.
    public static readonly TimeSpan BetweenWaves = TimeSpan.FromMinutes(Waits.Usual.Wave!.Value);
    public static readonly TimeSpan AfterLastWave = TimeSpan.FromMinutes(Waits.Usual.GiveUp!.Value);
    public static readonly TimeSpan WordsWithin = TimeSpan.FromMinutes(Waits.Usual.Answer!.Value);

    /// <param name="database">The kind of database.</param>
    /// <param name="beforeSaving">Happens in the first turn that takes, once, behind its back.</param>
    public static async Task<World> OpenAsync(DatabaseProvider database, Func<World, Task>? beforeSaving = null)
    {
        var world = await World.OpenAsync(database);
        world.Bot.When("MENTOR", BecomeAsync)
            .When("PERSON", context => AskAsync(context, isUrgent: false))
            .When("URGENT", context => AskAsync(context, isUrgent: true))
            .When("TAKE", async context =>
            {
                await TakeAsync(context);
                await (Interlocked.Exchange(ref beforeSaving, null)?.Invoke(world) ?? Task.CompletedTask);
            })
            .When("DONE", FinishAsync)
            .When("STOP", async context => await context.Turn().GiveAllBackAsync((await context.Turn().FindMentorAsync(default))!, default))
            .When("NO PERSON", async context => await context.Turn().EndAsync((await context.Turn().FindHandoffAsync(default))!, HandoffEnd.Withdrawn, default))
            .When("hello", context => context.Turn().Conversation.Floor == Floor.Bot ? context.SendActivityAsync("the bot says hello") : Task.CompletedTask)
            .When(HandoffClock.Taken, _ => Task.CompletedTask)
            .When(HandoffClock.Due, GoOnAsync);
        return world;
    }

    /// <summary>Amina asked, and these mentors were offered it.</summary>
    public static async Task<World> AskedAsync(DatabaseProvider database, Func<World, Task>? beforeSaving = null)
    {
        var world = await OpenAsync(database, beforeSaving);
        await world.HearAsync(Cast.Tomas, "MENTOR");
        await world.HearAsync(Cast.Priya, "MENTOR");
        await world.HearAsync(Cast.Amina, "PERSON");
        return world;
    }

    public static async Task HearAsync(this World world, Person person, string text)
    {
        await world.ReceiveAsync(person, text);
        await world.RunAsync();
    }

    /// <summary>Time goes by, the clock strikes, and all that follows is done.</summary>
    public static async Task StrikeAfterAsync(this World world, TimeSpan time)
    {
        world.Clock.Advance(time);
        await world.Here.Get<HandoffClock>().StrikeAsync(CancellationToken.None);
        await world.RunAsync();
    }

    public static Task<Handoff> HandoffAsync(this World world) =>
        world.ReadAsync(db => db.Handoffs.Include(h => h.Mentor).OrderByDescending(h => h.Id).FirstAsync());

    public static Task<int> CountAsync(this World world, string happened) => world.ReadAsync(db => db.Events.CountAsync(e => e.Name == happened));

    private static Task BecomeAsync(ITurnContext context)
    {
        var turn = context.Turn();
        turn.Db.Mentors.Add(new Mentor { SchemeId = turn.Mentee.SchemeId, Name = turn.Mentee.Alias[..Math.Min(turn.Mentee.Alias.Length, Mentor.LongestName)], Phone = turn.Conversation });
        turn.Conversation.IsMentors = true;
        return Task.CompletedTask;
    }

    private static async Task AskAsync(ITurnContext context, bool isUrgent)
    {
        var turn = context.Turn();
        await AskNextAsync(context, await turn.AskForMentorAsync(turn.MessageId, isUrgent, default));
    }

    public static async Task AskNextAsync(ITurnContext context, Handoff handoff)
    {
        var turn = context.Turn();
        foreach (var mentor in (await turn.OfferAsync(handoff, null, default)).Where(mentor => mentor.Phone is not null)) turn.SayIn(mentor.Phone!, MessageFactory.Text($"offer {handoff.Tag}"));
        if (await turn.IsAnybodyAskedAsync(handoff, default)) return;
        await turn.ExpireAsync(handoff, default);
        await context.SendActivityAsync(Nobody);
    }

    private static async Task TakeAsync(ITurnContext context)
    {
        var turn = context.Turn();
        var mentor = (await turn.FindMentorAsync(default))!;
        var offer = (await turn.FindOfferAsync(mentor, null, default))!;
        var others = await turn.TakeAsync(mentor, offer, default);
        if (others is not null) turn.SayIn(offer.Handoff!.Conversation!, MessageFactory.Text(Here), Speaker.Mentor);
        await context.SendActivityAsync(others is not null ? "yours" : "taken");
    }

    private static async Task FinishAsync(ITurnContext context)
    {
        var turn = context.Turn();
        turn.Finish((await turn.HeldByAsync((await turn.FindMentorAsync(default))!, default))[0]);
        await context.SendActivityAsync("thank you");
    }

    private static async Task GoOnAsync(ITurnContext context)
    {
        var turn = context.Turn();
        if (await turn.FindHandoffAsync(default) is not { } handoff || handoff.DueAt > turn.Now) return;
        if (handoff.State == HandoffState.Finishing)
        {
            await turn.EndAsync(handoff, HandoffEnd.Done, default);
            await context.SendActivityAsync(Back);
        }
        else if (handoff.IsHeld)
        {
            await turn.ReturnAsync(handoff, Holding.MentorSilent, default);
        }
        else if (handoff.WasOfferedToAll())
        {
            await turn.ExpireAsync(handoff, default);
            await context.SendActivityAsync(Nobody);
        }
        else
        {
            await AskNextAsync(context, handoff);
        }
    }
}
