namespace MentorBot.BotFramework;

/// <summary>Objects kept for the length of one turn, by name or by their own type.</summary>
public sealed class TurnContextStateCollection
{
    private readonly Dictionary<object, object> kept = [];

    /// <summary>The object of this name, or null.</summary>
    /// <exception cref="InvalidCastException">Something of another type has that name.</exception>
    public T? Get<T>(string key) where T : class => (T?)kept.GetValueOrDefault(key);

    /// <summary>The object that was kept as a <typeparamref name="T"/>, or null.</summary>
    public T? Get<T>() where T : class => (T?)kept.GetValueOrDefault(typeof(T));

    /// <summary>Keeps an object by name.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Add<T>(string key, T value) where T : class => kept.Add(key, value);

    /// <summary>Keeps an object by its type.</summary>
    /// <exception cref="ArgumentException">There is one of that type.</exception>
    public void Add<T>(T value) where T : class => kept.Add(typeof(T), value);

    /// <summary>Keeps an object by name, in the place of any other; null forgets it.</summary>
    public void Set<T>(string key, T? value) where T : class => Put(key, value);

    /// <summary>Keeps an object by its type, in the place of any other; null forgets it.</summary>
    public void Set<T>(T? value) where T : class => Put(typeof(T), value);

    // A BotState keys its bag by itself, so that two of one class never share one.
    internal object? GetBy(object owner) => kept.GetValueOrDefault(owner);

    internal void Put(object key, object? value)
    {
        if (value is null)
            kept.Remove(key);
        else
            kept[key] = value;
    }
}
