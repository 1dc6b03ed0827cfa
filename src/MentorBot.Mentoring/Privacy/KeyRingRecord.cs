using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Privacy;

/// <summary>Which key ring a database was written with, so that a start with another one stops before it harms anything.</summary>
public sealed class KeyRingRecord
{
    /// <summary>Always 1: a database has one ring.</summary>
    public int Id { get; init; } = 1;

    /// <summary>The ring's fingerprint: 32 bytes.</summary>
    public required byte[] Fingerprint { get; init; }

    internal static void Map(ModelBuilder model) => model.Entity<KeyRingRecord>(record =>
    {
        record.Property(r => r.Id).ValueGeneratedNever();
        record.Property(r => r.Fingerprint).HasMaxLength(32);
    });
}
