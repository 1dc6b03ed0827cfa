using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorBot.Mentoring.Concerns;

internal static class ConcernsMapping
{
    private const int LongestKind = 20;

    public static void Map(ModelBuilder model, Func<string, string> quote)
    {
        var open = $"{quote(nameof(RaisedConcern.State))} < {(int)ConcernState.Ended}";
        model.Entity<RaisedConcern>(concern =>
        {
            concern.ToTable("Concerns");
            concern.Property(c => c.Tag).HasMaxLength(3);
            concern.Property(c => c.KindId).HasMaxLength(LongestKind);
            concern.Property(c => c.Version).IsConcurrencyToken();
            concern.Ignore(c => c.Kind).Ignore(c => c.IsOpen).Ignore(c => c.IsOver);
            concern.HasOne(c => c.Mentee).WithMany().OnDelete(DeleteBehavior.Restrict);
            concern.HasOne(c => c.Conversation).WithMany().OnDelete(DeleteBehavior.Restrict);
            concern.HasOne(c => c.TakenBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            concern.HasIndex(c => c.ConversationId, "IX_Concerns_OpenInConversation").IsUnique().HasFilter(open);
            concern.HasIndex(c => c.ConversationId);
            concern.HasIndex(c => c.Tag, "IX_Concerns_OpenTag").IsUnique().HasFilter(open);
            concern.HasIndex(c => c.DueAt, "IX_Concerns_Due").HasFilter(open);
            concern.HasIndex(c => new { c.SchemeId, c.State });
        });
        model.Entity<ConcernAlert>(alert =>
        {
            alert.ToTable("ConcernAlerts");
            alert.HasOne(a => a.Concern).WithMany().OnDelete(DeleteBehavior.Restrict);
            alert.HasOne(a => a.Mentor).WithMany().OnDelete(DeleteBehavior.Restrict);
            IsWrittenOnce(alert);
        });
        model.Entity<ConcernReading>(reading =>
        {
            reading.ToTable("ConcernReadings");
            reading.Property(r => r.Reader).HasMaxLength(ConcernReading.LongestReader);
            reading.HasOne(r => r.Concern).WithMany().OnDelete(DeleteBehavior.Restrict);
            IsWrittenOnce(reading);
        });
    }

    private static void IsWrittenOnce<T>(EntityTypeBuilder<T> row) where T : class
    {
        foreach (var property in row.Metadata.GetProperties()) property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
    }
}
