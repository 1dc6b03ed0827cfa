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

    /// <summary>Her client posts news of its own making, with words in it.</summary>
    public Task<Acceptance> PostNewsAsync(string text) => world.Here.Inbox.AcceptAsync(new IncomingMessage(
        BotFramework.Channels.WebChat, Guid.NewGuid().ToString("N"), id, Site, new Activity(ActivityTypes.InstallationUpdate) { Action = "remove", Text = text }));

    /// <summary>What follows after a watermark: the words, with a &gt; before hers.</summary>
    public async Task<(IReadOnlyList<string> Words, Watermark Watermark)> ReadAsync(Watermark after = default)
    {
        var page = await PageAsync(after);
        return (WordsOf(page), page.Watermark);
    }

    /// <summary>The words of a page, with a &gt; before hers.</summary>
    public static IReadOnlyList<string> WordsOf(ChatPage page) => [.. page.Lines.Select(line => (line.IsMentees ? "> " : "") + line.Activity.Text)];

    /// <summary>The last that was said.</summary>
    public Task<ChatPage> LatestAsync(int most) => world.Here.Get<ChatHistory>().ReadLatestAsync(Key, most, CancellationToken.None);

    /// <summary>The watermark of now.</summary>
    public Task<Watermark> NowAsync() => world.Here.Get<ChatHistory>().NowAsync(Key, CancellationToken.None);

    public Task<ChatPage> PageAsync(Watermark after = default) => world.Here.Get<ChatHistory>().ReadAsync(Key, after, CancellationToken.None);
}
