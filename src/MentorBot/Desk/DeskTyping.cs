using System.Collections.Concurrent;
using MentorBot.BotFramework;
using MentorBot.Channels.Telegram;
using MentorBot.Channels.WebChat;
using MentorBot.Mentoring.Desk;
using MentorBot.Try;

namespace MentorBot.Desk;

/// <summary>Shows each side that the other is typing, where the channel can: our web chat, and Telegram to her. Nothing of it is kept, and on other nodes nothing is seen of it.</summary>
internal sealed class DeskTyping(DeskStreams streams, OpenChats chats, HeldChats held, TelegramChannel? telegram = null)
{
    // More often a browser does not say so, either.
    private static readonly TimeSpan Counts = TimeSpan.FromSeconds(3);
    private const int MostRemembered = 1_000;

    private readonly ConcurrentDictionary<string, long> _asked = new(StringComparer.Ordinal);

    /// <summary>A mentee types in a chat.</summary>
    public async Task FromMenteeAsync(string chatId, byte[] conversationKey, CancellationToken cancellationToken)
    {
        if (!IsNew(chatId) || await held.FindAsync(conversationKey, cancellationToken) is not { } talk) return;
        foreach (var stream in talk.Readers.SelectMany(streams.Of)) stream.TellTyping(talk.HandoffId);
    }

    /// <summary>A mentor types in a talk that he holds.</summary>
    public async Task FromMentorAsync(int mentorId, long handoffId, CancellationToken cancellationToken)
    {
        if (await held.FindChatAsync(mentorId, handoffId, cancellationToken) is not { } her) return;
        if (her.Channel == BotFramework.Channels.WebChat) chats.Show(her.Address, Typing());
        // The simulator's chats are not Telegram's.
        else if (telegram is not null && !TryTelegram.Owns(her.Address)) await telegram.ShowTypingAsync(her.Address, cancellationToken);
    }

    private static Activity Typing() =>
        new(ActivityTypes.Typing) { Id = Guid.NewGuid().ToString("N"), From = new ChannelAccount { Id = "mentorbot", Name = "MentorBot", Role = RoleTypes.Bot } };

    private bool IsNew(string chatId)
    {
        var now = TimeProvider.System.GetTimestamp();
        if (_asked.TryGetValue(chatId, out var last) && TimeProvider.System.GetElapsedTime(last, now) < Counts) return false;
        if (_asked.Count >= MostRemembered) _asked.Clear();
        _asked[chatId] = now;
        return true;
    }
}
