using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Mentors;

/// <summary>Invites mentors, and lets them join from their own phone. A code is kept only as a keyed hash: it cannot be read from the database.</summary>
public sealed partial class Invitations(KeyRing keys, Writes writes, TimeProvider clock)
{
    /// <summary>How long an invitation counts.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    /// <summary>How many letters and digits a code has: 30 to the power of 8, more than half a million million.</summary>
    public const int CodeLength = 8;

    /// <summary>What a code is made of. None looks like another: no I, L, O, U, 0 or 1 (Crockford's base 32, and two more left out).</summary>
    public const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Whether mentees can be told this as a mentor's name: letters, with single spaces, hyphens and apostrophes between them.</summary>
    public static bool IsName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        // Mentees are told "{name} is here now: a person, not a computer".
        return name.Length is >= 1 and <= Mentor.LongestName && Name().IsMatch(name) && !name.Equals("MentorBot", StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"^\p{L}\p{M}*(?:[ '\-]?\p{L}\p{M}*)*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    /// <summary>Makes an invitation.</summary>
    /// <param name="name">What mentees will call him.</param>
    /// <param name="schemeId">The scheme; null for the one at the top.</param>
    /// <param name="mentorId">The mentor that he is already, at the desk; null if he is none.</param>
    /// <returns>Its code, which nobody can read again.</returns>
    public async Task<string> InviteAsync(string name, int? schemeId, int? mentorId = null)
    {
        var code = NewCode();
        await writes.RunAsync(
            async db => db.Invitations.Add(New(code, name, schemeId ?? await db.Schemes.Where(s => s.ParentId == null).MinAsync(s => s.Id), mentorId)),
            CancellationToken.None);
        return code;
    }

    /// <summary>A code that nobody has.</summary>
    internal static string NewCode() => RandomNumberGenerator.GetString(Letters, CodeLength);

    /// <summary>An invitation with this code, to be added to a transaction.</summary>
    internal Invitation New(string code, string name, int schemeId, int? mentorId) =>
        new() { CodeKey = KeyOf(code), SchemeId = schemeId, Name = name, MentorId = mentorId, ExpiresAt = clock.GetUtcNow() + Lasts };

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
        var mentor = await FindByPhoneAsync(turn, cancellationToken) ?? await FindInvitedAsync(turn, invitation, cancellationToken) ?? NewMentor(turn, invitation);
        // Somebody who left, or who now helps elsewhere, is the same mentor again.
        (mentor.SchemeId, mentor.Name, mentor.WithdrawnAt, mentor.AwaySince) = (invitation.SchemeId, invitation.Name, null, null);
        mentor.Version++;
        turn.Conversation.IsMentors = true;
        turn.Record("mentor.joined");
        return mentor;
    }

    private static async Task<Mentor?> FindByPhoneAsync(Turn turn, CancellationToken cancellationToken)
    {
        var id = turn.Conversation.Id;
        return turn.Db.Mentors.Local.FirstOrDefault(m => m.Phone == turn.Conversation)
            ?? (id == 0 ? null : await turn.Db.Mentors.FirstOrDefaultAsync(m => m.PhoneId == id, cancellationToken));
    }

    /// <summary>The mentor at the desk who is to have a phone from now on; null if the invitation names none, or none without a phone.</summary>
    private static async Task<Mentor?> FindInvitedAsync(Turn turn, Invitation invitation, CancellationToken cancellationToken)
    {
        if (invitation.MentorId is not { } id || await turn.Db.Mentors.FindAsync([id], cancellationToken) is not { PhoneId: null, Phone: null } mentor) return null;
        mentor.Phone = turn.Conversation;
        return mentor;
    }

    private static Mentor NewMentor(Turn turn, Invitation invitation) => turn.Db.Mentors.Add(new Mentor
    {
        SchemeId = invitation.SchemeId,
        Name = invitation.Name,
        Languages = turn.Mentee.Language == "en" ? ["en"] : [turn.Mentee.Language, "en"],
        JoinedAt = turn.Now,
        Phone = turn.Conversation,
    }).Entity;

    private byte[] KeyOf(string code) => keys.LookUp(Encoding.UTF8.GetBytes($"mentor-invitation\n{code}"));
}
