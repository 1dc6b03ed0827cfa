using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;

namespace MentorBot.Mentoring.Tests.Messages;

/// <summary>A lost answer is never simply a failure: what may have arrived is asked after, and sent again only if it was never taken.</summary>
public sealed class UncertaintyTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory, EachDatabase]
    public async Task A_message_whose_answer_was_lost_is_looked_up_and_not_sent_again(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.Next(1, message =>
        {
            world.Carrier.Take(message);
            return Delivery.Uncertain("timeout", Minute);
        });
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.ReceiveAsync(Cast.Amina, "two");
        await world.RunAsync();

        Assert.Equal([OutboxState.Uncertain, OutboxState.Queued], (await world.OutboxOfAsync(Cast.Amina)).Select(m => m.State));
        Assert.DoesNotContain(world.Carrier.Asked, asked => asked.LooksUp);
        await world.RunAfterAsync(Minute);

        Assert.Equal(["1. one", "2. two"], world.PhoneOf(Cast.Amina));
        Assert.Single(world.Carrier.Asked, asked => asked.LooksUp);
        Assert.Equal("SM1", (await world.OutboxOfAsync(Cast.Amina))[0].ProviderId);
    }

    [Theory, EachDatabase]
    public async Task A_message_that_was_never_taken_is_sent_again(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.Next(1, _ => Delivery.Uncertain("timeout", Minute));
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.RunAsync();
        Assert.Empty(world.PhoneOf(Cast.Amina));

        await world.RunAfterAsync(Minute);
        await world.RunAfterAsync(Minute);

        Assert.Equal(["1. one"], world.PhoneOf(Cast.Amina));
        Assert.Equal([false, true, false], world.Carrier.Asked.Select(asked => asked.LooksUp));
        Assert.Single(world.Carrier.Asked.Select(asked => asked.Message.Id).Distinct());
        Assert.Single(world.Carrier.Asked.Select(asked => asked.Message.FirstTriedAt.ToUnixTimeMilliseconds()).Distinct());
    }

    [Theory, EachDatabase]
    public async Task A_channel_that_throws_leaves_doubt(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.Next(1, message =>
        {
            world.Carrier.Take(message);
            throw new InvalidOperationException("The test's channel broke.");
        });
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.RunAsync();
        Assert.Equal(OutboxState.Uncertain, Assert.Single(await world.OutboxOfAsync(Cast.Amina)).State);

        await world.RunAfterAsync(Minute);

        Assert.Equal(["1. one"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task A_provider_that_cannot_be_asked_silences_no_conversation_and_is_never_given_the_message_twice(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.Next(1, _ => Delivery.Uncertain("timeout", Minute));
        world.Carrier.LookUpScript = (_, _) => Delivery.Uncertain("cannot-ask");
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.ReceiveAsync(Cast.Amina, "two");
        await world.RunAsync();

        await world.RunAfterAsync(Minute * 9);
        Assert.Empty(world.PhoneOf(Cast.Amina));
        await world.RunAfterAsync(Minute * 2);
        Assert.Equal(["2. two"], world.PhoneOf(Cast.Amina));
        for (var hour = 0; hour < 30; hour++) await world.RunAfterAsync(Minute * 60);

        Assert.Equal(2, world.Carrier.Asked.Count(asked => !asked.LooksUp));
        Assert.Equal(["message.failed cannot-ask"], await world.IncidentsAsync());
        Assert.Equal(OutboxState.Failed, (await world.OutboxOfAsync(Cast.Amina))[0].State);
    }

    [Theory, EachDatabase]
    public async Task A_look_up_knows_what_was_sent_to_the_same_person_from_every_number_of_ours(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.ReceiveAsync(Cast.Amina, "hello", to: "+447700900001");
        await world.ReceiveAsync(Cast.Joan, "hello");
        await world.RunAsync();
        world.Carrier.Next(1, _ => Delivery.Uncertain("timeout"));
        IReadOnlySet<string>? known = null;
        world.Carrier.LookUpScript = (_, ids) =>
        {
            known = ids;
            return Delivery.NotTaken;
        };

        await world.ReceiveAsync(Cast.Amina, "again");
        await world.RunAsync();
        await world.RunAfterAsync(Minute);

        var hers = world.Carrier.Phones.Where(t => t.Address == Cast.Amina.Mobile && t.Text == "1. hello").Select(t => t.Sid);
        Assert.Equal(hers.Order(), known!.Order());
    }

    [Theory, EachDatabase]
    public async Task An_outcome_that_the_database_could_not_take_is_recorded_when_it_is_back(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database, new FakeClock { SkipsWaitsUpTo = TimeSpan.FromSeconds(1) });
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.TakeTurnsAsync();
        var refusals = 0;
        world.Carrier.Script = _ =>
        {
            world.Here.Faults.Refuses = sql => Faults.IsWrite(sql) && ++refusals <= 3;
            return Task.FromResult<Delivery?>(null);
        };

        await world.DeliverAsync();

        Assert.True(refusals > 3);
        Assert.Equal(OutboxState.Accepted, Assert.Single(await world.OutboxOfAsync(Cast.Amina)).State);
        Assert.Equal(["1. one"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task A_claim_whose_commit_was_not_answered_is_found_and_looked_up(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.TakeTurnsAsync();
        world.Here.Faults.LosesNextCommit = true;
        await Assert.ThrowsAsync<DatabaseFault>(() => world.Here.Deliveries.StartDueAsync(CancellationToken.None));

        await world.RunAfterAsync(Minute);
        Assert.Empty(world.Carrier.Asked);
        await world.RunAfterAsync(Minute * 10);

        Assert.Equal(["1. one"], world.PhoneOf(Cast.Amina));
        Assert.Equal([true, false], world.Carrier.Asked.Select(asked => asked.LooksUp));
    }
}
