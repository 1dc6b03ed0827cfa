using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MentorBot.Mentoring.Tests.Bookings;

public sealed class MentorTimesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_meeting_outside_his_new_times_stays_and_is_named(DatabaseProvider database)
    {
        await using var world = await OpenAsync(database);
        await BookAsync(world, Cast.Amina, InTwoDays(world, 10));
        var times = world.Here.Get<MentorTimes>();
        var sheet = await times.ReadAsync(await TomasAsync(world), Stop);
        Assert.Empty(sheet!.Outside);

        var evenings = sheet.Times with { Hours = [.. sheet.Times.Hours.Select(hours => new WeeklyHours { Day = hours.Day, From = new(18, 0), Until = new(20, 0) })] };
        Assert.Equal(TimesChange.Saved, await times.SaveAsync(await TomasAsync(world), evenings, sheet.Version, Stop));
        Assert.Equal(TimesChange.ChangedMeanwhile, await times.SaveAsync(await TomasAsync(world), evenings, sheet.Version, Stop));

        var stray = Assert.Single((await times.ReadAsync(await TomasAsync(world), Stop))!.Outside);
        Assert.Equal(InTwoDays(world, 10).ToDateTimeOffset(), stray.StartsAt);
        Assert.Equal(BookingState.Booked, await world.ReadAsync(db => db.Bookings.Select(b => b.State).SingleAsync(Stop)));
    }

    [Theory, EachDatabase]
    public async Task A_day_off_makes_a_meeting_stray_and_days_are_set_and_cleared(DatabaseProvider database)
    {
        await using var world = await OpenAsync(database);
        await BookAsync(world, Cast.Amina, InTwoDays(world, 10));
        var (times, tomas) = (world.Here.Get<MentorTimes>(), await TomasAsync(world));
        var day = (await times.ReadAsync(tomas, Stop))!.Today.AddDays(2);

        Assert.Equal(TimesChange.Saved, await times.SetDaysAsync(tomas, new DaySpan(day.AddDays(-1), day.AddDays(3), ""), Stop));
        Assert.Equal(TimesChange.Saved, await times.SetDaysAsync(tomas, new DaySpan(day.AddDays(3), day.AddDays(4), "9-11"), Stop));
        var sheet = await times.ReadAsync(tomas, Stop);
        Assert.Single(sheet!.Outside);
        Assert.Equal([new DaySpan(day.AddDays(-1), day.AddDays(2), ""), new DaySpan(day.AddDays(3), day.AddDays(4), "09:00-11:00")], sheet.Days);

        Assert.Equal(TimesChange.Saved, await times.ClearDaysAsync(tomas, day.AddDays(-1), day.AddDays(3), Stop));
        sheet = await times.ReadAsync(tomas, Stop);
        Assert.Empty(sheet!.Outside);
        Assert.Equal([new DaySpan(day.AddDays(4), day.AddDays(4), "09:00-11:00")], sheet.Days);
    }

    [Theory, EachDatabase]
    public async Task Whoever_waited_longest_is_called_with_the_change_of_his_times(DatabaseProvider database)
    {
        await using var world = await OpenAsync(database);
        foreach (var (person, minutes) in new[] { (Cast.Joan, 1), (Cast.Amina, 2) })
        {
            await world.ReceiveAsync(person, "hello");
            await world.RunAsync();
            await world.ChangeAsync(async db => db.Bookings.Add(await NewBookingAsync(world, db, person, minutes)).Entity.Wait());
        }
        var (times, tomas) = (world.Here.Get<MentorTimes>(), await TomasAsync(world));
        var sheet = await times.ReadAsync(tomas, Stop);

        Assert.Equal(TimesChange.Saved, await times.SaveAsync(tomas, sheet!.Times with { Terms = new MeetingTerms { Ways = [MeetingWay.Messages, MeetingWay.Video] } }, sheet.Version, Stop));

        var called = Assert.Single(await world.InboxAsync(), message => message.Channel == Occasion.Channel);
        Assert.Equal((await world.ConversationAsync(Cast.Joan)).Key, called.ConversationKey);
        Assert.StartsWith("freed ", called.ProviderMessageId, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_coordinator_sees_the_meetings_of_her_scheme_and_those_below_and_no_others(DatabaseProvider database)
    {
        await using var world = await OpenAsync(database);
        await BookAsync(world, Cast.Amina, InTwoDays(world, 10));
        var top = await world.ReadAsync(db => db.Schemes.MinAsync(s => s.Id, Stop));
        await world.ChangeAsync(db => Task.FromResult(db.Schemes.Add(new Scheme { Name = "Llanelli", ParentId = top })));
        var below = await world.ReadAsync(db => db.Schemes.MaxAsync(s => s.Id, Stop));
        var roll = world.Here.Get<BookingRoll>();
        var (from, until) = (world.Clock.GetUtcNow(), world.Clock.GetUtcNow().AddDays(7));
        var seen = await roll.ReadAsync(top, from, until, Stop);
        var id = Assert.Single(seen.Meetings).Booking.Id;

        Assert.Equal((1, 0, 0L), (seen.Sums.Booked, seen.Sums.Met, seen.Sums.CostPence));
        Assert.Empty((await roll.ReadAsync(below, from, until, Stop)).Meetings);
        Assert.False(await roll.NoteNeedsAsync(below, id, areMet: true, 1250, Stop));
        Assert.False(await roll.NoteNeedsAsync(top, id, areMet: true, BookingRoll.HighestCost + 1, Stop));
        Assert.True(await roll.NoteNeedsAsync(top, id, areMet: true, 1250, Stop));
        seen = await roll.ReadAsync(top, from, until, Stop);
        Assert.Equal(1250, seen.Sums.CostPence);
        Assert.Equal([new NeedSum(Need.Fare, 1, 1)], seen.Sums.Needs.Where(need => need.Count > 0));
        Assert.Empty(seen.Unreachable);

        await world.GiveFloorAsync(Cast.Amina, Floor.Nobody);
        Assert.Equal(id, Assert.Single((await roll.ReadAsync(top, from, until, Stop)).Unreachable).Booking.Id);
        var shown = await world.Here.Get<MentorMeetings>().ReadAsync(await TomasAsync(world), Stop);
        Assert.True(Assert.Single(shown.Ahead).IsUnreachable);
        Assert.Empty((await world.Here.Get<MentorMeetings>().ReadAsync(99, Stop)).Ahead);
    }

    private static async Task<World> OpenAsync(DatabaseProvider database)
    {
        var world = await World.OpenAsync(database);
        await world.ChangeAsync(async db =>
        {
            var tomas = db.Mentors.Add(new Mentor { Name = "Tomas", SchemeId = await db.Schemes.MinAsync(s => s.Id, Stop), JoinedAt = world.Clock.GetUtcNow(), Meets = new MeetingTerms { Ways = [MeetingWay.Messages] } }).Entity;
            foreach (var day in Enum.GetValues<DayOfWeek>()) tomas.Meets!.Hours.Add(new WeeklyHours { Day = day, From = new(9, 0), Until = new(17, 0) });
        });
        return world;
    }

    private static async Task BookAsync(World world, Person person, Instant start)
    {
        await world.ReceiveAsync(person, "hello");
        await world.RunAsync();
        await world.ChangeAsync(async db =>
        {
            var (booking, now) = (db.Bookings.Add(await NewBookingAsync(world, db, person, 0)).Entity, world.Clock.GetUtcNow());
            booking.Offer([new Proposal(await db.Mentors.SingleAsync(Stop), new Slot(start, start + NodaTime.Duration.FromMinutes(45)), Venue: null)], now, now.AddMinutes(20));
            booking.Choose(1, now);
        });
    }

    private static async Task<Booking> NewBookingAsync(World world, MentorBotDb db, Person person, int minutes)
    {
        var id = (await world.ConversationAsync(person)).Id;
        var conversation = await db.Conversations.Include(c => c.Address!.Mentee).SingleAsync(c => c.Id == id, Stop);
        return new Booking
        {
            Uid = Guid.NewGuid(),
            SchemeId = conversation.Address!.Mentee!.SchemeId,
            Mentee = conversation.Address.Mentee,
            Conversation = conversation,
            Needs = Need.Fare,
            LinkSecret = Guid.NewGuid().ToString("N"),
            TimeZone = conversation.Address.Mentee.TimeZone,
            RequestedAt = world.Clock.GetUtcNow().AddMinutes(minutes),
        };
    }

    private static Task<int> TomasAsync(World world) => world.ReadAsync(db => db.Mentors.Select(m => m.Id).SingleAsync(Stop));

    private static Instant InTwoDays(World world, int hour)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/London"];
        return (Instant.FromDateTimeOffset(world.Clock.GetUtcNow()).InZone(zone).Date.PlusDays(2) + new LocalTime(hour, 0)).InZoneLeniently(zone).ToInstant();
    }
}
