using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.WebChats;

internal static class WebChatsMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<WebChat>(chat =>
        {
            chat.Property(c => c.ConversationKey).HasMaxLength(32);
            chat.Property(c => c.OurAddress).HasMaxLength(200);
            chat.Property(c => c.CodeKey).HasMaxLength(32);
            chat.HasIndex(c => c.ConversationKey).IsUnique();
            chat.HasIndex(c => c.CodeKey).IsUnique();
        });
        model.Entity<Upload>(upload =>
        {
            upload.Property(u => u.Id).ValueGeneratedNever();
            upload.Property(u => u.ConversationKey).HasMaxLength(32);
            upload.Property(u => u.ContentType).HasMaxLength(100);
            upload.HasIndex(u => u.UploadedAt);
        });
    }
}
