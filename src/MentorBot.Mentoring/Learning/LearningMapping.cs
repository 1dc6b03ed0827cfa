using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Learning;

internal static class LearningMapping
{
    public static void Map(ModelBuilder model) => model.Entity<CourseProgress>(progress =>
    {
        progress.HasKey(p => new { p.MenteeId, p.CourseId });
        progress.Property(p => p.CourseId).HasMaxLength(60);
        progress.Property(p => p.LastTipId).HasMaxLength(60);
    });
}
