using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Mentoring.Desk;

/// <summary>Takes a mentor's rights from him: at once, with all that he holds.</summary>
public static class Withdrawals
{
    /// <summary>Whoever he holds goes round again, and is told so by her own turn, which follows at once. He looks on nowhere any more.</summary>
    public static async Task WithdrawAsync(this Turn turn, Mentor mentor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(mentor);
        await turn.GiveAllBackAsync(mentor, cancellationToken);
        foreach (var onlooker in await turn.LookedOnByAsync(mentor, cancellationToken)) onlooker.Leave(turn.Now);
        mentor.WithdrawnAt ??= turn.Now;
        mentor.Version++;
    }
}
