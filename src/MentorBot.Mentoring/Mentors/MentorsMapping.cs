using MentorBot.Mentoring.Bookings;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Mentors;

internal static class MentorsMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Mentor>(mentor =>
        {
            mentor.Property(m => m.Name).HasMaxLength(Mentor.LongestName);
            mentor.Property(m => m.TimeZone).HasMaxLength(60);
            mentor.Property(m => m.Version).IsConcurrencyToken();
            mentor.Ignore(m => m.HearsOnPhone);
            mentor.OwnsMany(m => m.Hours, hours => hours.ToJson());
            mentor.OwnsOne(m => m.Meets, meets =>
            {
                meets.ToJson();
                meets.OwnsMany(terms => terms.Hours);
            });
            mentor.HasOne(m => m.Scheme).WithMany().OnDelete(DeleteBehavior.Restrict);
            mentor.HasOne(m => m.Phone).WithMany().HasForeignKey(m => m.PhoneId).OnDelete(DeleteBehavior.Restrict);
            mentor.Ignore(m => m.HearsByPhone);
            mentor.Property(m => m.CalendarSecret).HasMaxLength(Choosing.SecretLength);
            mentor.HasIndex(m => m.CalendarSecret).IsUnique();
            mentor.HasIndex(m => m.PhoneId).IsUnique();
        });
        model.Entity<Invitation>(invitation =>
        {
            invitation.Property(i => i.CodeKey).HasMaxLength(32);
            invitation.Property(i => i.Name).HasMaxLength(Mentor.LongestName);
            invitation.Property(i => i.Version).IsConcurrencyToken();
            invitation.HasIndex(i => i.CodeKey).IsUnique();
        });
    }
}
