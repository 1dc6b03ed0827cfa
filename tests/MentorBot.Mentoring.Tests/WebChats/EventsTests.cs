using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Mentoring.Tests.WebChats;

public sealed class EventsTests
{
    [Theory, EachDatabase]
    public async Task Nobody_outside_can_say_the_event_that_asks_the_bot_to_apologise(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        foreach (var name in new[] { TurnTaking.TurnSetAside, "webchat/join" })
            await world.Here.Inbox.AcceptAsync(new IncomingMessage(BotFramework.Channels.WebChat, name, "a", Chat.Site, new Activity(ActivityTypes.Event) { Name = name }));
        await world.RunAsync();

        Assert.Equal(["", "webchat/join"], world.Bot.Heard);
    }
}
