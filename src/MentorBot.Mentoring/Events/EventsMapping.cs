using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Events;

internal static class EventsMapping
{
    public static void Map(ModelBuilder model) => model.Entity<RecordedEvent>(happened =>
    {
        happened.Property(e => e.Name).HasMaxLength(40);
        happened.Property(e => e.Subject).HasMaxLength(100);
        happened.HasIndex(e => new { e.SchemeId, e.Name, e.At });
    });
}
