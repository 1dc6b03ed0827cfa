namespace MentorBot.BotFramework;

/// <summary>One activity that came in, and the means of answering it.</summary>
public interface ITurnContext
{
    /// <summary>The adapter that runs this turn.</summary>
    BotAdapter Adapter { get; }

    /// <summary>What the host and the middleware keep for the length of this turn.</summary>
    TurnContextStateCollection TurnState { get; }

    /// <summary>What came in.</summary>
    Activity Activity { get; }

    /// <summary>Whether anything but a trace was sent in this turn.</summary>
    bool Responded { get; }

    /// <summary>Says something.</summary>
    /// <param name="text">The words.</param>
    /// <param name="speak">What a speaking channel says in their place.</param>
    /// <param name="inputHint">One of <see cref="InputHints"/>.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <returns>The id given to what was said; null when a handler kept it back.</returns>
    Task<ResourceResponse?> SendActivityAsync(
        string text, string? speak = null, string inputHint = InputHints.AcceptingInput, CancellationToken cancellationToken = default);

    /// <summary>Sends one activity, addressed by this turn to the conversation it belongs to.</summary>
    Task<ResourceResponse?> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Sends activities in order, each addressed to the conversation.</summary>
    /// <returns>The ids given, in the same order.</returns>
    Task<ResourceResponse[]> SendActivitiesAsync(Activity[] activities, CancellationToken cancellationToken = default);

    /// <summary>Puts an activity in the place of an earlier one of the same <see cref="Activity.Id"/>.</summary>
    Task<ResourceResponse?> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Takes back the activity of this id.</summary>
    Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default);

    /// <summary>Takes back the activity that the reference names.</summary>
    Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default);

    /// <summary>Adds a handler that sees, and may change or keep back, whatever is about to be sent.</summary>
    ITurnContext OnSendActivities(SendActivitiesHandler handler);

    /// <summary>Adds a handler that sees, and may keep back, an update.</summary>
    ITurnContext OnUpdateActivity(UpdateActivityHandler handler);

    /// <summary>Adds a handler that sees, and may keep back, a deletion.</summary>
    ITurnContext OnDeleteActivity(DeleteActivityHandler handler);
}

/// <summary>Sees what is about to be sent. Not calling <paramref name="next"/> keeps it back.</summary>
public delegate Task<ResourceResponse[]> SendActivitiesHandler(
    ITurnContext turnContext, IList<Activity> activities, Func<Task<ResourceResponse[]>> next);

/// <summary>Sees an update. Not calling <paramref name="next"/> keeps it back.</summary>
public delegate Task<ResourceResponse?> UpdateActivityHandler(
    ITurnContext turnContext, Activity activity, Func<Task<ResourceResponse?>> next);

/// <summary>Sees a deletion. Not calling <paramref name="next"/> keeps it back.</summary>
public delegate Task DeleteActivityHandler(ITurnContext turnContext, ConversationReference reference, Func<Task> next);

/// <summary>What a bot does with a turn.</summary>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);

/// <summary>The name that was given to something sent.</summary>
/// <param name="Id">The activity's id.</param>
public sealed record ResourceResponse(string? Id);

/// <summary>Whatever answers turns: an <see cref="ActivityHandler"/>, in most bots.</summary>
public interface IBot
{
    /// <summary>Answers one activity.</summary>
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
