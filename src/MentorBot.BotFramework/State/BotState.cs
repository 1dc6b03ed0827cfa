namespace MentorBot.BotFramework;

/// <summary>Named properties that live in one stored document, read at most once a turn and written at most once a save.</summary>
/// <remarks>
/// Cheap to make: a host may make one for each turn around what it has loaded, and put it into <see cref="ITurnContext.TurnState"/>
/// where dialogs find it. What a turn did is kept in its TurnState, so one instance may also serve many turns.
/// </remarks>
/// <param name="storage">Where the document is.</param>
/// <param name="types">The types it may hold.</param>
/// <param name="limits">How much it may hold; the usual <see cref="StateLimits"/> if none are given.</param>
public abstract class BotState(IStorage storage, StateTypes types, StateLimits? limits = null)
{
    private static readonly StateLimits UsualLimits = new();

    /// <summary>A property of this state.</summary>
    /// <exception cref="StateException"><typeparamref name="T"/> is not on the list of types.</exception>
    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new StateProperty<T>(this, name, types.Require<T>(name));
    }

    /// <summary>Reads the document, unless this turn has it already.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="force">Reads again, and forgets what this turn changed.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="StateException">What is stored is not a JSON object.</exception>
    public async Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (force || BagOf(turnContext) is null)
            Keep(turnContext, new StateBag(await storage.ReadAsync(GetStorageKey(turnContext), cancellationToken)));
    }

    /// <summary>Writes the document if it is not what was read.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="force">Writes even so.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="StateException">It holds a value of an unknown type, or is too deep or too big. The message names the property.</exception>
    /// <exception cref="StateConflictException">Somebody else wrote it since.</exception>
    public async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (BagOf(turnContext) is not { } bag || !(force || bag.MayHaveChanged))
            return;
        if (StateDocument.Write(bag, types, limits ?? UsualLimits, force) is not { } json)
            return;
        var etag = await storage.WriteAsync(GetStorageKey(turnContext), new StoreItem(json, bag.ETag), cancellationToken);
        bag.Saved(json, etag);
    }

    /// <summary>Forgets every property. The empty document is written by the next save.</summary>
    public async Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        (await LoadedBagAsync(turnContext, cancellationToken)).Clear();
    }

    /// <summary>Deletes the document from storage, now.</summary>
    public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        Keep(turnContext, new StateBag(null));
        await storage.DeleteAsync(GetStorageKey(turnContext), cancellationToken);
    }

    /// <summary>The key of the document that this turn belongs to.</summary>
    /// <exception cref="InvalidOperationException">The activity does not say where it belongs.</exception>
    protected abstract string GetStorageKey(ITurnContext turnContext);

    internal async ValueTask<StateBag> LoadedBagAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (BagOf(turnContext) is { } bag)
            return bag;
        await LoadAsync(turnContext, force: false, cancellationToken);
        return BagOf(turnContext)!;
    }

    internal StateTypes Types => types;

    private StateBag? BagOf(ITurnContext turnContext) => (StateBag?)turnContext.TurnState.GetBy(this);

    private void Keep(ITurnContext turnContext, StateBag bag) => turnContext.TurnState.Put(this, bag);
}
