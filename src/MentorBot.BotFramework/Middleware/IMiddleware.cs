namespace MentorBot.BotFramework;

/// <summary>Something every turn passes through on its way to the bot and on its way back.</summary>
public interface IMiddleware
{
    /// <summary>Sees a turn.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="next">Goes on towards the bot. Not calling it ends the turn here.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}

/// <summary>Goes on towards the bot.</summary>
public delegate Task NextDelegate(CancellationToken cancellationToken);
