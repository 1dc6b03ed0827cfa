using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Incidents;

internal static class IncidentsMapping
{
    public static void Map(ModelBuilder model) => model.Entity<Incident>(incident =>
    {
        incident.Property(i => i.Kind).HasMaxLength(40);
        incident.Property(i => i.Subject).HasMaxLength(60);
        incident.Property(i => i.Code).HasMaxLength(100);
    });
}
