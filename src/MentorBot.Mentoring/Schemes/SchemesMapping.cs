using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Schemes;

internal static class SchemesMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Scheme>(scheme =>
        {
            scheme.Property(s => s.Name).HasMaxLength(100);
            scheme.Ignore(s => s.Waits);
            // Those that were there before there was a duty are in the time that everybody begins with.
            scheme.Property(s => s.TimeZone).HasMaxLength(60).HasDefaultValue(Duty.FirstTimeZone);
            scheme.OwnsMany(s => s.DutyHours, hours => hours.ToJson());
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
