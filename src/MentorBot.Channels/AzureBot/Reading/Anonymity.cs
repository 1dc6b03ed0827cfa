using System.Text.Json;
using System.Text.Json.Nodes;
using MentorBot.BotFramework;

namespace MentorBot.Channels.AzureBot;

/// <summary>Takes out of an activity everything that says who somebody is or where she can be reached. Her words stay as they are.</summary>
/// <remarks>
/// Accounts go. What a channel adds of its own is kept, but for fields that hold an id or a name from the accounts: Telegram's <c>channelData</c> is full of them.
/// </remarks>
internal static class Anonymity
{
    // Shorter ones would be found everywhere, so they count only as the whole of a value.
    private const int ShortestToFind = 4;

    public static void Impose(Activity activity)
    {
        var names = Names(activity);
        (activity.MembersAdded, activity.MembersRemoved) = (Others(activity.MembersAdded, activity), Others(activity.MembersRemoved, activity));
        (activity.From, activity.Recipient, activity.Conversation, activity.RelatesTo) = (null, null, null, null);
        (activity.ServiceUrl, activity.TopicName) = (null, null);

        if (Holds(activity.ReplyToId, names))
            activity.ReplyToId = null;
        activity.ChannelData = Scrubbed(activity.ChannelData, names);
        activity.Value = Scrubbed(activity.Value, names);
        Scrub(activity, names);
        activity.SemanticAction = null;
        foreach (var entity in activity.Entities?.OfType<Entity>() ?? [])
            Scrub(entity, names);
        foreach (var attachment in activity.Attachments?.OfType<Attachment>() ?? [])
            Scrub(attachment, names);
    }

    private static List<string> Names(Activity activity)
    {
        var (from, conversation) = (activity.From, activity.Conversation);
        var members = (activity.MembersAdded ?? []).Concat(activity.MembersRemoved ?? []).Where(member => member?.Id != activity.Recipient?.Id);
        string?[] all =
        [
            from?.Id, from?.Name, from?.AadObjectId, conversation?.Id, conversation?.Name, conversation?.AadObjectId,
            .. members.SelectMany(member => new[] { member?.Id, member?.Name, member?.AadObjectId }),
        ];
        return [.. all.OfType<string>().Where(name => name.Length > 0)];
    }

    /// <summary>Whoever came or went, but not the bot: nameless, so that only their number is known.</summary>
    private static List<ChannelAccount>? Others(IList<ChannelAccount>? members, Activity activity) =>
        members?.Where(member => member?.Id != activity.Recipient?.Id).Select(_ => new ChannelAccount { Role = RoleTypes.User }).ToList();

    private static void Scrub(Attachment attachment, List<string> names)
    {
        if (Holds(attachment.ContentUrl, names))
            attachment.ContentUrl = null;
        if (Holds(attachment.ThumbnailUrl, names))
            attachment.ThumbnailUrl = null;
        attachment.Content = Scrubbed(attachment.Content, names);
        Scrub((SchemaObject)attachment, names);
    }

    private static void Scrub(SchemaObject part, List<string> names)
    {
        foreach (var (name, value) in part.Properties?.Where(p => p.Value.ValueKind != JsonValueKind.Null).ToList() ?? [])
        {
            if (!Holds(name, names) && Scrubbed(JsonNode.Parse(value.GetRawText()), names) is { } kept)
                part.Properties![name] = JsonElement.Parse(kept.ToJsonString());
            else
                part.Properties!.Remove(name);
        }
    }

    /// <summary>A node without the fields that hold a name; null if it is itself such a value.</summary>
    private static JsonNode? Scrubbed(JsonNode? node, List<string> names)
    {
        if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields.ToList())
            {
                if (Holds(name, names) || (value is not null && Scrubbed(value, names) is null))
                    fields.Remove(name);
            }
            return fields;
        }
        if (node is JsonArray list)
        {
            for (var i = list.Count - 1; i >= 0; i--)
            {
                if (list[i] is { } item && Scrubbed(item, names) is null)
                    list.RemoveAt(i);
            }
            return list;
        }
        return Holds(node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node?.ToJsonString(), names) ? null : node;
    }

    private static bool Holds(string? text, List<string> names) => text is not null && names.Exists(name => name.Length < ShortestToFind
        ? text.Equals(name, StringComparison.OrdinalIgnoreCase)
        : text.Contains(name, StringComparison.OrdinalIgnoreCase));
}
