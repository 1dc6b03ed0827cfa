namespace MentorBot.BotFramework;

/// <summary>Middleware in the order it was added: the first is outermost.</summary>
public sealed class MiddlewareSet : IMiddleware
{
    private readonly List<IMiddleware> middleware = [];

    /// <summary>Adds middleware after what is there.</summary>
    /// <returns>This set.</returns>
    public MiddlewareSet Use(IMiddleware next)
    {
        ArgumentNullException.ThrowIfNull(next);
        middleware.Add(next);
        return this;
    }

    /// <summary>Takes a turn through all of them and then to the bot.</summary>
    public Task ReceiveActivityWithStatusAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        RunFromAsync(0, turnContext, ct => callback(turnContext, ct), cancellationToken);

    /// <summary>Takes a turn through all of them, as one.</summary>
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) =>
        RunFromAsync(0, turnContext, next, cancellationToken);

    private Task RunFromAsync(int index, ITurnContext turn, NextDelegate last, CancellationToken ct) =>
        index == middleware.Count
            ? last(ct)
            : middleware[index].OnTurnAsync(turn, token => RunFromAsync(index + 1, turn, last, token), ct);
}
