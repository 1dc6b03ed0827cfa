using MentorBot.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Messages;

/// <summary>Forgets what people wrote once it is old: the words and the dialogs' state go, the fact that there was a message stays.</summary>
/// <param name="writes">Where the erasing is done.</param>
/// <param name="clock">Tells what is old.</param>
/// <param name="keepFor">How long words are kept: 30 days, or less where the scheme says so.</param>
public sealed class Retention(Writes writes, TimeProvider clock, TimeSpan keepFor)
{
    /// <summary>The longest that words are ever kept; mentees are told so.</summary>
    public const int MostDays = 30;

    /// <summary>Erases all that is too old.</summary>
    /// <returns>How many messages lost their words.</returns>
    public Task<int> EraseAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - keepFor;
        return writes.RunAsync(async db =>
            await db.Inbox
                .Where(m => m.ReceivedAt < before && m.SealedActivity != null && m.State != InboxState.Waiting)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.SealedActivity, (byte[]?)null).SetProperty(x => x.SealedAddress, (byte[]?)null), cancellationToken)
            + await db.Outbox
                .Where(m => m.PreparedAt < before && m.SealedActivity != null && m.State > OutboxState.Uncertain)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.SealedActivity, (byte[]?)null), cancellationToken)
            + await db.Conversations
                .Where(c => c.LastTurnAt < before && c.State != null)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.State, (byte[]?)null).SetProperty(x => x.Version, x => x.Version + 1), cancellationToken),
            cancellationToken);
    }
}
