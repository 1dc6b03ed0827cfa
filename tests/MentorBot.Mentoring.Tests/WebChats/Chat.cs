using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using MentorBot.Mentoring.WebChats;

namespace MentorBot.Mentoring.Tests.WebChats;

/// <summary>Somebody's web chat in a small world.</summary>
internal sealed class Chat(World world, string id)
{
    public const string Site = "web";

    public byte[] Key => world.Here.Get<AddressVault>().KeyOf(BotFramework.Channels.WebChat, id, Site);

    public static Task<World> OpenAsync(DatabaseProvider database) => World.OpenAsync(database, channel: BotFramework.Channels.WebChat);

    /// <summary>She says something.</summary>
    public Task<Acceptance> SayAsync(string text, ProcessUnderTest? to = null)
    {
        var name = Guid.NewGuid().ToString("N");
        return (to ?? world.Here).Inbox.AcceptAsync(new IncomingMessage(BotFramework.Channels.WebChat, name, id, Site, new Activity(ActivityTypes.Message) { Id = name, Text = text }));
    }

    /// <summary>What follows after a watermark: the words, with a &gt; before hers.</summary>
    public async Task<(IReadOnlyList<string> Words, Watermark Watermark)> ReadAsync(Watermark after = default)
    {
        var page = await PageAsync(after);
        return ([.. page.Lines.Select(line => (line.IsMentees ? "> " : "") + line.Activity.Text)], page.Watermark);
    }

    public Task<ChatPage> PageAsync(Watermark after = default) => world.Here.Get<ChatHistory>().ReadAsync(Key, after, CancellationToken.None);
}
