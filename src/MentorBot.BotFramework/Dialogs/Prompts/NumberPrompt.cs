using System.Numerics;

namespace MentorBot.BotFramework.Dialogs;

/// <summary>Asks for a number, in figures or in words.</summary>
/// <remarks>The number has to be nearly the whole answer (see <see cref="NumberRecognizer"/>) and has to fit <typeparamref name="T"/> without loss.</remarks>
/// <typeparam name="T">int, long, float, double or decimal.</typeparam>
public sealed class NumberPrompt<T>(string dialogId, PromptValidator<T>? validator = null, string? defaultLocale = null)
    : Prompt<T>(dialogId, validator)
    where T : struct, INumber<T>
{
    private static readonly bool TakesFractions = !T.IsInteger(T.One / (T.One + T.One));

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
        if (number is null || !(TakesFractions || decimal.IsInteger(number.Value)))
            return new PromptRecognizerResult<T>();
        var value = T.CreateSaturating(number.Value);
        // A number too big for the type would have come out as the biggest there is.
        var isInRange = Math.Abs(decimal.CreateSaturating(value) - number.Value) < 1;
        return isInRange ? PromptRecognizerResult<T>.Understood(value) : new PromptRecognizerResult<T>();
    }
}
