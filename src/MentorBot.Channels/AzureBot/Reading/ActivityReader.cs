using System.Security.Cryptography;
using System.Text.Json;
using MentorBot.BotFramework;

namespace MentorBot.Channels.AzureBot;

/// <summary>Makes an <see cref="IncomingMessage"/> of an activity: the ids of people and conversations go where only delivery can read them.</summary>
internal sealed class ActivityReader(ConnectorSeals seals)
{
    // With the keyed hash behind it, a message's id must fit into 100 characters.
    private const int LongestChannelId = 32;

    /// <summary>Whether a text could be a channel's id.</summary>
    public static bool IsChannelId(string text) => text.Length <= LongestChannelId && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>What a post must have and has not, or null.</summary>
    public static Refusal? Missing(Activity activity)
    {
        (string Name, string? Value)[] needed =
        [
            ("type", activity.Type), ("channelId", activity.ChannelId), ("serviceUrl", activity.ServiceUrl),
            ("conversation.id", activity.Conversation?.Id), ("recipient.id", activity.Recipient?.Id),
        ];
        var missing = Array.Find(needed, field => string.IsNullOrEmpty(field.Value)).Name;
        return missing is null ? null : new Refusal(RefusalReason.MissingFields, missing);
    }

    /// <summary>Reads an activity that has all it must have. It is changed, and becomes part of the message.</summary>
    /// <param name="activity">What was posted.</param>
    /// <param name="ours">Our side of its conversation.</param>
    /// <param name="body">The JSON that it came as, which tells it apart when it has no id.</param>
    public Reading<IncomingMessage> Read(Activity activity, OurSide ours, ReadOnlySpan<byte> body)
    {
        if (Unfit(activity, ours) is { } field)
            return new Refusal(RefusalReason.Malformed, field);
        var theirs = new TheirSide(activity.ChannelId!, activity.Conversation!.Id!);
        var id = MessageId(theirs, activity.Id, body);
        var ticket = seals.Close(new(UserId(activity), IdToAnswer(activity)));
        if (!TryHide(activity))
            return new Refusal(RefusalReason.Malformed, "json");
        activity.Id = ticket;
        activity.ChannelId = BotFramework.Channels.AzureBot;
        return new IncomingMessage(BotFramework.Channels.AzureBot, id, theirs.ToString(), ours.ToString(), activity) { OurName = ours.Name };
    }

    // What a channel adds of its own is only looked into here, and may yet turn out to be no text.
    private static bool TryHide(Activity activity)
    {
        try
        {
            Anonymity.Impose(activity);
            if (activity.IsType(ActivityTypes.Message))
                activity.Text ??= "";
            return true;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    // Ids are joined by line feeds and spaces, so none may hold such a thing. Real ones do not.
    private static string? Unfit(Activity activity, OurSide ours)
    {
        var channel = activity.ChannelId!;
        if (!IsChannelId(channel))
            return "channelId";
        (string Name, string? Value)[] ids =
            [("conversation.id", activity.Conversation!.Id), ("from.id", activity.From?.Id), ("recipient.id", activity.Recipient!.Id), ("id", activity.Id)];
        return Array.Find(ids, id => id.Value?.Any(char.IsControl) ?? false).Name
            ?? (ours.ToString().Length > OurSide.MostCharacters ? "recipient.id" : null);
    }

    /// <summary>A name for the message that is the same when it is repeated, and shows nothing: a channel's own id may hold the conversation's.</summary>
    private string MessageId(TheirSide theirs, string? activityId, ReadOnlySpan<byte> body)
    {
        var itself = string.IsNullOrEmpty(activityId) ? $"body\n{Convert.ToHexString(SHA256.HashData(body))}" : $"id\n{activityId}";
        return $"{theirs.ChannelId}:{Convert.ToHexStringLower(seals.KeyOf($"{theirs}\n{itself}"))}";
    }

    // Who joined is often told in the name of the bot itself.
    private static string? UserId(Activity activity) => activity.From?.Id == activity.Recipient!.Id ? null : activity.From?.Id;

    // No client is shown a conversationUpdate, and Web Chat holds back a reply to what it has not seen.
    private static string? IdToAnswer(Activity activity) => activity.IsType(ActivityTypes.ConversationUpdate) ? null : activity.Id;
}
