using System.Numerics;

namespace MentorBot.BotFramework.Dialogs;

/// <summary>Asks for a number, in figures or in words.</summary>
/// <remarks>The number has to be nearly the whole answer (see <see cref="NumberRecognizer"/>) and has to fit <typeparamref name="T"/> without loss.</remarks>
/// <typeparam name="T">int, long, float, double or decimal.</typeparam>
public sealed class NumberPrompt<T>(string dialogId, PromptValidator<T>? validator = null, string? defaultLocale = null)
    : Prompt<T>(dialogId, validator)
    where T : struct, INumber<T>
{
    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext, PromptOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        return Task.FromResult(Fitting(NumberRecognizer.Recognize(activity.Text, activity.Locale ?? defaultLocale)));
    }

    private static PromptRecognizerResult<T> Fitting(decimal? number)
    {
        if (number is null)
            return new PromptRecognizerResult<T>();
        var value = T.CreateSaturating(number.Value);
        var isWhole = T.IsInteger(T.One / (T.One + T.One)) is false || decimal.IsInteger(number.Value);
        return isWhole && IsInRange(number.Value, value) ? PromptRecognizerResult<T>.Understood(value) : new PromptRecognizerResult<T>();
    }

    private static bool IsInRange(decimal number, T value) => decimal.CreateSaturating(value) is var back && Math.Abs(back - number) < 1;
}
