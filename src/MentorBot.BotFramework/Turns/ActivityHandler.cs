namespace MentorBot.BotFramework;

/// <summary>A bot that is told what happened by the kind of activity that came in. Override what you care about.</summary>
public partial class ActivityHandler : IBot
{
    /// <summary>Finds the method for an activity's type and calls it.</summary>
    public virtual async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var type = turnContext.Activity.Type
            ?? throw new ArgumentException("The activity has no type.", nameof(turnContext));
        if (type == ActivityTypes.Invoke)
            turnContext.TurnState.Set(await OnInvokeActivityAsync(turnContext, cancellationToken));
        else
            await DispatchAsync(type, turnContext, cancellationToken);
    }

    /// <summary>Somebody joined, or left, or the topic changed.</summary>
    /// <remarks>Calls <see cref="OnMembersAddedAsync"/> or <see cref="OnMembersRemovedAsync"/>, unless all the bot sees is itself.</remarks>
    protected virtual Task OnConversationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        if (activity.MembersAdded is { } added)
            return OthersThanTheBot(added, activity) ? OnMembersAddedAsync(added, turnContext, cancellationToken) : Task.CompletedTask;
        if (activity.MembersRemoved is { } removed && OthersThanTheBot(removed, activity))
            return OnMembersRemovedAsync(removed, turnContext, cancellationToken);
        return Task.CompletedTask;
    }

    /// <summary>A reaction was put on or taken off. Calls <see cref="OnReactionsAddedAsync"/> and <see cref="OnReactionsRemovedAsync"/>.</summary>
    protected virtual async Task OnMessageReactionActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (turnContext.Activity.ReactionsAdded is { } added)
            await OnReactionsAddedAsync(added, turnContext, cancellationToken);
        if (turnContext.Activity.ReactionsRemoved is { } removed)
            await OnReactionsRemovedAsync(removed, turnContext, cancellationToken);
    }

    /// <summary>An event came. Calls <see cref="OnTokenResponseEventAsync"/> or <see cref="OnEventAsync"/>.</summary>
    protected virtual Task OnEventActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.Activity.Name == "tokens/response"
            ? OnTokenResponseEventAsync(turnContext, cancellationToken)
            : OnEventAsync(turnContext, cancellationToken);
    }

    /// <summary>The bot was installed or removed. Calls <see cref="OnInstallationUpdateAddAsync"/> or <see cref="OnInstallationUpdateRemoveAsync"/>.</summary>
    protected virtual Task OnInstallationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.Activity.Action switch
        {
            "add" or "add-upgrade" => OnInstallationUpdateAddAsync(turnContext, cancellationToken),
            "remove" or "remove-upgrade" => OnInstallationUpdateRemoveAsync(turnContext, cancellationToken),
            _ => Task.CompletedTask,
        };
    }

    private Task DispatchAsync(string type, ITurnContext turn, CancellationToken ct) => type switch
    {
        ActivityTypes.Message => OnMessageActivityAsync(turn, ct),
        ActivityTypes.MessageUpdate => OnMessageUpdateActivityAsync(turn, ct),
        ActivityTypes.MessageDelete => OnMessageDeleteActivityAsync(turn, ct),
        ActivityTypes.ConversationUpdate => OnConversationUpdateActivityAsync(turn, ct),
        ActivityTypes.MessageReaction => OnMessageReactionActivityAsync(turn, ct),
        ActivityTypes.Event => OnEventActivityAsync(turn, ct),
        ActivityTypes.EndOfConversation => OnEndOfConversationActivityAsync(turn, ct),
        ActivityTypes.Typing => OnTypingActivityAsync(turn, ct),
        ActivityTypes.InstallationUpdate => OnInstallationUpdateActivityAsync(turn, ct),
        ActivityTypes.Command => OnCommandActivityAsync(turn, ct),
        ActivityTypes.CommandResult => OnCommandResultActivityAsync(turn, ct),
        _ => OnUnrecognizedActivityTypeAsync(turn, ct),
    };

    private static bool OthersThanTheBot(IList<ChannelAccount> members, Activity activity)
    {
        foreach (var member in members)
        {
            if (member is not null && member.Id != activity.Recipient?.Id)
                return true;
        }
        return false;
    }
}
