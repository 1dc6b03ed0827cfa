using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Mentees;

internal static class MenteesMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Mentee>(mentee =>
        {
            mentee.Property(m => m.Alias).HasMaxLength(60);
            mentee.Property(m => m.Language).HasMaxLength(20);
            mentee.Property(m => m.TimeZone).HasMaxLength(60);
            mentee.HasIndex(m => m.Alias).IsUnique();
            mentee.HasOne(m => m.Scheme).WithMany().OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Address>(address =>
        {
            address.Property(a => a.Channel).HasMaxLength(20);
            address.Property(a => a.Key).HasMaxLength(32);
            address.Property(a => a.UnusableBecause).HasMaxLength(40);
            address.Property(a => a.Version).IsConcurrencyToken();
            address.HasIndex(a => a.Key).IsUnique();
        });
        model.Entity<LinkRequest>(request =>
        {
            request.Property(r => r.CodeKey).HasMaxLength(32);
            request.Property(r => r.Version).IsConcurrencyToken();
            request.HasIndex(r => r.CodeKey).IsUnique();
            request.HasIndex(r => r.AskedInId).IsUnique();
            request.HasOne(r => r.AskedIn).WithMany().HasForeignKey(r => r.AskedInId).OnDelete(DeleteBehavior.Restrict);
            request.HasOne(r => r.AnsweredIn).WithMany().HasForeignKey(r => r.AnsweredInId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
