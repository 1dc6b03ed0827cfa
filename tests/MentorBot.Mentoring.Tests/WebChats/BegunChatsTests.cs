using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.WebChats;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.WebChats;

public sealed class BegunChatsTests
{
    private const string Id = "abcdefghijklmnopqrstuv";
    private const string Site = "https://council.example";

    [Theory, EachDatabase]
    public async Task A_code_brings_back_the_chat_that_it_was_given_for(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var chats = world.Here.Get<BegunChats>();
        await chats.StartAsync("vutsrqponmlkjihgfedcba", "web");
        var code = await chats.StartAsync(Id, Site);

        Assert.Equal(new FoundChat(Id, Site), await chats.FindByCodeAsync(code.ToUpperInvariant().Replace(' ', '-'), CancellationToken.None));
        Assert.Null(await chats.FindByCodeAsync("lantern otter maple", CancellationToken.None));
        Assert.Null(await chats.FindByCodeAsync("nonsense", CancellationToken.None));
    }

    [Theory, EachDatabase]
    public async Task A_chat_that_has_begun_keeps_its_code_even_when_it_begins_twice_at_once(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var chats = world.Here.Get<BegunChats>();

        var codes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => chats.StartAsync(Id, Site))));

        Assert.Single(codes.Distinct());
        Assert.Equal(1, await world.ReadAsync(db => db.WebChats.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Who_is_in_a_chat_is_shown_her_code_and_after_her_first_turn_her_alias_and_language(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var chats = world.Here.Get<BegunChats>();
        var code = await chats.StartAsync(Id, Site);

        var before = await chats.FindAsync(Id, Site, CancellationToken.None);
        await world.Here.Inbox.AcceptAsync(new IncomingMessage("webchat", "1", Id, Site, new Activity(ActivityTypes.Message) { Text = "hi" }));
        await world.TakeTurnsAsync();
        var after = await chats.FindAsync(Id, Site, CancellationToken.None);

        Assert.Equal((code, null, null), (before!.Code, before.Alias, before.Language));
        Assert.Equal((code, "en"), (after!.Code, after.Language));
        Assert.Matches("^[A-Z][a-z]+ [A-Z][a-z]+", after.Alias);
        Assert.Null(await chats.FindAsync(Id, "web", CancellationToken.None));
    }

    [Theory, EachDatabase]
    public async Task The_database_holds_neither_the_id_nor_the_words_of_a_code(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var code = await world.Here.Get<BegunChats>().StartAsync(Id, Site);
        var row = await world.ReadAsync(db => db.WebChats.SingleAsync());

        var stored = string.Concat(new[] { row.ConversationKey, row.SealedAddress, row.CodeKey, row.SealedCode }.Select(System.Text.Encoding.Latin1.GetString));
        Assert.All([Id, .. code.Split(' ')], secret => Assert.DoesNotContain(secret, stored, StringComparison.OrdinalIgnoreCase));
    }
}
