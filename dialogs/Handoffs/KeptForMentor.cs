using System.Globalization;
using MentorBot.BotFramework;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Handoffs;

/// <summary>What a mentee wrote while no mentor could read it: she waited for one, or hers was gone. Whoever takes her next reads it, unless she calls it off or asks for something else before. Kept in the conversation's state, sealed like the rest of it.</summary>
/// <param name="Since">When she began to write it.</param>
/// <param name="Messages">Her messages, oldest first.</param>
internal sealed record KeptForMentor(DateTimeOffset Since, IReadOnlyList<KeptForMentor.Message> Messages)
{
    // So much a mentor reads before he answers, and so little that nobody fills the state with it.
    private const int Most = 10;

    // What is kept without asking whether there is room: a cry for help. Should a machine cry out for ever, the newest count.
    private const int MostEver = 2 * Most;

    // On a phone; the desk shows the message itself.
    private const int Longest = 1000;
    private const string Cut = "...";

    private const int Fields = 2;

    /// <summary>All words, a line each.</summary>
    public string Text => string.Join('\n', Messages.Select(message => message.Words));

    /// <summary>Whether there is no room for more.</summary>
    public static async Task<bool> IsFullAsync(ITurnContext context, CancellationToken cancellationToken) => (await ReadAsync(context, cancellationToken))?.Messages.Count >= Most;

    /// <summary>Keeps this turn's message too.</summary>
    public static async Task AddAsync(ITurnContext context, string words, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var before = await ReadAsync(context, cancellationToken) ?? new KeptForMentor(turn.Now, []);
        var hidden = Contacts.Hide(words);
        var message = new Message(turn.MessageId, hidden.Length > Longest ? hidden[..(Longest - Cut.Length)] + Cut : hidden);
        await (before with { Messages = [.. before.Messages.TakeLast(MostEver - 1), message] }).KeepAsync(context, cancellationToken);
    }

    /// <summary>What is kept, or null. It is kept no longer.</summary>
    public static async Task<KeptForMentor?> TakeAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var kept = await ReadAsync(context, cancellationToken);
        await context.KeptForMentor().DeleteAsync(context, cancellationToken);
        return kept;
    }

    // As long as a message that she left waits. Later she has another question.
    private static async Task<KeptForMentor?> ReadAsync(ITurnContext context, CancellationToken cancellationToken) =>
        await context.KeptForMentor().GetAsync(context, cancellationToken: cancellationToken) is [var at, .. var messages]
        && DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) is var since && context.Turn().Now - since < LeftMessages.Wait
            ? new KeptForMentor(since, [.. messages.Chunk(Fields).Select(pair => new Message(long.Parse(pair[0], CultureInfo.InvariantCulture), pair[1]))])
            : null;

    private async Task KeepAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        List<string> all = [Since.ToString("O", CultureInfo.InvariantCulture)];
        foreach (var (id, words) in Messages) all.AddRange([id.ToString(CultureInfo.InvariantCulture), words]);
        await context.KeptForMentor().SetAsync(context, [.. all], cancellationToken);
    }

    /// <summary>One message.</summary>
    /// <param name="Id">The number of the accepted message.</param>
    /// <param name="Words">Its words, without numbers.</param>
    internal sealed record Message(long Id, string Words);
}
