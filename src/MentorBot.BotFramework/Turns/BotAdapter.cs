namespace MentorBot.BotFramework;

/// <summary>Runs turns: takes an activity through the middleware to the bot, and does the sending.</summary>
public abstract class BotAdapter
{
    /// <summary>What is done about an exception that a turn let out; without it the exception goes on to whoever ran the turn.</summary>
    public Func<ITurnContext, Exception, Task>? OnTurnError { get; set; }

    /// <summary>The middleware, in the order it runs.</summary>
    public MiddlewareSet MiddlewareSet { get; } = new();

    /// <summary>Adds middleware after what is there.</summary>
    /// <returns>This adapter.</returns>
    public BotAdapter Use(IMiddleware middleware)
    {
        MiddlewareSet.Use(middleware);
        return this;
    }

    /// <summary>Sends activities in order.</summary>
    /// <returns>One response for each activity, in the same order: also for those that are not delivered.</returns>
    public abstract Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken);

    /// <summary>Puts an activity in the place of an earlier one.</summary>
    public abstract Task<ResourceResponse?> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken);

    /// <summary>Takes back an activity.</summary>
    public abstract Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken);

    /// <summary>Takes a turn through the middleware to the bot.</summary>
    /// <remarks>A turn stopped by its own token is not an error of the bot, and its exception goes to the caller.</remarks>
    protected async Task RunPipelineAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        try
        {
            await MiddlewareSet.ReceiveActivityWithStatusAsync(turnContext, callback, cancellationToken);
        }
        catch (Exception error) when (OnTurnError is not null && !cancellationToken.IsCancellationRequested)
        {
            OnTurnFailed(turnContext, error);
            await OnTurnError(turnContext, error);
        }
    }

    /// <summary>What this adapter does about a failed turn, before <see cref="OnTurnError"/> has its say.</summary>
    protected virtual void OnTurnFailed(ITurnContext turnContext, Exception error)
    {
    }
}
