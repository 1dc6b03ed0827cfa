using MentorBot.BotFramework;

namespace MentorBot.Channels.AzureBot;

/// <summary>A reply addressed: what is posted, and where.</summary>
/// <param name="Url">Where to.</param>
/// <param name="Json">The activity.</param>
/// <param name="IsReply">Whether it names the activity that it answers.</param>
internal sealed record ConnectorLetter(Uri Url, byte[] Json, bool IsReply)
{
    private const string OurName = "MentorBot";

    /// <summary>Addresses a rendered activity.</summary>
    public static ConnectorLetter Write(Activity rendered, OurSide ours, TheirSide theirs, Ticket ticket)
    {
        var activity = rendered.Copy();
        activity.Id = null;
        activity.ChannelId = theirs.ChannelId;
        activity.ServiceUrl = ours.Connector.AbsoluteUri;
        activity.Conversation = new ConversationAccount(theirs.ConversationId);
        activity.From = new ChannelAccount(ours.BotId, OurName, RoleTypes.Bot);
        activity.Recipient = ticket.UserId is null ? null : new ChannelAccount(ticket.UserId);
        activity.ReplyToId = ticket.ActivityId;
        // What a handoff is about is this conversation, by the names that its channel knows.
        activity.RelatesTo = rendered.RelatesTo is null ? null : ReferenceTo(activity);
        activity.SuggestedActions = AddressedTo(ticket.UserId, rendered.SuggestedActions);
        return new(UrlOf(ours.Connector, theirs.ConversationId, ticket.ActivityId), ActivityJson.ToUtf8Bytes(activity), ticket.ActivityId is not null);
    }

    /// <summary>Where any caller is answered, if only by a refusal.</summary>
    public static Uri ProbeOf(Uri connector) => new($"{Base(connector)}/v3/conversations");

    private static ConversationReference ReferenceTo(Activity activity) => new()
    {
        ActivityId = activity.ReplyToId, User = activity.Recipient, Bot = activity.From, Conversation = activity.Conversation, ChannelId = activity.ChannelId, ServiceUrl = activity.ServiceUrl,
    };

    private static Uri UrlOf(Uri connector, string conversationId, string? activityId)
    {
        var all = $"{Base(connector)}/v3/conversations/{Uri.EscapeDataString(conversationId)}/activities";
        return new(activityId is null ? all : $"{all}/{Uri.EscapeDataString(activityId)}");
    }

    private static string Base(Uri connector) => connector.AbsoluteUri.TrimEnd('/');

    // The ids that dialogs know mean nothing to the channel.
    private static SuggestedActions? AddressedTo(string? userId, SuggestedActions? buttons) =>
        buttons is null ? null : new() { Actions = buttons.Actions, Properties = buttons.Properties, To = userId is null ? null : [userId] };
}
