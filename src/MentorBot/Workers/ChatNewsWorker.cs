using MentorBot.Channels.DirectLine;
using MentorBot.Channels.WebChat;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.WebChats;

namespace MentorBot.Workers;

/// <summary>Wakes the sockets of this node whose chats got something new on another one. A node that is alone, or that nobody looks at a chat on, asks nothing.</summary>
internal sealed class ChatNewsWorker(ChatNews news, ChatStreams streams, OpenChats chats, Partitions partitions, ILogger<ChatNewsWorker> log) : Loop(log)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    protected override async Task GoRoundAsync(CancellationToken stopping)
    {
        await Task.Delay(BetweenLooks, TimeProvider.System, stopping);
        if (streams.IsEmpty || partitions.Held.All) news.Forget();
        else Wake(await news.LookAsync(stopping));
    }

    private void Wake(IReadOnlyList<byte[]>? keys)
    {
        if (keys is { Count: 0 }) return;
        var which = keys?.Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
        foreach (var (stream, key) in streams.Open)
        {
            if (which?.Contains(Convert.ToHexString(key)) != false) chats.Wake(stream.ConversationId);
        }
    }
}
