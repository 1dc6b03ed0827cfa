using MentorBot.BotFramework;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Mentoring.Handoffs;

/// <summary>Tells which conversations an outside hub carries, which has people of its own and may be asked for one.</summary>
public sealed class Hubs(IEnumerable<IChannel> channels)
{
    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Id, StringComparer.Ordinal);

    /// <summary>Whether it is one of them. In a turn that somebody's activity began: whether that activity came from the hub's own channel, by its proof.</summary>
    public bool IsHub(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return _channels.TryGetValue(conversation.Address!.Channel, out var channel) && channel.IsHub(conversation.OurAddress);
    }

    /// <summary>Whether there is a program that reads events: a hub, or what shows a chat. Nowhere else are they sent.</summary>
    internal bool ReadsEvents(Conversation conversation) => conversation.Address!.Channel == Channels.WebChat || IsHub(conversation);
}
