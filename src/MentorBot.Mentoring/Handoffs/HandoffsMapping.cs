using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Handoffs;

internal static class HandoffsMapping
{
    public static void Map(ModelBuilder model, Func<string, string> quote)
    {
        var open = $"{quote(nameof(Handoff.State))} < {(int)HandoffState.Ended}";
        model.Entity<Handoff>(handoff =>
        {
            handoff.Property(h => h.Tag).HasMaxLength(3);
            // Those that were there before schemes decided.
            handoff.Property(h => h.WaveMinutes).HasDefaultValue(Waits.Usual.Wave);
            handoff.Property(h => h.GiveUpMinutes).HasDefaultValue(Waits.Usual.GiveUp);
            handoff.Property(h => h.AnswerMinutes).HasDefaultValue(Waits.Usual.Answer);
            handoff.Property(h => h.Version).IsConcurrencyToken();
            handoff.Ignore(h => h.IsHeld).Ignore(h => h.WasReturned).Ignore(h => h.CanBeTaken).Ignore(h => h.IsOver);
            handoff.HasOne(h => h.Mentee).WithMany().OnDelete(DeleteBehavior.Restrict);
            handoff.HasOne(h => h.Conversation).WithMany().OnDelete(DeleteBehavior.Restrict);
            handoff.HasOne<Mentor>().WithMany().HasForeignKey(h => h.PassedToId).OnDelete(DeleteBehavior.Restrict);
            handoff.HasOne<Mentor>().WithMany().HasForeignKey(h => h.FormerMentorId).OnDelete(DeleteBehavior.Restrict);
            handoff.HasOne(h => h.Mentor).WithMany().OnDelete(DeleteBehavior.Restrict);
            // One at a time for each conversation, whoever asks at the same moment.
            handoff.HasIndex(h => h.ConversationId, "IX_Handoffs_OpenInConversation").IsUnique().HasFilter(open);
            // The database itself looks for the handoffs of a conversation, and cannot use an index of the open ones only.
            handoff.HasIndex(h => h.ConversationId);
            handoff.HasIndex(h => h.Tag, "IX_Handoffs_OpenTag").IsUnique().HasFilter(open);
            handoff.HasIndex(h => h.SchemeId);
            handoff.HasIndex(h => h.DueAt, "IX_Handoffs_Due").HasFilter(open);
            handoff.HasIndex(h => new { h.MentorId, h.TakenAt });
        });
        model.Entity<Offer>(offer =>
        {
            offer.Property(o => o.Version).IsConcurrencyToken();
            offer.HasOne(o => o.Mentor).WithMany().OnDelete(DeleteBehavior.Restrict);
            offer.HasIndex(o => new { o.HandoffId, o.MentorId }).IsUnique();
            offer.HasIndex(o => new { o.MentorId, o.Answer });
        });
    }
}
