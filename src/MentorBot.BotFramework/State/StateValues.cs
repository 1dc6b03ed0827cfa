using System.Globalization;

namespace MentorBot.BotFramework;

/// <summary>Typed reading of the values that dialogs keep.</summary>
public static class StateValues
{
    /// <summary>The value of this name as a <typeparamref name="T"/>; numbers are converted where nothing is lost.</summary>
    /// <param name="values">Where the value is, such as <c>step.Values</c>.</param>
    /// <param name="name">Its name.</param>
    /// <param name="fallback">What to give when there is none, or it is null.</param>
    /// <exception cref="InvalidCastException">It is of another kind.</exception>
    /// <exception cref="OverflowException">It is a number too big for <typeparamref name="T"/>.</exception>
    public static T? GetValue<T>(this IDictionary<string, object?> values, string name, T? fallback = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!values.TryGetValue(name, out var value) || value is null)
            return fallback;
        return value is T wanted ? wanted : (T)Converted(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T));
    }

    private static object Converted(object value, Type type) => value switch
    {
        int or long when IsNumber(type) => Convert.ChangeType(value, type, CultureInfo.InvariantCulture),
        double when type == typeof(decimal) || type == typeof(float) => Convert.ChangeType(value, type, CultureInfo.InvariantCulture),
        double number when IsNumber(type) && number == Math.Floor(number) => Convert.ChangeType(value, type, CultureInfo.InvariantCulture),
        _ => throw new InvalidCastException($"The value is a {value.GetType().Name}, not a {type.Name}."),
    };

    private static bool IsNumber(Type type) =>
        type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal)
        || type == typeof(float) || type == typeof(short) || type == typeof(byte);
}
