using System.Globalization;
using MentorBot.BotFramework;

namespace MentorBot.Channels.WebChat;

/// <summary>Chats over Direct Line: our own page, Microsoft's Web Chat, whoever speaks the protocol. There is no carrier: a message has arrived when it is in the history.</summary>
/// <remarks>So a send only tells whoever is looking. One who is away reads it when she comes back; nothing can be lost on the way, and nothing is ever in doubt.</remarks>
public sealed class WebChatChannel(OpenChats chats) : IChannel
{
    private const int NoPaceButTheMachines = 1_000_000;

    /// <inheritdoc/>
    public string Id => BotFramework.Channels.WebChat;

    /// <inheritdoc/>
    public int MessagesPerSecond => NoPaceButTheMachines;

    /// <inheritdoc/>
    public IReadOnlyList<Activity> Render(Activity reply) => [reply];

    /// <inheritdoc/>
    public Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        chats.Wake(message.Address);
        return Task.FromResult(Delivery.Accepted(message.Id.ToString("N", CultureInfo.InvariantCulture)));
    }

    /// <inheritdoc/>
    /// <remarks>Whatever was claimed is in the history, even if the process died in that moment.</remarks>
    public Task<Delivery> LookUpAsync(OutgoingMessage message, IReadOnlySet<string> knownProviderIds, CancellationToken cancellationToken) =>
        SendAsync(message, cancellationToken);
}
