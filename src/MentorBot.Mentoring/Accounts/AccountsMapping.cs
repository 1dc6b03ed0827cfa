using MentorBot.Mentoring.Mentors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

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
            account.ComplexProperty(a => a.Lockout, lockout => Map(lockout, nameof(Lockout.WrongTries), nameof(Lockout.Locks), "LockedUntil"));
            account.ComplexProperty(a => a.KnownLockout, lockout => Map(lockout, "KnownTries", "KnownLocks", "KnownLockedUntil"));
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

    private static void Map(ComplexPropertyBuilder<Lockout> lockout, string tries, string locks, string until)
    {
        lockout.Property(l => l.WrongTries).HasColumnName(tries);
        lockout.Property(l => l.Locks).HasColumnName(locks);
        lockout.Property(l => l.Until).HasColumnName(until);
    }
}
