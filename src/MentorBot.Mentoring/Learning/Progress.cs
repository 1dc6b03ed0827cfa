using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Learning;

/// <summary>Remembers how far mentees have come in courses.</summary>
public static class Progress
{
    /// <summary>How far this turn's mentee has come in a course, or null if she has not begun it.</summary>
    public static async Task<CourseProgress?> FindProgressAsync(this Turn turn, string courseId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        // Who is new is not stored yet, but may have made progress one turn earlier in the same transaction.
        if (turn.Mentee.Id == 0) return turn.Db.CourseProgress.Local.FirstOrDefault(p => p.Mentee == turn.Mentee && p.CourseId == courseId);

        if (turn.IsFirstToAskFor(nameof(CourseProgress))) await LoadForAllAsync(turn.Db, cancellationToken);
        return await turn.Db.CourseProgress.FindAsync([turn.Mentee.Id, courseId], cancellationToken);
    }

    /// <summary>Reads the progress of everybody whose turns are taken together: what the first of them asks for, others will too.</summary>
    private static Task LoadForAllAsync(MentorBotDb db, CancellationToken cancellationToken)
    {
        var mentees = db.ChangeTracker.Entries<Mentee>().Select(entry => entry.Entity.Id).Where(id => id != 0).ToArray();
        return db.CourseProgress.Where(p => mentees.Contains(p.MenteeId)).LoadAsync(cancellationToken);
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
}
