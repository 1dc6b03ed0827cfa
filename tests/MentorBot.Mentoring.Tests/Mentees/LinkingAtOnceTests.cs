using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Mentees;

/// <summary>Linking when several things happen at once, and when the process dies in the middle.</summary>
public sealed class LinkingAtOnceTests
{
    [Theory, EachDatabase]
    public async Task A_message_in_the_batch_of_the_yes_is_answered_as_the_one_she_is_now(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "LINK");
        await world.HearAsync(Cast.Joan, "SHOW 0");
        var (keeper, other) = (await world.AddressAsync(Cast.Amina), await world.AddressAsync(Cast.Joan));

        await world.ReceiveAsync(Cast.Joan, "TIP 1");
        await world.ReceiveAsync(Cast.Amina, "TIP 2");
        await world.ReceiveAsync(Cast.Amina, "1");
        await world.ReceiveAsync(Cast.Joan, "TIP 3");
        world.Here.Faults.Reset();
        await world.TakeTurnsAsync();
        Assert.Equal(1, world.Here.Faults.Commits);
        await world.RunAsync();

        Assert.Equal([$"tip 1 for {other.Mentee!.Alias}", $"tip 3 for {keeper.Mentee!.Alias}"], world.PhoneOf(Cast.Joan).Skip(1));
        Assert.Equal(["photos 3"], await world.ProgressAsync(keeper.MenteeId));
        Assert.Equal(["photos 1"], await world.ProgressAsync(other.MenteeId));
    }

    [Theory, EachDatabase]
    public async Task Two_doors_of_one_mentee_in_one_batch_share_her_progress(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.LinkAsync(Cast.Amina, Cast.Joan);
        await world.ReceiveAsync(Cast.Amina, "TIP 1");
        await world.ReceiveAsync(Cast.Joan, "TIP 2");
        await world.ReceiveAsync(Cast.Amina, "TIP 3");
        world.Here.Faults.Reset();

        await world.TakeTurnsAsync();

        Assert.Equal(1, world.Here.Faults.Commits);
        Assert.Equal(["photos 3"], await world.ProgressAsync((await world.AddressAsync(Cast.Joan)).MenteeId));
    }

    [Theory, EachDatabase]
    public async Task A_yes_that_came_before_the_question_had_left_is_none(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "LINK");
        await world.ReceiveAsync(Cast.Joan, "SHOW 0");
        await world.TakeTurnsAsync();

        // The question is recorded and has not left.
        await world.ReceiveAsync(Cast.Amina, "1");
        await world.TakeTurnsAsync();
        Assert.Null((await world.AddressAsync(Cast.Joan)).FormerMenteeId);

        // It leaves a second after she wrote, and her turn is taken late.
        await world.ReceiveAsync(Cast.Amina, "1");
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.DeliverAsync();
        await world.RunAsync();
        Assert.Null((await world.AddressAsync(Cast.Joan)).FormerMenteeId);

        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.HearAsync(Cast.Amina, "1");
        Assert.NotNull((await world.AddressAsync(Cast.Joan)).FormerMenteeId);
    }

    [Theory, EachDatabase]
    public async Task What_is_said_in_her_other_chat_keeps_that_chat_s_words_for_as_long_as_her_own_would(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "LINK");
        world.Clock.Advance(TimeSpan.FromMinutes(5));

        await world.HearAsync(Cast.Joan, "SHOW 0");

        Assert.Equal(world.Clock.GetUtcNow(), (await world.ConversationAsync(Cast.Amina)).LastTurnAt, TimeSpan.FromSeconds(1));
    }

    [Theory, EachDatabase]
    public async Task A_yes_that_was_sent_before_the_question_could_be_read_is_none(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "LINK");
        await world.ReceiveAsync(Cast.Joan, "SHOW 0");
        await world.ReceiveAsync(Cast.Amina, "1");
        await world.RunAsync();
        Assert.Contains("nothing was asked", world.PhoneOf(Cast.Amina));
        Assert.Null((await world.AddressAsync(Cast.Joan)).FormerMenteeId);

        await world.HearAsync(Cast.Amina, "1");

        Assert.Equal("joined", world.PhoneOf(Cast.Amina)[^1]);
    }

    [Theory, EachDatabase]
    public async Task A_second_yes_changes_nothing(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "LINK");
        await world.HearAsync(Cast.Joan, "SHOW 0");
        await world.ReceiveAsync(Cast.Amina, "1");
        await world.ReceiveAsync(Cast.Amina, "1");
        await world.RunAsync();
        await world.HearAsync(Cast.Amina, "1");

        Assert.Equal(["joined", "nothing was asked", "nothing was asked"], world.PhoneOf(Cast.Amina).Skip(2));
        Assert.Equal(["sms"], await world.EventsAsync("address.linked"));
    }

    [Theory, EachDatabase]
    public async Task A_new_code_in_the_batch_in_which_the_old_one_is_shown_wins(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "LINK");
        await world.ReceiveAsync(Cast.Amina, "LINK");
        await world.ReceiveAsync(Cast.Joan, "SHOW 0");
        await world.ReceiveAsync(Cast.Amina, "LINK");
        await world.RunAsync();

        Assert.Equal(["Wrong"], world.PhoneOf(Cast.Joan));
        Assert.Equal(1, await world.ReadAsync(db => db.LinkRequests.CountAsync()));
        await world.HearAsync(Cast.Joan, "SHOW 2");
        Assert.Equal("Proved", world.PhoneOf(Cast.Joan)[^1]);
    }

    [Theory, EachDatabase]
    public async Task Two_that_show_each_others_code_and_both_agree_are_linked_once(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "LINK");
        await world.HearAsync(Cast.Joan, "LINK");
        await world.ReceiveAsync(Cast.Amina, "SHOW 1");
        await world.ReceiveAsync(Cast.Joan, "SHOW 0");
        await world.RunAsync();
        await world.ReceiveAsync(Cast.Amina, "1");
        await world.ReceiveAsync(Cast.Joan, "1");
        await world.RunAsync();

        Assert.Equal("joined", world.PhoneOf(Cast.Amina)[^1]);
        Assert.Equal("already", world.PhoneOf(Cast.Joan)[^1]);
        Assert.Null((await world.AddressAsync(Cast.Amina)).FormerMenteeId);
        Assert.NotNull((await world.AddressAsync(Cast.Joan)).FormerMenteeId);
    }

    [Theory, EachDatabase]
    public async Task Should_another_node_link_the_other_way_at_the_same_moment_the_second_finds_it_done(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database, beforeSaving: LinkTheOtherWayAsync);
        await world.HearAsync(Cast.Amina, "LINK");
        await world.HearAsync(Cast.Joan, "SHOW 0");

        await world.HearAsync(Cast.Amina, "1");

        Assert.Equal(["code", LinkingWorld.Question, "already"], world.PhoneOf(Cast.Amina));
        var (hers, other) = (await world.AddressAsync(Cast.Amina), await world.AddressAsync(Cast.Joan));
        Assert.Equal((other.MenteeId, null), (hers.MenteeId, other.FormerMenteeId));
    }

    [Theory, EachDatabase]
    public async Task A_code_that_two_show_at_the_same_moment_is_the_first_ones(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "LINK");
        await world.ReceiveAsync(Cast.Joan, "SHOW 0");
        await world.ReceiveAsync(Cast.Bron, "SHOW 0");
        await world.RunAsync();

        Assert.Equal(["Proved"], world.PhoneOf(Cast.Joan));
        Assert.Equal(["Used"], world.PhoneOf(Cast.Bron));
        Assert.Equal(["code", LinkingWorld.Question], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task If_the_process_dies_after_the_code_was_shown_the_question_is_asked_all_the_same(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "LINK");
        await world.ReceiveAsync(Cast.Joan, "SHOW 0");
        await world.TakeTurnsAsync();
        Assert.Equal(["code"], world.PhoneOf(Cast.Amina));

        await world.DieAndStartAgainAsync();
        await world.RunAsync();
        await world.HearAsync(Cast.Amina, "1");

        Assert.Equal(["code", LinkingWorld.Question, "joined"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task If_the_turn_that_shows_the_code_fails_nothing_is_asked_and_the_next_try_asks_once(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "LINK");
        world.Here.Faults.Refuses = sql => sql.Contains("INTO \"Outbox\"", StringComparison.Ordinal);
        await world.HearAsync(Cast.Joan, "SHOW 0");
        Assert.Equal(["code"], world.PhoneOf(Cast.Amina));

        world.Here.Faults.Refuses = null;
        await world.RunAfterAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(["code", LinkingWorld.Question], world.PhoneOf(Cast.Amina));
        Assert.Equal(["Proved"], world.PhoneOf(Cast.Joan));
    }

    [Theory, EachDatabase]
    public async Task Whoever_stops_before_the_question_leaves_is_not_asked(DatabaseProvider database)
    {
        await using var world = await LinkingWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "LINK");
        await world.ReceiveAsync(Cast.Joan, "SHOW 0");
        await world.TakeTurnsAsync();
        await world.ChangeAsync(async db => (await db.Conversations.Include(c => c.Address).OrderBy(c => c.Id).FirstAsync()).OptOut(world.Clock.GetUtcNow()));

        await world.RunAsync();

        Assert.Equal(["code"], world.PhoneOf(Cast.Amina));
        Assert.Equal((OutboxState.Dropped, "opted-out", null), (await world.OutboxOfAsync(Cast.Amina)).Select(m => (m.State, m.ErrorCode, m.InReplyTo)).Last());
    }

    private static Task LinkTheOtherWayAsync(World world) => world.ChangeAsync(async db =>
    {
        var addresses = await db.Addresses.OrderBy(a => a.Id).ToListAsync();
        (addresses[0].FormerMenteeId, addresses[0].MenteeId) = (addresses[0].MenteeId, addresses[1].MenteeId);
        addresses[0].Version++;
    });
}
