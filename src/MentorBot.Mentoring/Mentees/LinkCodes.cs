using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Mentees;

/// <summary>The first two of the three steps to one mentee with two addresses: a code is given in one conversation, and shown in the other.</summary>
/// <remarks>
/// The third is a yes in the first conversation: see <see cref="LinkQuestions"/> and <see cref="Linking"/>. A code is kept only as a keyed hash:
/// it cannot be read from the database.
/// </remarks>
public sealed class LinkCodes(KeyRing keys)
{
    /// <summary>How long a code counts. The question that its use leads to can be answered no longer either.</summary>
    public static readonly TimeSpan CodeLasts = TimeSpan.FromMinutes(15);

    /// <summary>How many digits a code has.</summary>
    public const int CodeLength = 6;

    private const int CodesThereAre = 1_000_000;

    /// <summary>Gives a code in this turn's conversation. One that was given there before counts no more.</summary>
    public async Task<string> GiveAsync(Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (await turn.FindRequestAsync(cancellationToken) is { } earlier) turn.Db.LinkRequests.Remove(earlier);
        var code = await UnusedCodeAsync(turn.Db, cancellationToken);
        turn.Db.LinkRequests.Add(new LinkRequest { CodeKey = KeyOf(code), AskedIn = turn.Conversation, ExpiresAt = turn.Now + CodeLasts });
        return code;
    }

    /// <summary>Takes a code that was shown in this turn's conversation.</summary>
    public async Task<LinkProof> TakeAsync(Turn turn, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var key = KeyOf(code);
        var request = await turn.Db.LinkRequests
            .Include(r => r.AskedIn!.Address!.Mentee).Include(r => r.AnsweredIn)
            .FirstOrDefaultAsync(r => r.CodeKey == key, cancellationToken);
        if (request is null || turn.IsGone(request) || request.IsOver(turn.Now)) return new(LinkProofOutcome.Wrong);

        var outcome = Judge(turn, request);
        if (outcome != LinkProofOutcome.Proved || request.AnsweredIn == turn.Conversation) return new(outcome);
        request.AnsweredIn = turn.Conversation;
        request.Version++;
        return new(outcome, AskIn: request.AskedIn);
    }

    private static LinkProofOutcome Judge(Turn turn, LinkRequest request)
    {
        if (request.AskedIn == turn.Conversation) return LinkProofOutcome.Own;
        if (request.AskedIn!.Address!.Mentee == turn.Mentee) return LinkProofOutcome.AlreadyLinked;
        if (request.AnsweredIn is not null && request.AnsweredIn != turn.Conversation) return LinkProofOutcome.Used;
        return request.AskedIn.IsOpenToBot ? LinkProofOutcome.Proved : LinkProofOutcome.CannotAsk;
    }

    private async Task<string> UnusedCodeAsync(MentorBotDb db, CancellationToken cancellationToken)
    {
        while (true)
        {
            var code = RandomNumberGenerator.GetInt32(CodesThereAre).ToString($"D{CodeLength}", CultureInfo.InvariantCulture);
            var key = KeyOf(code);
            // Should two turns draw the same one at once, the database's own rule lets one of them be taken again.
            if (!await db.LinkRequests.AnyAsync(r => r.CodeKey == key, cancellationToken)) return code;
        }
    }

    private byte[] KeyOf(string code) => keys.LookUp(Encoding.UTF8.GetBytes($"link-code\n{code}"));
}
