using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MentorBot.BotFramework;

namespace MentorBot.Channels.WebChat;

/// <summary>Turns activities of Direct Line into ours and back. On the wire ids are <c>{conversation}|{suffix}</c>; inside only the suffix is used, for a chat's id is an address.</summary>
public static class WireActivities
{
    /// <summary>What the <see cref="Attachment.ContentUrl"/> of a file begins with that is kept by us; the file's id follows.</summary>
    public const string UploadPrefix = "upload:";

    private const int SuffixBytes = 12;
    private const int LongestClientId = 200;

    private static readonly ChannelAccount Bot = new("mentorbot", "MentorBot", RoleTypes.Bot);

    /// <summary>An id as clients see it.</summary>
    public static string Id(string conversationId, string suffix) => $"{conversationId}|{suffix}";

    /// <summary>Makes what a client posted ours. The same post repeated gets the same id if its client named it (<c>channelData.clientActivityID</c>).</summary>
    public static IncomingMessage Receive(ChatPass pass, Activity posted)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(posted);
        var suffix = ClientIdOf(posted) is { } named ? Derive(pass.ConversationId, named) : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SuffixBytes));
        posted.Id = suffix;
        posted.ChannelId = BotFramework.Channels.WebChat;
        posted.From = new ChannelAccount { Id = pass.UserId ?? posted.From?.Id, Name = posted.From?.Name };
        posted.ReplyToId = posted.ReplyToId?.Split('|')[^1];
        // Ours to say and not a client's: when it came, where answers go, who else is in it.
        (posted.Timestamp, posted.ServiceUrl, posted.CallerId, posted.Conversation, posted.Recipient) = (null, null, null, null, null);
        return new IncomingMessage(BotFramework.Channels.WebChat, suffix, pass.ConversationId, pass.Site, posted);
    }

    /// <summary>Makes one of a chat's activities fit for the wire.</summary>
    /// <param name="pass">Who reads it.</param>
    /// <param name="activity">The activity, as the history has it; it is changed.</param>
    /// <param name="isMentees">Whether the mentee said it.</param>
    /// <param name="urlOf">The address of a file that is kept by us, by its id.</param>
    public static Activity Send(ChatPass pass, Activity activity, bool isMentees, Func<string, string> urlOf)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(activity);
        activity.Id = Id(pass.ConversationId, activity.Id!);
        activity.ChannelId = BotFramework.Channels.WebChat;
        activity.Conversation = new ConversationAccount(pass.ConversationId);
        activity.ServiceUrl = null;
        if (activity.ReplyToId is { } answered) activity.ReplyToId = Id(pass.ConversationId, answered);
        if (isMentees)
        {
            activity.From = new ChannelAccount { Id = pass.UserId ?? activity.From?.Id, Name = activity.From?.Name, Role = RoleTypes.User };
            activity.Recipient = Bot;
        }
        else
        {
            // The name is her alias, which the turn gave her.
            activity.Recipient = new ChannelAccount { Id = pass.UserId, Name = activity.Recipient?.Name, Role = RoleTypes.User };
            activity.From = Bot;
            // Web Chat shows buttons only to those whom they name. There is nobody else in the chat.
            if (activity.SuggestedActions is { } suggested) suggested.To = null;
        }
        foreach (var file in activity.Attachments ?? [])
        {
            if (file.ContentUrl?.StartsWith(UploadPrefix, StringComparison.Ordinal) == true) file.ContentUrl = urlOf(file.ContentUrl[UploadPrefix.Length..]);
        }
        return activity;
    }

    private static string? ClientIdOf(Activity posted) =>
        (posted.ChannelData as JsonObject)?["clientActivityID"] is JsonValue value && value.TryGetValue<string>(out var id) && id.Length is > 0 and <= LongestClientId ? id : null;

    private static string Derive(string conversationId, string clientId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{conversationId}\n{clientId}")).AsSpan(0, SuffixBytes));
}
