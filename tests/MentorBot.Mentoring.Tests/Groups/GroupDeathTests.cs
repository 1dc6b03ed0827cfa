using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Groups;
using MentorBot.Testing;

namespace MentorBot.Mentoring.Tests.Groups;

/// <summary>A process dies between two steps of a group session. Its successor goes on, and nobody hears anything twice.</summary>
public sealed class GroupDeathTests
{
    [Theory, EachDatabase]
    public async Task After_she_asked_and_before_she_was_told_of_her_seat(DatabaseProvider database)
    {
        await using var world = await GroupWorld.OpenAsync(database, 1);
        await world.ReceiveAsync(Cast.Amina, "PHOTOS");
        await world.TakeTurnsAsync();

        await world.DieAndStartAgainAsync();
        await world.RunAsync();

        Assert.Equal([GroupWorld.Seat], world.PhoneOf(Cast.Amina));
        Assert.Equal(1, (await world.CountsAsync())[ParticipantState.Seated]);
    }

    [Theory, EachDatabase]
    public async Task After_a_seat_was_given_back_and_before_the_next_was_told(DatabaseProvider database)
    {
        await using var world = await GroupWorld.OpenAsync(database, 1);
        await world.HearAsync(Cast.Amina, "PHOTOS");
        await world.HearAsync(Cast.Joan, "WAIT");
        await world.ReceiveAsync(Cast.Amina, "LEAVE");
        await world.TakeTurnsAsync();

        await world.DieAndStartAgainAsync();
        await world.HearAsync(Cast.Farid, "PHOTOS");
        await world.StrikeGroupsAfterAsync(TimeSpan.Zero);
        await world.StrikeGroupsAfterAsync(TimeSpan.Zero);

        Assert.Equal(["number 1", GroupWorld.Free], world.PhoneOf(Cast.Joan));
        Assert.Equal([GroupWorld.Full], world.PhoneOf(Cast.Farid));
    }

    [Theory, EachDatabase]
    public async Task After_it_was_called_off_and_before_all_were_told(DatabaseProvider database)
    {
        await using var world = await GroupWorld.OpenAsync(database, 1);
        await world.HearAsync(Cast.Amina, "PHOTOS");
        await world.HearAsync(Cast.Joan, "WAIT");
        Assert.True(await world.Here.Get<GroupPlans>().CallOffAsync(await GroupWorld.MakerAsync(world), (await world.SessionAsync()).Id, CancellationToken.None));
        await world.Here.Get<GroupClock>().StrikeAsync(CancellationToken.None);
        await world.Here.Turns.TakeDueAsync(CancellationToken.None);

        await world.DieAndStartAgainAsync();
        await world.StrikeGroupsAfterAsync(TimeSpan.Zero);
        await world.StrikeGroupsAfterAsync(TimeSpan.FromMinutes(15));

        Assert.Equal([GroupWorld.Seat, GroupWorld.Off], world.PhoneOf(Cast.Amina));
        Assert.Equal(["number 1", GroupWorld.Off], world.PhoneOf(Cast.Joan));
    }

    [Theory, EachDatabase]
    public async Task After_a_digest_was_written_and_before_it_was_sent(DatabaseProvider database)
    {
        await using var world = await GroupWorld.OpenAsync(database, 1);
        await world.HearAsync(Cast.Amina, "PHOTOS");
        await world.StrikeGroupsAfterAsync(GroupWorld.Ahead + TimeSpan.FromHours(2));
        var (session, maker, before) = (await world.SessionAsync(), await GroupWorld.MakerAsync(world), world.PhoneOf(Cast.Amina).Count);
        var written = await world.Here.Get<GroupPlans>().WriteDigestAsync(maker, session.Id, "wipe the lens", CancellationToken.None);

        await world.DieAndStartAgainAsync();
        var again = await world.Here.Get<GroupPlans>().WriteDigestAsync(maker, session.Id, "wipe the lens", CancellationToken.None);
        await world.StrikeGroupsAfterAsync(TimeSpan.Zero);
        await world.StrikeGroupsAfterAsync(TimeSpan.FromMinutes(15));

        Assert.Equal(((DigestResult.Done, 1), (DigestResult.Repeated, 0)), (written, again));
        Assert.Equal([GroupWorld.Digest], world.PhoneOf(Cast.Amina).Skip(before));
    }
}
