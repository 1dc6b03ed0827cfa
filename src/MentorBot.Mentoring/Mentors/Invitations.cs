using System.Security.Cryptography;
using System.Text;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Mentors;

/// <summary>Invites mentors, and lets them join from their own phone. A code is kept only as a keyed hash: it cannot be read from the database.</summary>
public sealed class Invitations(KeyRing keys, Writes writes, TimeProvider clock)
{
    /// <summary>How long an invitation counts.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    /// <summary>How many letters and digits a code has: 32 to the power of 8, a million million.</summary>
    public const int CodeLength = 8;

    // None that looks like another: no I, L, O, U, 0 or 1 (Crockford's base 32, and two more left out).
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Makes an invitation.</summary>
    /// <param name="name">What mentees will call him.</param>
    /// <param name="schemeId">The scheme; null for the one at the top.</param>
    /// <returns>Its code, which nobody can read again.</returns>
    public async Task<string> InviteAsync(string name, int? schemeId)
    {
        var code = RandomNumberGenerator.GetString(Letters, CodeLength);
        await writes.RunAsync(
            async db => db.Invitations.Add(new Invitation
            {
                CodeKey = KeyOf(code),
                SchemeId = schemeId ?? await db.Schemes.Where(s => s.ParentId == null).MinAsync(s => s.Id),
                Name = name,
                ExpiresAt = clock.GetUtcNow() + Lasts,
            }),
            CancellationToken.None);
        return code;
    }

    /// <summary>Makes whoever writes in this turn a mentor, if the code is one of ours: this conversation is his phone from now on.</summary>
    /// <returns>The mentor, or null if the code is wrong, used or too old.</returns>
    public async Task<Mentor?> JoinAsync(Turn turn, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(code);
        var key = KeyOf(code.ToUpperInvariant());
        var invitation = await turn.Db.Invitations.FirstOrDefaultAsync(i => i.CodeKey == key, cancellationToken);
        if (invitation is null || !invitation.IsOpen(turn.Now)) return null;

        (invitation.UsedAt, invitation.Version) = (turn.Now, invitation.Version + 1);
        var mentor = new Mentor { SchemeId = invitation.SchemeId, Name = invitation.Name, JoinedAt = turn.Now, Phone = turn.Conversation };
        turn.Db.Mentors.Add(mentor);
        turn.Conversation.IsMentors = true;
        turn.Record("mentor.joined");
        return mentor;
    }

    private byte[] KeyOf(string code) => keys.LookUp(Encoding.UTF8.GetBytes($"mentor-invitation\n{code}"));
}
