using MentorBot.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Desk;

/// <summary>Tells whether whoever opened a stream may still be at the desk.</summary>
// STUB until signing in is there: then it also asks for the account's standing, and compares its stamp with that of the beginning.
internal sealed class DeskSessions(IDbContextFactory<MentorBotDb> contexts)
{
    /// <summary>Whether the stream may go on.</summary>
    public async Task<bool> IsOpenAsync(DeskVisitor visitor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return visitor.HasProvedEnough && await db.Mentors.AnyAsync(m => m.Id == visitor.MentorId && m.WithdrawnAt == null, cancellationToken);
    }
}
