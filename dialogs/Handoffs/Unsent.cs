using System.Globalization;
using MentorBot.BotFramework;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Handoffs;

namespace MentorBot.Dialogs.Handoffs;

/// <summary>Words of a mentee that are kept until she has said whether they are sent. Kept in the conversation's state, sealed like the rest of it.</summary>
/// <param name="Words">The words.</param>
/// <param name="MessageId">The message that they stand in.</param>
/// <param name="HandoffId">The handoff that they were written in.</param>
/// <param name="MentorId">The mentor under whom they were written: she did not agree that anybody else gets them.</param>
internal sealed record Unsent(string Words, long MessageId, long HandoffId, int MentorId)
{
    /// <summary>Whether they may go to whoever holds a handoff now.</summary>
    public bool IsFor(Handoff handoff) => HandoffId == handoff.Id && MentorId == handoff.MentorId;

    /// <summary>What is kept, or null. It is kept no longer.</summary>
    public static async Task<Unsent?> TakeAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (await context.Unsent().GetAsync(context, cancellationToken: cancellationToken) is not [var words, var message, var handoff, var mentor]) return null;
        await context.Unsent().DeleteAsync(context, cancellationToken);
        return new Unsent(words, long.Parse(message, CultureInfo.InvariantCulture), long.Parse(handoff, CultureInfo.InvariantCulture), int.Parse(mentor, CultureInfo.InvariantCulture));
    }

    /// <summary>Keeps it until the next message.</summary>
    public async Task KeepAsync(ITurnContext context, CancellationToken cancellationToken) => await context.Unsent().SetAsync(
        context,
        [Words, MessageId.ToString(CultureInfo.InvariantCulture), HandoffId.ToString(CultureInfo.InvariantCulture), MentorId.ToString(CultureInfo.InvariantCulture)],
        cancellationToken);
}
