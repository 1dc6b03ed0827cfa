using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;
using MentorBot.Mentoring.Tests.Handoffs;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Schemes;

/// <summary>Whose duty changes has a turn of his own for it, in his own conversation.</summary>
public sealed class DutyNewsTests
{
    [Theory, EachDatabase]
    public async Task Only_those_whose_duty_changes_are_told(DatabaseProvider database)
    {
        await using var world = await OpenAsync(database);
        var (tomas, priya) = await MentorsAsync(world);

        await SetAsync(world, tomas, priya);
        await SetAsync(world, tomas, priya);
        await SetAsync(world, tomas, null);
        await SetAsync(world, priya, tomas);
        await world.RunAsync();

        Assert.Equal(["True False", "False True"], world.PhoneOf(Cast.Tomas).Skip(1));
        Assert.Equal(["False True", "False False", "True False"], world.PhoneOf(Cast.Priya).Skip(1));
    }

    [Theory, EachDatabase]
    public async Task It_is_said_once_and_by_the_successor_if_the_process_dies_first(DatabaseProvider database)
    {
        await using var world = await OpenAsync(database);
        var (tomas, _) = await MentorsAsync(world);

        Assert.Equal(DutyResult.Set, await world.Here.Get<Duties>().SetPeopleAsync(await TopAsync(world), tomas, deputyId: null, CancellationToken.None));
        await world.DieAndStartAgainAsync();
        await world.RunAsync();
        await world.RunAsync();

        Assert.Equal(["True False"], world.PhoneOf(Cast.Tomas).Skip(1));
    }

    [Theory, EachDatabase]
    public async Task Who_has_no_phone_of_his_own_or_no_rights_is_not_called_upon(DatabaseProvider database)
    {
        await using var world = await OpenAsync(database);
        var (tomas, priya) = await MentorsAsync(world);
        await SetAsync(world, tomas, priya);
        await world.ChangeAsync(async db => (await db.Mentors.SingleAsync(m => m.Id == tomas)).PhoneId = null);
        await world.ChangeAsync(async db => (await db.Mentors.SingleAsync(m => m.Id == priya)).WithdrawnAt = world.Clock.GetUtcNow());
        var before = await CalledAsync(world);

        await SetAsync(world, null, null);

        Assert.Equal((2, 2), (before, await CalledAsync(world)));
    }

    private static async Task<World> OpenAsync(DatabaseProvider database)
    {
        var world = await HandoffWorld.OpenAsync(database);
        world.Bot.When(Duties.Changed, async context =>
        {
            var turn = context.Turn();
            var (leads, standsIn) = await turn.DutiesOfAsync((await turn.FindMentorAsync(default))!, default);
            await context.SendActivityAsync($"{leads} {standsIn}");
        });
        // A first word, as who joins reads one.
        foreach (var person in new[] { Cast.Tomas, Cast.Priya })
        {
            await world.HearAsync(person, "MENTOR");
            await world.HearAsync(person, "hello");
        }
        return world;
    }

    private static async Task<(int Tomas, int Priya)> MentorsAsync(World world) =>
        await world.ReadAsync(db => db.Mentors.OrderBy(m => m.Id).Select(m => m.Id).ToListAsync()) is [var tomas, var priya] ? (tomas, priya) : throw new InvalidOperationException();

    private static Task<int> TopAsync(World world) => world.ReadAsync(db => db.Schemes.MinAsync(s => s.Id));

    private static async Task SetAsync(World world, int? lead, int? deputy)
    {
        Assert.Equal(DutyResult.Set, await world.Here.Get<Duties>().SetPeopleAsync(await TopAsync(world), lead, deputy, CancellationToken.None));
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    private static Task<int> CalledAsync(World world) => world.ReadAsync(db => db.Inbox.CountAsync(m => m.Channel == Occasion.Channel));
}
