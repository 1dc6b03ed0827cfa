using MentorBot.BotFramework;
using MentorBot.Dialogs.Root;

namespace MentorBot.Dialogs.Handoffs;

/// <summary>Words that are kept until a question about them is answered.</summary>
/// <param name="Text">The words.</param>
/// <param name="HandoffId">The handoff that they are for; null while it is asked which.</param>
internal sealed record Unsent(string Text, long? HandoffId);

/// <summary>Keeps them in the conversation's state, sealed like the rest of it.</summary>
internal static class UnsentMemory
{
    /// <summary>What is kept, or null. It is kept no longer.</summary>
    public static async Task<Unsent?> TakeUnsentAsync(this ITurnContext context, CancellationToken cancellationToken)
    {
        if (await context.UnsentText().GetAsync(context, cancellationToken: cancellationToken) is not { } text) return null;
        var handoff = await context.UnsentTo().GetAsync(context, cancellationToken: cancellationToken);
        await context.UnsentText().DeleteAsync(context, cancellationToken);
        await context.UnsentTo().DeleteAsync(context, cancellationToken);
        return new Unsent(text, handoff);
    }

    /// <summary>Keeps it until the next message.</summary>
    public static async Task KeepUnsentAsync(this ITurnContext context, Unsent unsent, CancellationToken cancellationToken)
    {
        await context.UnsentText().SetAsync(context, unsent.Text, cancellationToken);
        if (unsent.HandoffId is { } id) await context.UnsentTo().SetAsync(context, id, cancellationToken);
    }
}
