namespace MentorBot.BotFramework;

/// <summary>One named property of a <see cref="BotState"/>.</summary>
/// <typeparam name="T">What it holds.</typeparam>
public interface IStatePropertyAccessor<T>
{
    /// <summary>Its name in the document.</summary>
    string Name { get; }

    /// <summary>The value. It is live: what is changed in it is saved.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="defaultValueFactory">Makes, and keeps, a value when there is none; without it the default of the type is given and not kept.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="StateException">What is stored cannot be read as a <typeparamref name="T"/>.</exception>
    ValueTask<T> GetAsync(ITurnContext turnContext, Func<T>? defaultValueFactory = null, CancellationToken cancellationToken = default);

    /// <summary>Puts a value there. Null is as good as deleting it.</summary>
    ValueTask SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default);

    /// <summary>Takes the value away.</summary>
    ValueTask DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}

internal sealed class StateProperty<T>(BotState state, string name, StateType type) : IStatePropertyAccessor<T>
{
    public string Name => name;

    public async ValueTask<T> GetAsync(ITurnContext turnContext, Func<T>? defaultValueFactory = null, CancellationToken cancellationToken = default)
    {
        var bag = await state.LoadedBagAsync(turnContext, cancellationToken);
        if (bag.Get(name, type, state.Types) is { } found)
            return (T)found;
        if (defaultValueFactory is null)
            return default!;
        var value = defaultValueFactory();
        bag.Set(name, type, value);
        return value;
    }

    public async ValueTask SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default) =>
        (await state.LoadedBagAsync(turnContext, cancellationToken)).Set(name, type, value);

    public async ValueTask DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
        (await state.LoadedBagAsync(turnContext, cancellationToken)).Remove(name);
}
