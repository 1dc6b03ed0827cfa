namespace MentorBot.BotFramework;

/// <summary>State was written by somebody else since it was read. Run the turn again from what is stored now.</summary>
public sealed class StateConflictException : Exception
{
    /// <summary>Makes the exception with its usual message.</summary>
    public StateConflictException()
        : base("The state was changed by another turn since it was read.")
    {
    }

    /// <summary>Makes the exception with a message.</summary>
    public StateConflictException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message and the storage's own exception.</summary>
    public StateConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>State that cannot be written, or read back: a value of an unknown type, too deep, or too big.</summary>
/// <remarks>The message names properties and types, never values.</remarks>
public sealed class StateException : Exception
{
    /// <summary>Makes the exception with its usual message.</summary>
    public StateException()
        : base("The state cannot be written or read.")
    {
    }

    /// <summary>Makes the exception with a message.</summary>
    public StateException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message and its cause.</summary>
    public StateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The path of the property at fault, such as <c>DialogState.booking.values.slot</c>; null when it is the whole document.</summary>
    public string? Property { get; init; }
}
