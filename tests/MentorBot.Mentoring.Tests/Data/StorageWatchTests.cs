using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Incidents;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Data;

public sealed class StorageWatchTests
{
    [Theory, EachDatabase]
    public async Task A_failure_lasts_until_an_operator_can_be_told_and_is_told_once_by_its_code(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var incidents = world.Here.Get<StorageIncidents>();
        Assert.True(world.Here.Get<StorageWatch>().Works);
        world.Here.Faults.IsAway = true;
        await Assert.ThrowsAsync<DatabaseFault>(() => world.ReceiveAsync(Cast.Amina, "hello"));
        await Assert.ThrowsAsync<DatabaseFault>(() => incidents.RecordAsync(CancellationToken.None));
        Assert.False(world.Here.Get<StorageWatch>().Works);

        world.Here.Faults.IsAway = false;
        await incidents.RecordAsync(CancellationToken.None);
        await incidents.RecordAsync(CancellationToken.None);

        Assert.True(world.Here.Get<StorageWatch>().Works);
        Assert.Equal(["storage.failed DatabaseFault"], await world.IncidentsAsync());
    }

    [Theory, EachDatabase]
    public async Task A_transaction_that_changes_nothing_proves_nothing(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Here.Faults.Refuses = Faults.IsWrite;
        await Assert.ThrowsAnyAsync<Exception>(() => world.ReceiveAsync(Cast.Amina, "hello"));

        Assert.Equal(0, await world.Here.Deliveries.StartDueAsync(CancellationToken.None));

        Assert.False(world.Here.Get<StorageWatch>().Works);
    }

    [Theory, EachDatabase]
    public async Task What_the_database_refuses_for_the_rows_own_sake_is_no_failure_of_storage(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var writes = world.Here.Get<Writes>();

        await Assert.ThrowsAsync<DbUpdateException>(() => writes.RunAsync(async db =>
        {
            db.KeyRings.Add(new() { Fingerprint = new byte[32] });
            return await db.SaveChangesAsync();
        }, CancellationToken.None));

        Assert.True(world.Here.Get<StorageWatch>().Works);
        Assert.Null(world.Here.Get<StorageWatch>().Untold);
    }

    [Theory, EachDatabase]
    public async Task A_write_that_hangs_is_known_after_five_seconds_and_forgiven_when_it_ends(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var watch = world.Here.Get<StorageWatch>();
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        world.Here.Faults.BeforeCommit = () =>
        {
            begun.TrySetResult();
            return gate.Task;
        };
        // A quiet night before it is not held against it.
        world.Clock.Advance(TimeSpan.FromHours(8));

        var hanging = world.ReceiveAsync(Cast.Amina, "hello");
        await begun.Task;
        world.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.True(watch.Works);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(watch.Works);

        gate.SetResult();
        await hanging;
        Assert.True(watch.Works);
        Assert.Null(watch.Untold);
    }
}
