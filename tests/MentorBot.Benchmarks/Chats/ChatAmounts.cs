namespace MentorBot.Benchmarks.Chats;

/// <summary>How much is done in a run.</summary>
/// <param name="Chats">How many web chats are open at once, each with a socket.</param>
/// <param name="IdleSeconds">How long nothing happens while they are watched.</param>
/// <param name="SteadySeconds">How long the steady rate is kept.</param>
internal sealed record ChatAmounts(int Chats, int IdleSeconds, int SteadySeconds)
{
    /// <summary>Messages a second at the steady rate.</summary>
    public const int SteadyRate = 500;

    /// <summary>How many are opened at once, and how many post at once.</summary>
    public const int Connections = 64;

    /// <summary>How long they talk before anything is timed: what is compiled meanwhile, and what the load itself throws away, is not what a reply costs.</summary>
    public const int WarmUpSeconds = 5;

    public static ChatAmounts Full { get; } = new(Chats: 10_000, IdleSeconds: 20, SteadySeconds: 30);

    public static ChatAmounts Quick { get; } = new(Chats: 200, IdleSeconds: 2, SteadySeconds: 3);
}
