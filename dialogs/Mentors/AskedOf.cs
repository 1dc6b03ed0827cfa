using System.Globalization;
using MentorBot.BotFramework;
using MentorBot.Dialogs.Root;

namespace MentorBot.Dialogs.Mentors;

/// <summary>A mentor was asked how somebody is, before what he looks after ends.</summary>
/// <param name="Name">Of whom: tag and alias.</param>
/// <param name="At">When.</param>
/// <param name="WasUnclear">Whether he answered in words before, and was asked again.</param>
internal sealed record AskedOf(string Name, DateTimeOffset At, bool WasUnclear)
{
    /// <summary>What is kept, or null. It is kept no longer.</summary>
    public static async Task<AskedOf?> TakeAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (await context.AskedHowSheIs().GetAsync(context, cancellationToken: cancellationToken) is not [var name, var at, var unclear]) return null;
        await context.AskedHowSheIs().DeleteAsync(context, cancellationToken);
        return new AskedOf(name, DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), unclear.Length > 0);
    }

    /// <summary>Keeps it.</summary>
    public async Task KeepAsync(ITurnContext context, CancellationToken cancellationToken) =>
        await context.AskedHowSheIs().SetAsync(context, [Name, At.ToString("O", CultureInfo.InvariantCulture), WasUnclear ? "unclear" : ""], cancellationToken);
}
