using System.Security.Cryptography;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MentorBot.Mentoring.Groups;

/// <summary>What mentors and coordinators do with group sessions at the desk: make one, call it off, write its digest.</summary>
/// <remarks>Each is a change of rows in one transaction. Whoever has to hear of it hears it in a turn of her own, which the clock calls: nothing is sent here.</remarks>
public sealed class GroupPlans(IDbContextFactory<MentorBotDb> contexts, Writes writes, Digests digests, Signal<GroupClock> signal, TimeProvider clock)
{
    internal const int SecretLength = 32;

    /// <summary>Makes one.</summary>
    /// <param name="by">Who makes it.</param>
    /// <param name="plan">What it is to be.</param>
    /// <param name="formId">The form that was sent: the same one makes one session.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Its number, or why it was not made.</returns>
    public async Task<(long? Id, GroupProblem? Problem)> MakeAsync(GroupMaker by, GroupPlan plan, string formId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(plan);
        var (made, problem) = await TryAsync(by, (plan, formId), cancellationToken);
        signal.Pulse();
        // Sent twice at once, the form of the first is what took the word.
        return problem == GroupProblem.KeywordTaken && await FindMadeAsync(formId, cancellationToken) is { } id ? (id, null) : (made?.Id, problem);
    }

    /// <summary>Calls one off: all who have a seat or wait for one are told.</summary>
    /// <returns>Whether it is called off now; false if it is over, or not theirs.</returns>
    public async Task<bool> CallOffAsync(GroupMaker by, long id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        var isOff = await writes.RunAsync(
            async db =>
            {
                var now = clock.GetUtcNow();
                if (await FindAsync(db, by, id, cancellationToken) is not { } session) return false;
                if (session.State != GroupState.Planned || session.EndsAt <= now) return session.State == GroupState.CalledOff;
                session.CallOff(now);
                var all = await db.Participants.Where(p => p.SessionId == id && p.State != ParticipantState.Left).ToListAsync(cancellationToken);
                foreach (var participant in all) participant.CallOff(now);
                return true;
            },
            cancellationToken);
        signal.Pulse();
        return isOff;
    }

    /// <summary>Sends the digest to all who had a seat.</summary>
    public async Task<(DigestResult Result, int Count)> WriteDigestAsync(GroupMaker by, long id, string? words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        var written = await writes.RunAsync(
            async db => await FindAsync(db, by, id, cancellationToken) is { } session
                ? await digests.WriteAsync(db, session, words, clock.GetUtcNow(), cancellationToken)
                : (DigestResult.NotTheirs, 0),
            cancellationToken);
        signal.Pulse();
        return written;
    }

    /// <summary>A session, if it is theirs to change: a coordinator's of his scheme or below, or one that the mentor leads.</summary>
    internal static async Task<GroupMeeting?> FindAsync(MentorBotDb db, GroupMaker by, long id, CancellationToken cancellationToken)
    {
        var session = await db.GroupMeetings.Include(s => s.Mentor).Include(s => s.Venue).FirstOrDefaultAsync(s => s.Id == id, cancellationToken);
        if (session is null || (session.MentorId == by.MentorId && session.Mentor!.WithdrawnAt is null)) return session;
        return by.IsCoordinator && (await db.SchemesDownwardsAsync(by.SchemeId, cancellationToken)).Contains(session.SchemeId) ? session : null;
    }

    private async Task<(GroupMeeting? Made, GroupProblem? Problem)> TryAsync(GroupMaker by, (GroupPlan Plan, string FormId) form, CancellationToken cancellationToken)
    {
        try
        {
            return await writes.RunAsync(db => MakeAsync(db, by, form, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException error) when (CrossedWrite.Is(error))
        {
            // Somebody else made one with this word at this moment.
            return (null, GroupProblem.KeywordTaken);
        }
    }

    private async Task<(GroupMeeting? Made, GroupProblem? Problem)> MakeAsync(MentorBotDb db, GroupMaker by, (GroupPlan Plan, string FormId) form, CancellationToken cancellationToken)
    {
        var (now, plan) = (clock.GetUtcNow(), form.Plan);
        if (await db.GroupMeetings.FirstOrDefaultAsync(s => s.FormId == form.FormId, cancellationToken) is { } before) return (before, null);
        if (plan.Problem(Instant.FromDateTimeOffset(now)) is { } problem) return (null, problem);
        if (await MisfitAsync(db, by, plan, cancellationToken) is { } misfit) return (null, misfit);
        var session = db.GroupMeetings.Add(New(by, form, now)).Entity;
        return (session.Planned(), null);
    }

    private static async Task<GroupProblem?> MisfitAsync(MentorBotDb db, GroupMaker by, GroupPlan plan, CancellationToken cancellationToken)
    {
        var (down, up) = (await db.SchemesDownwardsAsync(by.SchemeId, cancellationToken), await db.SchemesUpwardsAsync(by.SchemeId, cancellationToken));
        var isTheirs = plan.MentorId == by.MentorId || by.IsCoordinator;
        if (!isTheirs || !await db.Mentors.AnyAsync(m => m.Id == plan.MentorId && m.WithdrawnAt == null && (m.Id == by.MentorId || down.Contains(m.SchemeId)), cancellationToken)) return GroupProblem.Mentor;
        if (plan.VenueId is { } venue && !await db.Venues.AnyAsync(v => v.Id == venue && v.ClosedAt == null && (up.Contains(v.SchemeId) || down.Contains(v.SchemeId)), cancellationToken)) return GroupProblem.Venue;
        // Not only in this scheme: those above and below would hear a word that means two.
        var around = up.Union(down).ToList();
        return await db.GroupMeetings.AnyAsync(s => s.Keyword == plan.Keyword && s.State == GroupState.Planned && around.Contains(s.SchemeId), cancellationToken) ? GroupProblem.KeywordTaken : null;
    }

    private static GroupMeeting New(GroupMaker by, (GroupPlan Plan, string FormId) form, DateTimeOffset now)
    {
        var (plan, starts) = (form.Plan, form.Plan.StartsAt!.Value);
        return new()
        {
            SchemeId = by.SchemeId,
            Title = plan.Title,
            Keyword = plan.Keyword,
            StartsAt = starts.ToDateTimeOffset(),
            EndsAt = starts.Plus(Duration.FromMinutes(plan.Minutes)).ToDateTimeOffset(),
            TimeZone = plan.TimeZone,
            LocalStart = plan.Start.ToDateTimeUnspecified(),
            SeatCount = plan.Seats,
            MentorId = plan.MentorId,
            VenueId = plan.VenueId,
            HasRemoteWay = plan.HasRemoteWay,
            LinkSecret = RandomNumberGenerator.GetHexString(SecretLength, lowercase: true),
            FormId = form.FormId,
            MadeAt = now,
        };
    }

    private async Task<long?> FindMadeAsync(string formId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.GroupMeetings.Where(s => s.FormId == formId).Select(s => (long?)s.Id).FirstOrDefaultAsync(cancellationToken);
    }
}

/// <summary>Who does something with group sessions at the desk.</summary>
/// <param name="SchemeId">The scheme that he belongs to.</param>
/// <param name="MentorId">The mentor that he is, or null.</param>
/// <param name="IsCoordinator">Whether he answers for the scheme.</param>
public sealed record GroupMaker(int SchemeId, int? MentorId, bool IsCoordinator);
