using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Schemes;

internal static class SchemesMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Scheme>(scheme =>
        {
            scheme.Property(s => s.Name).HasMaxLength(100);
            scheme.HasOne<Scheme>().WithMany().HasForeignKey(s => s.ParentId).OnDelete(DeleteBehavior.Restrict);
            scheme.HasMany(s => s.Doors).WithOne().HasForeignKey(d => d.SchemeId);
        });
        model.Entity<Door>(door =>
        {
            door.ToTable("Doors");
            door.Property(d => d.Channel).HasMaxLength(20);
            door.Property(d => d.OurAddress).HasMaxLength(200);
            door.HasIndex(d => new { d.Channel, d.OurAddress }).IsUnique();
        });
    }
}
