using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Groups;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MentorBot.Mentoring.Tests.Groups;

/// <summary>What mentors and coordinators do with group sessions at the desk.</summary>
public sealed class GroupPlansTests
{
    [Theory, EachDatabase]
    public async Task A_form_that_is_sent_twice_makes_one(DatabaseProvider database)
    {
        await using var world = await GroupWorld.OpenAsync(database, 1);
        var (plans, maker) = (world.Here.Get<GroupPlans>(), await GroupWorld.MakerAsync(world));
        var plan = GroupWorld.Plan(world, maker, keyword: "LETTERS");

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => plans.MakeAsync(maker, plan, "form", CancellationToken.None)));

        Assert.Single(made.Distinct());
        Assert.Equal(2, await world.ReadAsync(db => db.GroupMeetings.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task A_word_means_one_group_while_that_is_ahead(DatabaseProvider database)
    {
        await using var world = await GroupWorld.OpenAsync(database, 1);
        var (plans, maker) = (world.Here.Get<GroupPlans>(), await GroupWorld.MakerAsync(world));
        var plan = GroupWorld.Plan(world, maker, keyword: "LETTERS");

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => plans.MakeAsync(maker, plan, $"form {i}", CancellationToken.None)));
        var taken = await plans.MakeAsync(maker, GroupWorld.Plan(world, maker), "another", CancellationToken.None);
        await world.StrikeGroupsAfterAsync(GroupWorld.Ahead + TimeSpan.FromHours(2));
        var later = await plans.MakeAsync(maker, GroupWorld.Plan(world, maker), "later", CancellationToken.None);

        Assert.Equal(3, made.Count(one => one.Problem == GroupProblem.KeywordTaken));
        Assert.Equal((GroupProblem.KeywordTaken, (GroupProblem?)null), (taken.Problem!.Value, later.Problem));
    }

    [Theory, EachDatabase]
    public async Task Only_who_leads_it_or_answers_for_the_scheme_calls_it_off(DatabaseProvider database)
    {
        await using var world = await GroupWorld.OpenAsync(database, 1);
        var (plans, maker, id) = (world.Here.Get<GroupPlans>(), await GroupWorld.MakerAsync(world), (await world.SessionAsync()).Id);

        Assert.False(await plans.CallOffAsync(maker with { MentorId = maker.MentorId + 1 }, id, CancellationToken.None));
        Assert.False(await plans.CallOffAsync(new GroupMaker(maker.SchemeId + 1, null, IsCoordinator: true), id, CancellationToken.None));
        Assert.True(await plans.CallOffAsync(new GroupMaker(maker.SchemeId, null, IsCoordinator: true), id, CancellationToken.None));
        Assert.True(await plans.CallOffAsync(maker, id, CancellationToken.None));
    }

    [Theory, EachDatabase]
    public async Task A_digest_is_erased_when_it_is_old_and_shown_to_nobody_else(DatabaseProvider database)
    {
        await using var world = await GroupWorld.OpenAsync(database, 1);
        var (maker, id) = (await GroupWorld.MakerAsync(world), (await world.SessionAsync()).Id);
        await world.HearAsync(Cast.Amina, "PHOTOS");
        await world.StrikeGroupsAfterAsync(GroupWorld.Ahead + TimeSpan.FromHours(2));
        await world.Here.Get<GroupPlans>().WriteDigestAsync(maker, id, "wipe the lens", CancellationToken.None);

        Assert.Equal("wipe the lens", (await world.Here.Get<GroupRoll>().ReadAsync(maker, id, CancellationToken.None))!.Digest);
        Assert.Null(await world.Here.Get<GroupRoll>().ReadAsync(maker with { MentorId = null }, id, CancellationToken.None));
        world.Clock.Advance(TimeSpan.FromDays(Retention.MostDays + 1));
        await world.Here.Get<Retention>().EraseAsync(CancellationToken.None);

        Assert.Null((await world.Here.Get<GroupRoll>().ReadAsync(maker, id, CancellationToken.None))!.Digest);
    }

    [Fact]
    public void What_cannot_be_is_named()
    {
        var now = Instant.FromUtc(2027, 3, 1, 12, 0);
        var good = new GroupPlan { Title = "Better photos", Keyword = "PHOTOS", Start = new(2027, 3, 10, 14, 0), Minutes = 60, TimeZone = "Europe/London", Seats = 200, MentorId = 1, HasRemoteWay = true };

        Assert.Null(good.Problem(now));
        Assert.Equal(GroupProblem.Title, (good with { Title = new string('a', GroupMeeting.LongestTitle + 1) }).Problem(now));
        Assert.Equal(GroupProblem.Title, (good with { Title = "ring 07700 900101" }).Problem(now));
        Assert.Equal(GroupProblem.Keyword, (good with { Keyword = "TWO WORDS" }).Problem(now));
        Assert.Equal(GroupProblem.NoSuchTime, (good with { Start = new(2027, 3, 28, 1, 30) }).Problem(now));
        Assert.Equal(GroupProblem.NoSuchTime, (good with { TimeZone = "Nowhere" }).Problem(now));
        Assert.Equal(GroupProblem.Past, (good with { Start = new(2027, 2, 10, 14, 0) }).Problem(now));
        Assert.Equal(GroupProblem.Minutes, (good with { Minutes = 0 }).Problem(now));
        Assert.Equal(GroupProblem.Seats, (good with { Seats = 201 }).Problem(now));
        Assert.Equal(GroupProblem.NoWay, (good with { HasRemoteWay = false }).Problem(now));
    }

    [Fact]
    public void An_hour_that_comes_twice_is_the_first()
    {
        var plan = new GroupPlan { Title = "Night", Keyword = "NIGHT", Start = new(2027, 10, 31, 1, 30), Minutes = 60, TimeZone = "Europe/London", Seats = 1, MentorId = 1, HasRemoteWay = true };

        Assert.Equal(Instant.FromUtc(2027, 10, 31, 0, 30), plan.StartsAt);
    }
}
