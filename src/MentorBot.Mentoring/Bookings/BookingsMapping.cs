using MentorBot.Mentoring.Mentors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MentorBot.Mentoring.Bookings;

internal static class BookingsMapping
{
    public static void Map(ModelBuilder model, Func<string, string> quote)
    {
        var choosing = $"{quote(nameof(Booking.State))} = {(int)BookingState.Choosing}";
        var waiting = $"{quote(nameof(Booking.State))} = {(int)BookingState.Waiting}";
        var due = $"{quote(nameof(Booking.DueAt))} IS NOT NULL";
        model.Entity<Booking>(booking =>
        {
            booking.Property(b => b.LinkSecret).HasMaxLength(Choosing.SecretLength);
            booking.Property(b => b.TimeZone).HasMaxLength(60);
            booking.Property(b => b.Version).IsConcurrencyToken();
            // What a clock shows, and no instant. PostgreSQL takes a time only as one of UTC.
            booking.Property(b => b.LocalStart).HasConversion(new ValueConverter<DateTime, DateTime>(shown => DateTime.SpecifyKind(shown, DateTimeKind.Utc), stored => DateTime.SpecifyKind(stored, DateTimeKind.Unspecified)));
            booking.Ignore(b => b.Choices).Ignore(b => b.CanBeChosenFrom).Ignore(b => b.IsBooked).Ignore(b => b.NextReminder).Ignore(b => b.IsNewsForMentor);
            booking.HasOne(b => b.Mentee).WithMany().OnDelete(DeleteBehavior.Restrict);
            booking.HasOne(b => b.Conversation).WithMany().OnDelete(DeleteBehavior.Restrict);
            booking.HasOne(b => b.Mentor).WithMany().OnDelete(DeleteBehavior.Restrict);
            booking.HasOne(b => b.Venue).WithMany().OnDelete(DeleteBehavior.Restrict);
            booking.HasMany(b => b.Times).WithOne().HasForeignKey(t => t.BookingId);
            booking.HasMany(b => b.Quarters).WithOne().HasForeignKey(q => q.BookingId);
            // Times to choose from are kept for one booking of a conversation, and not for many at once.
            booking.HasIndex(b => b.ConversationId, "IX_Bookings_ChoosingInConversation").IsUnique().HasFilter(choosing);
            booking.HasIndex(b => b.ConversationId);
            booking.HasIndex(b => new { b.SchemeId, b.RequestedAt }, "IX_Bookings_Waiting").HasFilter(waiting);
            booking.HasIndex(b => b.LinkSecret).IsUnique();
            booking.HasIndex(b => b.DueAt, "IX_Bookings_Due").HasFilter(due);
            booking.HasIndex(b => new { b.MentorId, b.StartsAt });
            booking.HasIndex(b => new { b.SchemeId, b.StartsAt });
        });
        model.Entity<BookedTime>(time =>
        {
            time.ToTable("BookedTimes");
            time.Ignore(t => t.Slot).Ignore(t => t.Quarters);
            time.HasOne(t => t.Mentor).WithMany().OnDelete(DeleteBehavior.Restrict);
            time.HasOne(t => t.Venue).WithMany().OnDelete(DeleteBehavior.Restrict);
            time.HasIndex(t => new { t.MentorId, t.StartsAt });
        });
        model.Entity<TakenQuarter>(quarter =>
        {
            quarter.ToTable("TakenQuarters");
            // What makes double booking impossible.
            quarter.HasKey(q => new { q.MentorId, q.Quarter });
            quarter.HasOne<Mentor>().WithMany().HasForeignKey(q => q.MentorId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<MentorDay>(day =>
        {
            day.ToTable("MentorDays");
            day.Property(d => d.Hours).HasMaxLength(MentorDay.LongestHours);
            day.HasOne<Mentor>().WithMany().HasForeignKey(d => d.MentorId);
            day.HasIndex(d => new { d.MentorId, d.Date }).IsUnique();
        });
        model.Entity<Venue>(venue =>
        {
            venue.ToTable("Venues");
            venue.Property(v => v.Name).HasMaxLength(Venue.LongestName);
            venue.Property(v => v.Address).HasMaxLength(Venue.LongestAddress);
            venue.Property(v => v.WayIn).HasMaxLength(Venue.LongestAddress);
            venue.HasIndex(v => v.SchemeId);
        });
    }
}
