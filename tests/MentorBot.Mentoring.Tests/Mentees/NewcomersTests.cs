using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using MentorBot.Mentoring.Schemes;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Mentees;

public sealed class NewcomersTests
{
    private const string OtherNumber = "+447700900001";

    [Theory, EachDatabase]
    public async Task Two_of_our_numbers_are_two_conversations_with_one_mentee_at_one_address(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "here");
        await world.ReceiveAsync(Cast.Amina, "there", to: OtherNumber);
        await world.RunAsync();

        Assert.Equal((2, 1, 1), await world.ReadAsync(async db => (await db.Conversations.CountAsync(), await db.Addresses.CountAsync(), await db.Mentees.CountAsync())));
        Assert.Equal(["1. here", "1. there"], world.PhoneOf(Cast.Amina).Order());
        Assert.Equal([Cast.OurNumber, OtherNumber], world.Carrier.Phones.OrderBy(t => t.Text).Select(t => t.OurAddress));
    }

    [Theory, EachDatabase]
    public async Task A_known_person_who_texts_another_number_is_the_same_mentee(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "here");
        await world.RunAsync();
        await world.ReceiveAsync(Cast.Amina, "there", to: OtherNumber);
        await world.RunAsync();

        Assert.Equal((2, 1), await world.ReadAsync(async db => (await db.Conversations.CountAsync(), await db.Mentees.CountAsync())));
    }

    [Theory, EachDatabase]
    public async Task A_newcomer_is_answered_in_English_until_she_says_otherwise(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        string? locale = null;
        world.Bot.When("hello", turn =>
        {
            locale = turn.Activity.Locale;
            return Task.CompletedTask;
        });
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.RunAsync();

        var mentee = (await world.ConversationAsync(Cast.Amina)).Address!.Mentee!;
        Assert.Equal(("en", "Europe/London", world.Clock.GetUtcNow().ToUnixTimeSeconds()), (mentee.Language, mentee.TimeZone, mentee.JoinedAt.ToUnixTimeSeconds()));
        Assert.Equal("en", locale);
    }

    [Theory, EachDatabase]
    public async Task The_number_that_was_texted_says_which_scheme_a_newcomer_meets(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var top = await world.ReadAsync(db => db.Schemes.SingleAsync());
        await world.ChangeAsync(db =>
        {
            var town = new Scheme { Name = "Town", ParentId = top.Id };
            town.Doors.Add(new Door { Channel = world.Carrier.Id, OurAddress = OtherNumber });
            db.Schemes.Add(town);
            return Task.CompletedTask;
        });

        await world.ReceiveAsync(Cast.Amina, "hello", to: OtherNumber);
        await world.ReceiveAsync(Cast.Joan, "hello");
        await world.RunAsync();

        var names = await world.ReadAsync(db => db.Mentees.OrderBy(m => m.SchemeId).Select(m => m.Scheme!.Name).ToListAsync());
        Assert.Equal([Preparation.FirstScheme, "Town"], names);
    }

    [Theory, EachDatabase]
    public async Task An_alias_that_is_taken_gets_a_number(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var key = world.Here.Get<AddressVault>().KeyOf(world.Carrier.Id, Cast.Amina.Mobile);
        await world.ChangeAsync(async db => db.Mentees.Add(new Mentee { Alias = Aliases.For(key, 0), SchemeId = (await db.Schemes.SingleAsync()).Id }));

        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.RunAsync();

        Assert.Equal(Aliases.For(key, 1), (await world.ConversationAsync(Cast.Amina)).Address!.Mentee!.Alias);
    }

    [Theory, EachDatabase]
    public async Task Many_newcomers_at_once_all_get_an_alias_of_their_own(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await Task.WhenAll(Enumerable.Range(0, 600).Select(i => world.ReceiveAsync($"+4477009{i:00000}", "hi")));
        await world.TakeTurnsAsync();

        var aliases = await world.ReadAsync(db => db.Mentees.Select(m => m.Alias).ToListAsync());
        Assert.Equal(600, aliases.Distinct(StringComparer.Ordinal).Count());
        // Six hundred among 6,144 plain names: some met, so this tried the numbered ones too.
        Assert.Contains(aliases, alias => char.IsAsciiDigit(alias[^1]));
        Assert.All(await world.InboxAsync(), m => Assert.Equal((InboxState.Done, 0), (m.State, m.FailedTurns)));
    }
}
