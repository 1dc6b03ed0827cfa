using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Mentees;

public sealed class LinkingTests
{
    [Theory, EachDatabase]
    public async Task Two_addresses_are_one_mentee_once_both_sides_have_proved_it(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "hello");
        await world.HearAsync(Cast.Joan, "hello");
        var (keeper, other) = (await world.AddressAsync(Cast.Amina), await world.AddressAsync(Cast.Joan));

        await world.HearAsync(Cast.Amina, "LINK");
        await world.HearAsync(Cast.Joan, "SHOW 0");
        Assert.Equal(["1. hello", "Proved"], world.PhoneOf(Cast.Joan));
        Assert.Equal(other.MenteeId, (await world.AddressAsync(Cast.Joan)).MenteeId);
        await world.HearAsync(Cast.Amina, "1");

        Assert.Equal(["1. hello", "code", LinkingWorld.Question, "joined"], world.PhoneOf(Cast.Amina));
        var linked = await world.AddressAsync(Cast.Joan);
        Assert.Equal((keeper.MenteeId, other.MenteeId, keeper.Mentee!.Alias), (linked.MenteeId, linked.FormerMenteeId, linked.Mentee!.Alias));
        Assert.Equal(["sms"], await world.EventsAsync("address.linked"));
        Assert.Equal(0, await world.ReadAsync(db => db.LinkRequests.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task A_yes_that_was_written_before_the_question_was_on_its_way_is_none(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "LINK");
        await world.ReceiveAsync(Cast.Joan, "SHOW 0");
        await world.TakeTurnsAsync();

        await world.ReceiveAsync(Cast.Amina, "1");
        await world.RunAsync();
        Assert.Equal(["code", LinkingWorld.Question, "nothing was asked"], world.PhoneOf(Cast.Amina));
        await world.HearAsync(Cast.Amina, "1");

        Assert.Equal("joined", world.PhoneOf(Cast.Amina)[^1]);
    }

    [Theory, EachDatabase]
    public async Task A_yes_that_came_first_and_is_heard_after_the_question_is_none(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "LINK");
        await world.ReceiveAsync(Cast.Joan, "SHOW 0");
        await world.TakeTurnsAsync();
        await world.ReceiveAsync(Cast.Amina, "1");
        await world.DeliverAsync();
        Assert.Equal(["code", LinkingWorld.Question], world.PhoneOf(Cast.Amina));

        await world.RunAsync();

        Assert.Equal("nothing was asked", world.PhoneOf(Cast.Amina)[^1]);
    }

    [Theory, EachDatabase]
    public async Task Of_two_places_in_a_course_she_keeps_the_further_and_gets_her_own_back_afterwards(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "TIP 2");
        await world.HearAsync(Cast.Joan, "TIP 4");
        await world.LinkAsync(Cast.Amina, Cast.Joan);
        var linked = await world.AddressAsync(Cast.Joan);
        Assert.Equal(["photos 4"], await world.ProgressAsync(linked.MenteeId));

        await world.HearAsync(Cast.Joan, "TIP 5");
        await world.HearAsync(Cast.Joan, "UNLINK");

