using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Groups;

internal static class GroupsMapping
{
    public static void Map(ModelBuilder model, Func<string, string> quote)
    {
        var planned = $"{quote(nameof(GroupMeeting.State))} = {(int)GroupState.Planned}";
        var waiting = $"{quote(nameof(Participant.State))} = {(int)ParticipantState.Waiting}";
        var due = $"{quote(nameof(Participant.DueAt))} IS NOT NULL";
        model.Entity<GroupMeeting>(session =>
        {
            session.ToTable("GroupMeetings");
            session.Property(s => s.Title).HasMaxLength(GroupMeeting.LongestTitle);
            session.Property(s => s.Keyword).HasMaxLength(GroupMeeting.LongestKeyword);
            session.Property(s => s.TimeZone).HasMaxLength(60);
            session.Property(s => s.LinkSecret).HasMaxLength(GroupPlans.SecretLength);
            session.Property(s => s.FormId).HasMaxLength(DeskForm.LongestId);
            session.Property(s => s.Version).IsConcurrencyToken();
            session.Ignore(s => s.Start);
            session.HasOne<Scheme>().WithMany().HasForeignKey(s => s.SchemeId).OnDelete(DeleteBehavior.Restrict);
            session.HasOne(s => s.Mentor).WithMany().OnDelete(DeleteBehavior.Restrict);
            session.HasOne(s => s.Venue).WithMany().OnDelete(DeleteBehavior.Restrict);
            session.HasMany(s => s.Seats).WithOne().HasForeignKey(seat => seat.SessionId);
            // A word means one session.
            session.HasIndex(s => new { s.SchemeId, s.Keyword }, "IX_GroupSessions_Planned").IsUnique().HasFilter(planned);
            session.HasIndex(s => s.FormId).IsUnique();
            session.HasIndex(s => s.Keyword, "IX_GroupSessions_Keyword").HasFilter(planned);
            session.HasIndex(s => new { s.SchemeId, s.StartsAt });
            session.HasIndex(s => s.DigestAt);
            session.HasIndex(s => s.DueAt, "IX_GroupSessions_Due").HasFilter(due);
        });
        model.Entity<Seat>(seat =>
        {
            seat.ToTable("Seats");
            // What makes it impossible that a seat is given to two, or two to one.
            seat.HasKey(s => new { s.SessionId, s.Number });
            seat.Property(s => s.ParticipantId).IsConcurrencyToken();
            seat.HasOne(s => s.Participant).WithOne(p => p.Seat).HasForeignKey<Seat>(s => s.ParticipantId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Participant>(participant =>
        {
            participant.ToTable("Participants");
            participant.Property(p => p.Version).IsConcurrencyToken();
            participant.Ignore(p => p.HoldsSeat).Ignore(p => p.NextReminder);
            participant.HasOne(p => p.Session).WithMany().OnDelete(DeleteBehavior.Restrict);
            participant.HasOne(p => p.Mentee).WithMany().OnDelete(DeleteBehavior.Restrict);
            participant.HasOne(p => p.Conversation).WithMany().OnDelete(DeleteBehavior.Restrict);
            participant.HasIndex(p => new { p.SessionId, p.MenteeId }).IsUnique();
            participant.HasIndex(p => new { p.SessionId, p.AskedAt }, "IX_Participants_Waiting").HasFilter(waiting);
            participant.HasIndex(p => p.DueAt, "IX_Participants_Due").HasFilter(due);
        });
        model.Entity<GroupQuestion>(question =>
        {
            question.ToTable("GroupQuestions");
            question.HasOne(q => q.Participant).WithMany().OnDelete(DeleteBehavior.Restrict);
            question.HasOne<InboxMessage>().WithMany().HasForeignKey(q => q.MessageId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
