using System.Globalization;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Groups;

/// <summary>Calls upon the conversations in which something of a group session has to be said: a seat that is free or kept no more, a reminder, that it is called off, its digest; and upon the phone of the mentor who leads it.</summary>
public sealed class GroupClock(IDbContextFactory<MentorBotDb> contexts, Writes writes, Inbox inbox, TimeProvider clock)
{
    /// <summary>The occasion that a mentee's conversation deals with.</summary>
    public const string Due = "group.due";

    /// <summary>The occasion that the conversation of a leading mentor's phone deals with.</summary>
    public const string LeadDue = "group.lead-due";

    private const int MostAtOnce = 200;

    // A turn that was set aside must leave nobody untold.
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(10);

    /// <summary>Stores an occasion for each that is due. Several nodes may do so: each is stored once.</summary>
    /// <returns>How many were due.</returns>
    public async Task<int> StrikeAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (participants, sessions) = await DueAsync(now, cancellationToken);
        // At once, so that a commit serves many.
        await Task.WhenAll(participants.Select(p => inbox.CallAsync(new Occasion(p.Conversation!, Due, Seating.IdOf(p, Repeat(p.DueAt!.Value, now))))));
        foreach (var session in sessions) await CallLeadAsync(session, now, cancellationToken);
        return participants.Count + sessions.Count;
    }

    private async Task<(List<Participant> Participants, List<GroupMeeting> Sessions)> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var participants = await db.Participants.AsNoTracking().Include(p => p.Conversation!.Address)
            .Where(p => p.DueAt != null && p.DueAt <= now).OrderBy(p => p.DueAt).Take(MostAtOnce).ToListAsync(cancellationToken);
        var sessions = await db.GroupMeetings.AsNoTracking().Include(s => s.Mentor!.Phone!.Address)
            .Where(s => s.DueAt != null && s.DueAt <= now).OrderBy(s => s.DueAt).Take(MostAtOnce).ToListAsync(cancellationToken);
        return (participants, sessions);
    }

    // Who has no phone sees it at the desk: it only goes on.
    private Task CallLeadAsync(GroupMeeting session, DateTimeOffset now, CancellationToken cancellationToken) => session.Mentor is { WithdrawnAt: null, Phone: { } phone }
        ? inbox.CallAsync(new Occasion(phone, LeadDue, string.Create(CultureInfo.InvariantCulture, $"group lead {session.Id} {session.Version} {Repeat(session.DueAt!.Value, now)}")))
        : writes.RunAsync(
            async db =>
            {
                if (await db.GroupMeetings.FirstOrDefaultAsync(s => s.Id == session.Id && s.DueAt <= now, cancellationToken) is { } due) due.NoteTold(now);
                return true;
            },
            cancellationToken);

    private static long Repeat(DateTimeOffset dueAt, DateTimeOffset now) => (now - dueAt).Ticks / AskAgainAfter.Ticks;
}
