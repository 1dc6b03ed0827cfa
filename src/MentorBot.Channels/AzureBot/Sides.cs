namespace MentorBot.Channels.AzureBot;

/// <summary>A person's side of a conversation: the channel behind the Connector, and the conversation there. As text it is an <c>Address</c>.</summary>
/// <remarks>Not her account's id: a conversationUpdate, which comes first, does not always tell it.</remarks>
internal sealed record TheirSide(string ChannelId, string ConversationId)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static TheirSide? Parse(string text)
    {
        var cut = text.IndexOf('\n', StringComparison.Ordinal);
        return cut <= 0 || cut == text.Length - 1 ? null : new(text[..cut], text[(cut + 1)..]);
    }

    /// <summary>The channel, a line feed, the conversation.</summary>
    public override string ToString() => $"{ChannelId}\n{ConversationId}";
}

/// <summary>Our side of a conversation: how its Connector was proved, where that is, and the bot's id there. As text it is an <c>OurAddress</c>.</summary>
/// <remarks>
/// It is kept in the clear and names nobody. The proof is part of it, so that sending need not guess what acceptance knew; and a caller with a lesser
/// proof can never bring itself into a conversation that was begun with a better one. Where the Connector is may change: answers go where her last message came from.
/// So may what an operator says of a channel: a conversation stays the same when that becomes a hub.
/// </remarks>
internal sealed record OurSide(CallerProof Proof, Uri Connector, string BotId)
{
    /// <summary>What tells our side apart, wherever the Connector is: the proof and the bot's id.</summary>
    public string Name => $"{NameOf(Proof is CallerProof.Hub ? CallerProof.Signed : Proof)} {BotId}";

    /// <summary>The longest that the database keeps.</summary>
    public const int MostCharacters = 200;

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static OurSide? Parse(string? text)
    {
        var parts = (text ?? "").Split(' ', 3);
        return parts.Length == 3 && ProofIn(parts[0]) is { } proof && ReplyGate.Read(parts[1]) is { } connector ? new(proof, connector, parts[2]) : null;
    }

    /// <summary>The proof, the Connector's base and the bot's id, with spaces between: the first two hold none.</summary>
    public override string ToString() => $"{NameOf(Proof)} {Connector.AbsoluteUri} {BotId}";

    private static string NameOf(CallerProof proof) => proof switch
    {
        CallerProof.Signed => "signed",
        CallerProof.Hub => "hub",
        CallerProof.Emulator => "emulator",
        _ => "anonymous",
    };

    private static CallerProof? ProofIn(string name) => name switch
    {
        "signed" => CallerProof.Signed,
        "hub" => CallerProof.Hub,
        "emulator" => CallerProof.Emulator,
        "anonymous" => CallerProof.Anonymous,
        _ => null,
    };
}
