using MentorBot.Mentoring.Mentors;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Accounts;

internal static class AccountsMapping
{
    private const int LongestHash = 200;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.Property(a => a.SignInNameKey).HasMaxLength(32);
            account.Property(a => a.PasswordHash).HasMaxLength(LongestHash);
            account.Property(a => a.Version).IsConcurrencyToken();
            account.HasIndex(a => a.SignInNameKey).IsUnique();
            account.HasIndex(a => a.Handle).IsUnique();
            account.HasOne(a => a.Scheme).WithMany().OnDelete(DeleteBehavior.Restrict);
            account.HasOne(a => a.Mentor).WithMany().OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Passkey>(passkey =>
        {
            passkey.Property(p => p.Key).HasMaxLength(32);
            passkey.HasIndex(p => p.Key).IsUnique();
            passkey.HasOne(p => p.Account).WithMany().OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SignIn>(signIn =>
        {
            signIn.Property(s => s.Key).HasMaxLength(32);
            signIn.HasIndex(s => s.Key).IsUnique();
            signIn.HasOne(s => s.Account).WithMany().OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Invitation>().HasOne<Mentor>().WithMany().HasForeignKey(i => i.MentorId).OnDelete(DeleteBehavior.Restrict);
    }
}
