namespace MentorBot.BotFramework.Dialogs;

/// <summary>Has the last word on an answer.</summary>
/// <remarks>
/// It is asked about every answer, those that were not understood too, and may put a value of its own into what was recognised.
/// If it says something itself, the question is not asked again.
/// </remarks>
/// <returns>Whether the answer will do.</returns>
public delegate Task<bool> PromptValidator<T>(PromptValidatorContext<T> promptContext, CancellationToken cancellationToken);

/// <summary>An answer, and what a validator may want to know about it.</summary>
/// <param name="Context">The turn.</param>
/// <param name="Recognized">What was made of the answer. Its value may be changed.</param>
/// <param name="Options">What was asked.</param>
/// <param name="AttemptCount">How many answers there have been, this one included: 1 for the first.</param>
public sealed record PromptValidatorContext<T>(
    ITurnContext Context, PromptRecognizerResult<T> Recognized, PromptOptions Options, int AttemptCount)
{
    /// <summary>Says which attempt it is, and nothing of the answer.</summary>
    public override string ToString() => $"attempt {AttemptCount}";
}

/// <summary>What was made of an answer.</summary>
public sealed class PromptRecognizerResult<T>
{
    /// <summary>Whether it was understood.</summary>
    public bool Succeeded { get; set; }

    /// <summary>What was understood.</summary>
    public T? Value { get; set; }

    /// <summary>An answer that was understood.</summary>
    internal static PromptRecognizerResult<T> Understood(T value) => new() { Succeeded = true, Value = value };
}
