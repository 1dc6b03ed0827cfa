using System.Globalization;
using MentorBot.BotFramework;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Handoffs;

/// <summary>What a mentee wrote while no mentor could read it: she waited for one, or hers was gone. Whoever takes her next reads it. Kept in the conversation's state, sealed like the rest of it.</summary>
/// <param name="AskedAt">When the handoff was asked for that it was written in, in milliseconds since 1970. By this it is known before it is stored; in no other does anybody get it.</param>
/// <param name="Messages">Her messages, oldest first.</param>
internal sealed record ForNextMentor(long AskedAt, IReadOnlyList<ForNextMentor.Message> Messages)
{
    // So much a mentor reads before he answers, and so little that nobody fills the state with it.
    private const int Most = 10;
    private const int Longest = 1000;

    private const int Head = 1;
    private const int Fields = 2;

    /// <summary>All words, a line each.</summary>
    public string Text => string.Join('\n', Messages.Select(message => message.Words));

    /// <summary>Keeps this turn's message too.</summary>
    /// <returns>Whether there was room.</returns>
    public static async Task<bool> AddAsync(ITurnContext context, Handoff handoff, string words, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(context, cancellationToken) is { } kept && kept.AskedAt == AskedAtOf(handoff) ? kept.Messages : [];
        if (before.Count >= Most) return false;
        var hidden = Contacts.Hide(words);
        var message = new Message(context.Turn().MessageId, hidden.Length > Longest ? hidden[..Longest] : hidden);
        await new ForNextMentor(AskedAtOf(handoff), [.. before, message]).KeepAsync(context, cancellationToken);
        return true;
    }

    /// <summary>What is kept for this handoff, or null. Of whatever handoff it was, it is kept no longer.</summary>
    public static async Task<ForNextMentor?> TakeAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken)
    {
        var kept = await ReadAsync(context, cancellationToken);
        await context.ForNextMentor().DeleteAsync(context, cancellationToken);
        return kept?.AskedAt == AskedAtOf(handoff) ? kept : null;
    }

    /// <summary>Nobody took what she asked for, and she asks again for the same: what she wrote meanwhile goes along.</summary>
    /// <param name="context">Her turn.</param>
    /// <param name="from">When she asked before.</param>
    /// <param name="to">What she asks for now.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task MoveAsync(ITurnContext context, DateTimeOffset from, Handoff to, CancellationToken cancellationToken)
    {
        if (await ReadAsync(context, cancellationToken) is { } kept && kept.AskedAt == from.ToUnixTimeMilliseconds())
            await (kept with { AskedAt = AskedAtOf(to) }).KeepAsync(context, cancellationToken);
    }

    private static long AskedAtOf(Handoff handoff) => handoff.RequestedAt.ToUnixTimeMilliseconds();

    private static async Task<ForNextMentor?> ReadAsync(ITurnContext context, CancellationToken cancellationToken) =>
        await context.ForNextMentor().GetAsync(context, cancellationToken: cancellationToken) is [var askedAt, .. var messages]
            ? new ForNextMentor(Number(askedAt), [.. messages.Chunk(Fields).Select(pair => new Message(Number(pair[0]), pair[1]))])
            : null;

    private async Task KeepAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var all = new List<string>(Head + (Fields * Messages.Count)) { Written(AskedAt) };
        foreach (var (id, words) in Messages) all.AddRange([Written(id), words]);
        await context.ForNextMentor().SetAsync(context, [.. all], cancellationToken);
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string Written(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>One message.</summary>
    /// <param name="Id">The number of the accepted message.</param>
    /// <param name="Words">Its words, without numbers.</param>
    internal sealed record Message(long Id, string Words);
}
