using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Handoffs;

/// <summary>A message that she left is offered until a mentor has written to her, or its days are over.</summary>
public sealed class LeftMessagesTests
{
    [Theory, EachDatabase]
    public async Task A_mentor_who_is_back_is_asked_at_once(DatabaseProvider database)
    {
        await using var world = await LeftAsync(database, isAway: true);
        Assert.Equal(0, await world.ReadAsync(db => db.Offers.CountAsync()));

        await world.HearAsync(Cast.Tomas, "BACK");

        Assert.Equal([OfferAnswer.None], await AnswersAsync(world));
    }

    [Theory, EachDatabase]
    public async Task Who_was_asked_or_said_no_is_not_asked_again_because_he_is_back(DatabaseProvider database)
    {
        await using var world = await LeftAsync(database, isAway: false);
        var before = (await world.HandoffAsync()).Waves;

        await world.HearAsync(Cast.Tomas, "BACK");
        await world.ChangeAsync(async db => (await db.Offers.SingleAsync()).Note(OfferAnswer.Declined));
        await world.HearAsync(Cast.Tomas, "BACK");

        Assert.Equal((1, 1), (before, (await world.HandoffAsync()).Waves));
    }

    [Theory, EachDatabase]
    public async Task Who_took_it_and_kept_silent_is_asked_again_with_the_next_look(DatabaseProvider database)
    {
        await using var world = await LeftAsync(database, isAway: false);
        await world.HearAsync(Cast.Tomas, "TAKE");

        await world.StrikeAfterAsync(HandoffWorld.WordsWithin);
        Assert.Equal([OfferAnswer.Silent], await AnswersAsync(world));
        Assert.Equal(HandoffState.Parked, (await world.HandoffAsync()).State);
        await world.StrikeAfterAsync(LeftMessages.BetweenLooks);

        Assert.Equal([OfferAnswer.None], await AnswersAsync(world));
    }

    [Theory, EachDatabase]
    public async Task It_is_kept_for_three_days_and_no_longer_and_not_once_a_mentor_wrote(DatabaseProvider database)
    {
        await using var world = await LeftAsync(database, isAway: false);
        await world.HearAsync(Cast.Amina, "KEPT?");
        world.Clock.Advance(LeftMessages.Wait);
        await world.HearAsync(Cast.Amina, "KEPT?");

        Assert.Equal(["True", "False"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task Once_a_mentor_wrote_it_is_a_talk_like_any_other(DatabaseProvider database)
    {
        await using var world = await LeftAsync(database, isAway: false);
        world.Bot.When("WORDS", async context =>
        {
            var turn = context.Turn();
            var handoff = (await turn.HeldByAsync((await turn.FindMentorAsync(default))!, default))[0];
            var before = turn.IsKept(handoff);
            turn.NoteMentorSpoke(handoff);
            await context.SendActivityAsync($"{before} {turn.IsKept(handoff)}");
        });
        await world.HearAsync(Cast.Tomas, "TAKE");

        await world.HearAsync(Cast.Tomas, "WORDS");

        Assert.Equal("True False", world.PhoneOf(Cast.Tomas)[^1]);
    }

    [Theory, EachDatabase]
    public async Task Who_left_a_message_does_not_count_in_how_long_people_wait(DatabaseProvider database)
    {
        await using var world = await LeftAsync(database, isAway: false);
        world.Bot.When("HOW LONG", async context => await context.SendActivityAsync($"{(await context.Turn().UsualWaitAsync(default))?.TotalMinutes}"));
        await world.ChangeAsync(async db =>
        {
            var asked = await db.Handoffs.Include(h => h.Mentee).Include(h => h.Conversation).SingleAsync();
            for (var i = 0; i < 10; i++) Add(db, asked, minutes: i < 5 ? 4 : 4000, isMessage: i >= 5);
        });

        await world.HearAsync(Cast.Amina, "HOW LONG");

        Assert.Equal(["4"], world.PhoneOf(Cast.Amina));
    }

    private static void Add(MentorBotDb db, Handoff like, int minutes, bool isMessage)
    {
        var handoff = db.Handoffs.Add(new Handoff { SchemeId = like.SchemeId, Mentee = like.Mentee, Conversation = like.Conversation, Tag = "Z", RequestedAt = like.RequestedAt });
        handoff.Property(one => one.State).CurrentValue = HandoffState.Ended;
        handoff.Property(one => one.FirstWordsAt).CurrentValue = like.RequestedAt.AddMinutes(minutes);
        handoff.Property(one => one.IsMessage).CurrentValue = isMessage;
    }

    private static Task<List<OfferAnswer>> AnswersAsync(World world) => world.ReadAsync(db => db.Offers.Select(o => o.Answer).ToListAsync());

    // The bot of these tests keeps it as our own does.
    private static async Task<World> LeftAsync(DatabaseProvider database, bool isAway)
    {
        var world = await HandoffWorld.OpenAsync(database);
        world.Bot.When("MESSAGE", async context => await context.Turn().OfferAsync(await context.Turn().LeaveMessageAsync(default), null, default))
            .When("KEPT?", async context => await context.SendActivityAsync($"{context.Turn().IsKept((await context.Turn().FindHandoffAsync(default))!)}"))
            .When("BACK", async context => await BackAsync(context.Turn()))
            .When(HandoffClock.Due, async context => await LookAsync(context.Turn()));
        await world.HearAsync(Cast.Tomas, "MENTOR");
        if (isAway) await world.ChangeAsync(async db => (await db.Mentors.SingleAsync()).AwaySince = world.Clock.GetUtcNow());
        await world.HearAsync(Cast.Amina, "MESSAGE");
        return world;
    }

    private static async Task BackAsync(Turn turn)
    {
        var mentor = (await turn.FindMentorAsync(default))!;
        mentor.AwaySince = null;
        await turn.LookForMessagesAsync(mentor, default);
    }

    private static async Task LookAsync(Turn turn)
    {
        var handoff = (await turn.FindHandoffAsync(default))!;
        if (handoff.IsHeld) await turn.ReturnAsync(handoff, Holding.MentorSilent, default);
        else if (handoff.State == HandoffState.Parked) await turn.AskSilentAgainAsync(handoff, default);
        else turn.Park(handoff);
        if (!handoff.WasReturned) await turn.OfferAsync(handoff, null, default);
    }
}
