using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Handoffs;

/// <summary>Whether a colleague can be asked to go on with a talk.</summary>
public sealed class PassingOnTests
{
    public static TheoryData<string, bool, bool> Colleagues => new()
    {
        { "there", true, true },
        { "away", false, false },
        { "asleep", false, true },
        { "out of hours", false, true },
        { "stopped us", false, false },
        { "said no", false, false },
        { "was silent", false, false },
        { "at the desk alone", true, true },
    };

    [Theory, MemberData(nameof(Colleagues))]
    public async Task He_is_there_and_hears_of_it_and_a_danger_does_not_wait_for_his_hours(string how, bool usually, bool inDanger)
    {
        foreach (var (ask, expected) in new[] { ("PERSON", usually), ("URGENT", inDanger) })
        {
            await using var world = await HandoffWorld.OpenAsync(DatabaseProvider.Sqlite);
            world.Bot.When("CAN HE?", async context => await context.SendActivityAsync($"{await CanBeAskedAsync(context.Turn())}"));
            await world.HearAsync(Cast.Tomas, "MENTOR");
            await world.HearAsync(Cast.Priya, "MENTOR");
            await world.HearAsync(Cast.Amina, ask);
            await world.ChangeAsync(db => BecomeAsync(world, db, how));

            await world.HearAsync(Cast.Amina, "CAN HE?");

            Assert.Equal((how, ask, $"{expected}"), (how, ask, world.PhoneOf(Cast.Amina)[^1]));
        }
    }

    private static async Task<bool> CanBeAskedAsync(Turn turn)
    {
        var handoff = (await turn.FindHandoffAsync(default))!;
        var id = await turn.Db.Mentors.OrderBy(m => m.Id).Select(m => m.Id).LastAsync();
        return await turn.CanBeAskedNowAsync(handoff, (await turn.FindColleagueAsync(handoff, id, default))!, default);
    }

    private static async Task BecomeAsync(World world, MentorBotDb db, string how)
    {
        var priya = await db.Mentors.Include(m => m.Phone!.Address).OrderBy(m => m.Id).LastAsync();
        var offer = await db.Offers.SingleAsync(o => o.MentorId == priya.Id);
        var now = world.Clock.GetUtcNow();
        if (how == "away") priya.AwaySince = now;
        else if (how == "asleep") (priya.QuietFrom, priya.QuietUntil) = (TimeOnly.FromDateTime(now.UtcDateTime.AddHours(-2)), TimeOnly.FromDateTime(now.UtcDateTime.AddHours(3)));
        else if (how == "out of hours") priya.Hours.Add(new WeeklyHours { Day = now.DayOfWeek == DayOfWeek.Monday ? DayOfWeek.Thursday : DayOfWeek.Monday, From = new(9, 0), Until = new(10, 0) });
        else if (how == "stopped us") priya.Phone!.Floor = Floor.Nobody;
        else if (how == "said no") offer.Note(OfferAnswer.Declined);
        else if (how == "was silent") offer.Note(OfferAnswer.Silent);
        else if (how == "at the desk alone") (priya.HearsBy, priya.Phone!.Floor) = (HearsBy.Desk, Floor.Nobody);
    }
}
