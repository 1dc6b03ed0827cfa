using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Learning;

/// <summary>Remembers how far mentees have come in courses.</summary>
public static class Progress
{
    private static readonly CompiledQuery<Func<MentorBotDb, long, string, CancellationToken, Task<CourseProgress?>>> Stored = new(() => EF.CompileAsyncQuery(
        (MentorBotDb db, long menteeId, string courseId, CancellationToken cancellationToken) => db.CourseProgress.FirstOrDefault(p => p.MenteeId == menteeId && p.CourseId == courseId)));

    /// <summary>How far this turn's mentee has come in a course, or null if she has not begun it.</summary>
    public static async Task<CourseProgress?> FindProgressAsync(this Turn turn, string courseId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        // What a turn of the same transaction has just begun is not stored yet; she knows it.
        return turn.Mentee.Courses.FirstOrDefault(p => p.CourseId == courseId)
            ?? (turn.Mentee.Id == 0 ? null : await Stored.For(turn.Db)(turn.Db, turn.Mentee.Id, courseId, cancellationToken));
    }

    /// <summary>The tip of a course that somebody else than this turn's mentee was given last, or null.</summary>
    public static Task<string?> FindLastTipOfAsync(this Turn turn, Mentee mentee, string courseId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(mentee);
        return turn.Db.CourseProgress.Where(p => p.MenteeId == mentee.Id && p.CourseId == courseId).Select(p => p.LastTipId).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Remembers that she was given a tip, and records <c>tip.sent</c>.</summary>
    /// <param name="turn">The turn that gives it.</param>
    /// <param name="progress">What <see cref="FindProgressAsync"/> found for the course.</param>
    /// <param name="courseId">The course.</param>
    /// <param name="tipId">The tip.</param>
    public static void RecordTip(this Turn turn, CourseProgress? progress, string courseId, string tipId)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (progress is null)
        {
            turn.Db.CourseProgress.Add(new CourseProgress { Mentee = turn.Mentee, CourseId = courseId, LastTipId = tipId, LastTipAt = turn.Now });
        }
        else
        {
            progress.LastTipId = tipId;
            progress.LastTipAt = turn.Now;
        }
        turn.Record("tip.sent", $"{courseId}/{tipId}");
    }

    /// <summary>Takes over for this turn's mentee what another has come further in. The other's own stays as it is.</summary>
    internal static async Task TakeFurtherProgressAsync(
        this Turn turn, Mentee other, Func<CourseProgress, int> placeOf, CancellationToken cancellationToken)
    {
        var progress = turn.Db.CourseProgress;
        await progress.Where(p => p.MenteeId == turn.Mentee.Id || p.MenteeId == other.Id).LoadAsync(cancellationToken);
        var hers = progress.Local.Where(p => p.MenteeId == turn.Mentee.Id).ToDictionary(p => p.CourseId, StringComparer.Ordinal);
        foreach (var theirs in progress.Local.Where(p => p.MenteeId == other.Id).ToList())
        {
            if (!hers.TryGetValue(theirs.CourseId, out var own))
                progress.Add(new CourseProgress { Mentee = turn.Mentee, CourseId = theirs.CourseId, LastTipId = theirs.LastTipId, LastTipAt = theirs.LastTipAt });
            else if (placeOf(theirs) > placeOf(own))
                (own.LastTipId, own.LastTipAt) = (theirs.LastTipId, theirs.LastTipAt);
        }
    }
}