        Assert.Equal(["photos 5"], await world.ProgressAsync(linked.MenteeId));
        Assert.Equal(["photos 4"], await world.ProgressAsync(linked.FormerMenteeId!.Value));
    }

    [Theory, EachDatabase]
    public async Task What_she_had_not_begun_she_takes_over_and_what_she_came_further_in_she_keeps(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "hello");
        await world.HearAsync(Cast.Joan, "TIP 3");
        await world.LinkAsync(Cast.Amina, Cast.Joan);
        Assert.Equal(["photos 3"], await world.ProgressAsync((await world.AddressAsync(Cast.Amina)).MenteeId));

        await world.HearAsync(Cast.Amina, "TIP 5");
        await world.HearAsync(Cast.Bron, "TIP 1");
        await world.LinkAsync(Cast.Amina, Cast.Bron, code: 1);

        Assert.Equal(["photos 5"], await world.ProgressAsync((await world.AddressAsync(Cast.Bron)).MenteeId));
    }

    [Theory, EachDatabase]
    public async Task Unlinking_gives_the_address_back_to_whose_it_was(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.LinkAsync(Cast.Amina, Cast.Joan);
        var linked = await world.AddressAsync(Cast.Joan);

        await world.HearAsync(Cast.Joan, "UNLINK");

        var parted = await world.AddressAsync(Cast.Joan);
        Assert.Equal((linked.FormerMenteeId!.Value, (long?)null), (parted.MenteeId, parted.FormerMenteeId));
        Assert.Equal("parted from 1", world.PhoneOf(Cast.Joan)[^1]);
        Assert.Equal("parted by the other", world.PhoneOf(Cast.Amina)[^1]);
        Assert.Equal(["sms"], await world.EventsAsync("address.unlinked"));
        await world.HearAsync(Cast.Joan, "UNLINK");
        Assert.Equal("parted from 0", world.PhoneOf(Cast.Joan)[^1]);
    }

    [Theory, EachDatabase]
    public async Task Where_others_were_linked_to_all_of_them_go_back(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.LinkAsync(Cast.Amina, Cast.Joan);
        await world.LinkAsync(Cast.Amina, Cast.Bron, code: 1);

        await world.HearAsync(Cast.Amina, "UNLINK");

        var addresses = new[] { await world.AddressAsync(Cast.Amina), await world.AddressAsync(Cast.Joan), await world.AddressAsync(Cast.Bron) };
        Assert.Equal(3, addresses.Select(a => a.MenteeId).Distinct().Count());
        Assert.All(addresses, a => Assert.Null(a.FormerMenteeId));
        Assert.Equal("parted from 2", world.PhoneOf(Cast.Amina)[^1]);
        Assert.Equal("parted by the other", world.PhoneOf(Cast.Bron)[^1]);
    }

    [Theory, EachDatabase]
    public async Task An_address_that_is_linked_anew_remembers_whose_it_was_at_first(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.LinkAsync(Cast.Amina, Cast.Joan);
        var first = (await world.AddressAsync(Cast.Joan)).FormerMenteeId;
        await world.LinkAsync(Cast.Bron, Cast.Joan, code: 1);
        var linked = await world.AddressAsync(Cast.Joan);
        Assert.Equal(((await world.AddressAsync(Cast.Bron)).MenteeId, first), (linked.MenteeId, linked.FormerMenteeId));

        await world.HearAsync(Cast.Joan, "UNLINK");

        var parted = await world.AddressAsync(Cast.Joan);
        Assert.Equal((first, null), ((long?)parted.MenteeId, parted.FormerMenteeId));
    }

    [Theory, EachDatabase]
    public async Task A_code_counts_once_for_a_quarter_of_an_hour_and_only_the_latest_one(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "LINK");
        await world.HearAsync(Cast.Amina, "SHOW 0");
        await world.HearAsync(Cast.Amina, "LINK");
        await world.HearAsync(Cast.Joan, "SHOW 0");
        await world.HearAsync(Cast.Joan, "SHOW 1");
        await world.HearAsync(Cast.Joan, "SHOW 1");
        await world.HearAsync(Cast.Bron, "SHOW 1");
        world.Clock.Advance(TimeSpan.FromMinutes(16));
        await world.HearAsync(Cast.Bron, "SHOW 1");

        Assert.Equal(["code", "Own", "code", LinkingWorld.Question], world.PhoneOf(Cast.Amina));
        Assert.Equal(["Wrong", "Proved", "Proved"], world.PhoneOf(Cast.Joan));
        Assert.Equal(["Used", "Wrong"], world.PhoneOf(Cast.Bron));
    }

    [Theory, EachDatabase]
    public async Task Whoever_is_linked_already_or_cannot_be_asked_is_not_asked(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.LinkAsync(Cast.Amina, Cast.Joan);
        await world.HearAsync(Cast.Amina, "LINK");
        await world.HearAsync(Cast.Joan, "SHOW 1");
        await world.GiveFloorAsync(Cast.Amina, Floor.Mentor);
        await world.HearAsync(Cast.Bron, "SHOW 1");
        await world.ChangeAsync(async db => (await db.Conversations.Include(c => c.Address).OrderBy(c => c.Id).FirstAsync()).OptOut(world.Clock.GetUtcNow()));
        await world.HearAsync(Cast.Bron, "SHOW 1");

        Assert.Equal("AlreadyLinked", world.PhoneOf(Cast.Joan)[^1]);
        Assert.Equal(["CannotAsk", "CannotAsk"], world.PhoneOf(Cast.Bron));
    }

    [Theory, EachDatabase]
    public async Task Requests_are_forgotten_a_day_after_they_counted(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "LINK");
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.Here.Get<Retention>().EraseAsync(CancellationToken.None);
        Assert.Equal(1, await world.ReadAsync(db => db.LinkRequests.CountAsync()));

        world.Clock.Advance(TimeSpan.FromMinutes(16));
        await world.Here.Get<Retention>().EraseAsync(CancellationToken.None);

        Assert.Equal(0, await world.ReadAsync(db => db.LinkRequests.CountAsync()));
    }
}
