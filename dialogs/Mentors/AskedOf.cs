using System.Globalization;
using MentorBot.BotFramework;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Mentors;

/// <summary>A mentor was asked how somebody is, before what he looks after ends.</summary>
/// <param name="Name">Of whom: tag and alias.</param>
/// <param name="At">When.</param>
/// <param name="WasUnclear">Whether he answered in words before, and was asked again.</param>
internal sealed record AskedOf(string Name, DateTimeOffset At, bool WasUnclear)
{
    // Later than this a number may be meant for another question.
    private static readonly TimeSpan QuestionCounts = TimeSpan.FromHours(1);

    /// <summary>What waits for an answer, or null. It is kept no longer.</summary>
    public static async Task<AskedOf?> TakeAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var asked = await ReadAsync(context, cancellationToken);
        await context.AskedHowSheIs().DeleteAsync(context, cancellationToken);
        return asked;
    }

    /// <summary>What waits for an answer, or null.</summary>
    public static async Task<AskedOf?> ReadAsync(ITurnContext context, CancellationToken cancellationToken) =>
        await context.AskedHowSheIs().GetAsync(context, cancellationToken: cancellationToken) is [var name, var at, var unclear]
        && DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) is var since && context.Turn().Now - since <= QuestionCounts
            ? new AskedOf(name, since, unclear.Length > 0)
            : null;

    /// <summary>Keeps it.</summary>
    public async Task KeepAsync(ITurnContext context, CancellationToken cancellationToken) =>
        await context.AskedHowSheIs().SetAsync(context, [Name, At.ToString("O", CultureInfo.InvariantCulture), WasUnclear ? "unclear" : ""], cancellationToken);
}
