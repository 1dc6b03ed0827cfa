using System.Text;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Tests.Handoffs;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Concerns;

public sealed class ConcernReadingsTests
{
    private const string Why = "The police asked for it.";

    [Theory, EachDatabase]
    public async Task The_words_are_read_and_by_whom_and_why_is_kept(DatabaseProvider database)
    {
        await using var world = await CriedAsync(database);

        var read = await ReadAsync(world, Why);

        Assert.Equal((ConcernReadingResult.Read, "CRY"), (read.Result, Assert.Single(read.Messages).Text));
        var kept = Assert.Single(await world.ReadAsync(async db => await world.Here.Get<ConcernReadings>().ListAsync(db, (await world.ConcernAsync()).Id, CancellationToken.None)));
        Assert.Equal(("grace", world.Clock.GetUtcNow(), Why), (kept.Reader, kept.At, kept.Reason));
        Assert.Equal(1, await world.CountAsync("concern.read"));
    }

    [Theory, EachDatabase]
    public async Task Without_a_reason_nothing_is_read(DatabaseProvider database)
    {
        await using var world = await CriedAsync(database);

        foreach (var reason in new[] { "", "    ok   ", new string('x', ConcernReadings.LongestReason + 1) })
        {
            var read = await ReadAsync(world, reason);
            Assert.Equal((ConcernReadingResult.NoReason, 0), (read.Result, read.Messages.Count));
        }

        Assert.Equal(0, await world.ReadAsync(db => db.ConcernReadings.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Who_has_nothing_to_do_with_her_scheme_reads_nothing(DatabaseProvider database)
    {
        await using var world = await CriedAsync(database);

        var read = await world.Here.Get<ConcernReadings>().ReadAsync((await world.ConcernAsync()).Id, new("grace", []), Why, CancellationToken.None);

        Assert.Equal((ConcernReadingResult.NotFound, 0), (read.Result, read.Messages.Count));
        Assert.Equal(0, await world.ReadAsync(db => db.ConcernReadings.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task What_was_noted_of_a_reading_cannot_be_changed(DatabaseProvider database)
    {
        await using var world = await CriedAsync(database);
        await ReadAsync(world, Why);

        await Assert.ThrowsAsync<InvalidOperationException>(() => world.ChangeAsync(async db =>
            db.Entry(await db.ConcernReadings.SingleAsync()).Property(r => r.Reader).CurrentValue = "somebody else"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.ChangeAsync(async db =>
            db.Entry(await db.ConcernAlerts.FirstAsync()).Property(a => a.WasTold).CurrentValue = false));
    }

    [Theory, EachDatabase]
    public async Task The_reason_cannot_be_read_in_the_database(DatabaseProvider database)
    {
        await using var world = await CriedAsync(database);
        await ReadAsync(world, Why);

        var stored = await world.ReadAsync(db => db.ConcernReadings.Select(r => r.SealedReason).SingleAsync());

        Assert.DoesNotContain("police", Encoding.UTF8.GetString(stored), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Words_that_were_erased_are_gone_and_that_she_wrote_is_not(DatabaseProvider database)
    {
        await using var world = await CriedAsync(database);
        world.Clock.Advance(TimeSpan.FromDays(Retention.MostDays + 1));
        await world.Here.Get<Retention>().EraseAsync(CancellationToken.None);

        var read = await ReadAsync(world, Why);

        Assert.Null(Assert.Single(read.Messages).Text);
    }

    private static async Task<World> CriedAsync(DatabaseProvider database)
    {
        var world = await ConcernWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "CRY");
        return world;
    }

    private static async Task<ConcernWords> ReadAsync(World world, string reason)
    {
        var concern = await world.ConcernAsync();
        return await world.Here.Get<ConcernReadings>().ReadAsync(concern.Id, new("grace", [concern.SchemeId]), reason, CancellationToken.None);
    }
}
