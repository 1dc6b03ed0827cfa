using MentorBot.BotFramework;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Linking;

/// <summary>Counts the wrong codes of a conversation, so that nobody guesses her way through all of them.</summary>
/// <remarks>Five an hour of a million; and a code that is guessed still wants the yes of whoever was given it.</remarks>
internal static class WrongCodes
{
    private const int Most = 5;
    private static readonly TimeSpan Span = TimeSpan.FromHours(1);

    /// <summary>Whether there were so many that no more is looked at for now.</summary>
    public static async Task<bool> AreTooManyAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        await CountAsync(turn, cancellationToken) >= Most;

    /// <summary>There was one more.</summary>
    public static async Task NoteAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var count = await CountAsync(turn, cancellationToken);
        if (count == 0) await turn.WrongCodesSince().SetAsync(turn, turn.Turn().Now, cancellationToken);
        await turn.WrongCodes().SetAsync(turn, count + 1, cancellationToken);
    }

    private static async Task<int> CountAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        await turn.WrongCodesSince().GetAsync(turn, cancellationToken: cancellationToken) is { } since && turn.Turn().Now - since < Span
            ? await turn.WrongCodes().GetAsync(turn, cancellationToken: cancellationToken)
            : 0;
}
