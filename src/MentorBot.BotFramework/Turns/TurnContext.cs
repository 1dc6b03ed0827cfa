namespace MentorBot.BotFramework;

/// <summary>One activity that came in, and the means of answering it.</summary>
/// <remarks>A turn belongs to one thread of work at a time; nothing here is safe to share.</remarks>
public sealed class TurnContext : ITurnContext
{
    private readonly List<SendActivitiesHandler> onSend = [];
    private readonly List<UpdateActivityHandler> onUpdate = [];
    private readonly List<DeleteActivityHandler> onDelete = [];

    /// <summary>Begins a turn.</summary>
    /// <param name="adapter">What sends the replies.</param>
    /// <param name="activity">What came in.</param>
    public TurnContext(BotAdapter adapter, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(activity);
        (Adapter, Activity) = (adapter, activity);
    }

    /// <inheritdoc/>
    public BotAdapter Adapter { get; }

    /// <inheritdoc/>
    public TurnContextStateCollection TurnState { get; } = new();

    /// <inheritdoc/>
    public Activity Activity { get; }

    /// <inheritdoc/>
    public bool Responded { get; private set; }

    /// <inheritdoc/>
    public Task<ResourceResponse?> SendActivityAsync(
        string text, string? speak = null, string inputHint = InputHints.AcceptingInput, CancellationToken cancellationToken = default) =>
        SendActivityAsync(MessageFactory.Text(text, speak, inputHint), cancellationToken);

    /// <inheritdoc/>
    public async Task<ResourceResponse?> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        var responses = await SendActivitiesAsync([activity], cancellationToken);
        return responses.Length == 0 ? null : responses[0];
    }

    /// <inheritdoc/>
    public Task<ResourceResponse[]> SendActivitiesAsync(Activity[] activities, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activities);
        var reference = Activity.GetConversationReference();
        foreach (var activity in activities)
            activity.ApplyConversationReference(reference).Type ??= ActivityTypes.Message;
        return SendThroughAsync(new List<Activity>(activities), 0, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ResourceResponse?> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return UpdateThroughAsync(activity.ApplyConversationReference(Activity.GetConversationReference()), 0, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(activityId);
        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return DeleteThroughAsync(reference, 0, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(conversationReference);
        return DeleteThroughAsync(conversationReference, 0, cancellationToken);
    }

    /// <inheritdoc/>
    public ITurnContext OnSendActivities(SendActivitiesHandler handler)
    {
        onSend.Add(handler);
        return this;
    }

    /// <inheritdoc/>
    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler)
    {
        onUpdate.Add(handler);
        return this;
    }

    /// <inheritdoc/>
    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler)
    {
        onDelete.Add(handler);
        return this;
    }

    private Task<ResourceResponse[]> SendThroughAsync(List<Activity> activities, int handler, CancellationToken ct) =>
        handler < onSend.Count
            ? onSend[handler](this, activities, () => SendThroughAsync(activities, handler + 1, ct))
            : SendNowAsync([.. activities], ct);

    private async Task<ResourceResponse[]> SendNowAsync(Activity[] activities, CancellationToken ct)
    {
        if (activities.Length == 0)
            return [];
        var responses = await Adapter.SendActivitiesAsync(this, activities, ct);
        for (var i = 0; i < activities.Length; i++)
        {
            activities[i].Id = responses[i].Id;
            Responded |= !activities[i].IsType(ActivityTypes.Trace);
        }
        return responses;
    }

    private Task<ResourceResponse?> UpdateThroughAsync(Activity activity, int handler, CancellationToken ct) =>
        handler < onUpdate.Count
            ? onUpdate[handler](this, activity, () => UpdateThroughAsync(activity, handler + 1, ct))
            : Adapter.UpdateActivityAsync(this, activity, ct);

    private Task DeleteThroughAsync(ConversationReference reference, int handler, CancellationToken ct) =>
        handler < onDelete.Count
            ? onDelete[handler](this, reference, () => DeleteThroughAsync(reference, handler + 1, ct))
            : Adapter.DeleteActivityAsync(this, reference, ct);
}
