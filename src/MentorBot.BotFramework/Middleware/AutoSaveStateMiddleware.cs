namespace MentorBot.BotFramework;

/// <summary>Saves the states found in TurnState once the bot is done. After an exception nothing is saved.</summary>
/// <remarks>A host that commits state and replies together saves by itself, and does not need this.</remarks>
public sealed class AutoSaveStateMiddleware : IMiddleware
{
    /// <inheritdoc/>
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        await next(cancellationToken);
        var found = turnContext.TurnState;
        await SaveAsync(found.Get<ConversationState>(), turnContext, cancellationToken);
        await SaveAsync(found.Get<UserState>(), turnContext, cancellationToken);
        await SaveAsync(found.Get<PrivateConversationState>(), turnContext, cancellationToken);
    }

    private static Task SaveAsync(BotState? state, ITurnContext turn, CancellationToken ct) =>
        state?.SaveChangesAsync(turn, force: false, ct) ?? Task.CompletedTask;
}
