using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Desk;

internal static class DeskMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PassedMessage>(passed =>
        {
            passed.HasOne(p => p.Handoff).WithMany().OnDelete(DeleteBehavior.Restrict);
            passed.HasOne(p => p.Mentor).WithMany().OnDelete(DeleteBehavior.Restrict);
            passed.HasOne<InboxMessage>().WithMany().HasForeignKey(p => p.InboxId).OnDelete(DeleteBehavior.Restrict);
            passed.HasIndex(p => new { p.HandoffId, p.Id });
        });
        model.Entity<HandoffNote>(note =>
        {
            note.HasOne(n => n.Handoff).WithMany().OnDelete(DeleteBehavior.Restrict);
            note.HasOne(n => n.Mentor).WithMany().OnDelete(DeleteBehavior.Restrict);
            note.HasIndex(n => new { n.HandoffId, n.Id });
            note.HasIndex(n => n.At);
        });
        model.Entity<Onlooker>(onlooker =>
        {
            onlooker.HasOne(o => o.Handoff).WithMany().OnDelete(DeleteBehavior.Restrict);
            onlooker.HasOne(o => o.Mentor).WithMany().OnDelete(DeleteBehavior.Restrict);
            onlooker.Property(o => o.Version).IsConcurrencyToken();
            onlooker.HasIndex(o => new { o.HandoffId, o.MentorId }).IsUnique();
            onlooker.HasIndex(o => new { o.MentorId, o.Until });
        });
        model.Entity<SavedReply>(reply =>
        {
            reply.HasOne(r => r.Mentor).WithMany().OnDelete(DeleteBehavior.Restrict);
            reply.HasOne(r => r.Scheme).WithMany().OnDelete(DeleteBehavior.Restrict);
            reply.Property(r => r.Version).IsConcurrencyToken();
        });
        model.Entity<DeskForm>(form =>
        {
            form.HasKey(f => new { f.MentorId, f.FormId });
            form.Property(f => f.FormId).HasMaxLength(DeskForm.LongestId);
            form.HasIndex(f => f.At);
        });
    }
}
