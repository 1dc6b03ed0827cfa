namespace MentorBot.BotFramework;

/// <summary>Runs a turn and collects its replies in order, sending nothing.</summary>
/// <remarks>
/// The caller commits replies and state together and delivers afterwards, so neither can be kept without the other.
/// One adapter serves any number of turns at once.
/// </remarks>
/// <param name="newId">Names each reply. Chance, if it is wanted, comes in here and nowhere else.</param>
public sealed class BufferedAdapter(Func<string> newId) : BotAdapter
{
    /// <summary>Runs a turn for what came in.</summary>
    public Task<BufferedTurn> ProcessActivityAsync(Activity activity, BotCallbackHandler bot, CancellationToken cancellationToken = default) =>
        ProcessTurnAsync(new TurnContext(this, activity), bot, cancellationToken);

    /// <summary>Runs a turn that the caller has prepared, usually by putting state into its <see cref="ITurnContext.TurnState"/>.</summary>
    /// <exception cref="Exception">Whatever the turn threw, when there is no <see cref="BotAdapter.OnTurnError"/>: there are no replies then.</exception>
    public async Task<BufferedTurn> ProcessTurnAsync(TurnContext turn, BotCallbackHandler bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var buffer = new Buffer();
        turn.TurnState.Set(buffer);
        await RunPipelineAsync(turn, bot, cancellationToken);
        return new BufferedTurn(buffer.Replies, turn.TurnState.Get<InvokeResponse>(), buffer.Error);
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        var replies = BufferOf(turnContext).Replies;
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            responses[i] = new ResourceResponse(activities[i].Id = newId());
            if (IsForSending(activities[i]))
                replies.Add(activities[i]);
        }
        return Task.FromResult(responses);
    }

    /// <summary>Changes a reply of this turn in its place; for one said earlier, adds a <see cref="ActivityTypes.MessageUpdate"/>.</summary>
    public override Task<ResourceResponse?> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        var replies = BufferOf(turnContext).Replies;
        var index = replies.FindIndex(r => r.Id == activity.Id);
        if (index >= 0)
        {
            replies[index] = activity;
        }
        else
        {
            activity.Type = ActivityTypes.MessageUpdate;
            replies.Add(activity);
        }
        return Task.FromResult<ResourceResponse?>(new ResourceResponse(activity.Id));
    }

    /// <summary>Forgets a reply of this turn; for one said earlier, adds a <see cref="ActivityTypes.MessageDelete"/>.</summary>
    public override Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(reference);
        var replies = BufferOf(turnContext).Replies;
        if (replies.RemoveAll(r => r.Id == reference.ActivityId) == 0)
            replies.Add(Deletion(turnContext.Activity, reference.ActivityId));
        return Task.CompletedTask;
    }

    /// <summary>Forgets what was said before the failure: the state it belongs to is not kept either.</summary>
    protected override void OnTurnFailed(ITurnContext turnContext, Exception error)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var buffer = BufferOf(turnContext);
        buffer.Replies.Clear();
        buffer.Error = error;
    }

    private static Buffer BufferOf(ITurnContext turn) =>
        turn.TurnState.Get<Buffer>() ?? throw new InvalidOperationException("This turn was not begun by its adapter's ProcessTurnAsync.");

    private static bool IsForSending(Activity activity) =>
        !activity.IsType(ActivityTypes.Trace) || activity.ChannelId == Channels.Emulator;

    private static Activity Deletion(Activity incoming, string? activityId)
    {
        var deletion = new Activity(ActivityTypes.MessageDelete);
        deletion.ApplyConversationReference(incoming.GetConversationReference());
        deletion.Id = activityId;
        return deletion;
    }

    private sealed class Buffer
    {
        public List<Activity> Replies { get; } = [];

        public Exception? Error { get; set; }
    }
}

/// <summary>What came of a turn.</summary>
/// <param name="Replies">What the bot said, in order. After an error: only what <see cref="BotAdapter.OnTurnError"/> said.</param>
/// <param name="InvokeResponse">The answer to an invoke, if there was one.</param>
/// <param name="Error">What went wrong, if <see cref="BotAdapter.OnTurnError"/> dealt with it. The turn's state must not be kept then.</param>
public sealed record BufferedTurn(IReadOnlyList<Activity> Replies, InvokeResponse? InvokeResponse, Exception? Error)
{
    /// <summary>Says how many replies there are, and none of their words.</summary>
    public override string ToString() => $"{Replies.Count} replies{(Error is null ? "" : ", failed")}";
}
