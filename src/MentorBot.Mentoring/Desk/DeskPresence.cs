using MentorBot.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Desk;

/// <summary>Notes who has a page of the desk open: whatever is new is shown to him there, so that he can be told of a danger without a phone.</summary>
public sealed class DeskPresence(Writes writes, TimeProvider clock)
{
    /// <summary>How often it is noted while a page is open.</summary>
    public static readonly TimeSpan NotedEvery = TimeSpan.FromSeconds(30);

    // A look or two may be late.
    private static readonly TimeSpan Lasts = 3 * NotedEvery;

    /// <summary>Notes it of these mentors.</summary>
    /// <returns>When it is to be noted again.</returns>
    public async Task<DateTimeOffset> NoteAsync(IReadOnlyCollection<int> mentorIds)
    {
        var now = clock.GetUtcNow();
        await writes.RunAsync(db => db.Mentors.Where(m => mentorIds.Contains(m.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.AtDeskUntil, now + Lasts)), CancellationToken.None);
        return now + NotedEvery;
    }
}
