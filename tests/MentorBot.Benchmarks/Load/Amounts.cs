namespace MentorBot.Benchmarks.Load;

/// <summary>How much is done in a run.</summary>
/// <param name="Rounds">How often the saturation is measured; the middle one counts.</param>
/// <param name="WarmUpMentees">Who texts before anything is measured, so that the program runs compiled code.</param>
/// <param name="Mentees">Who texts at once to saturate the program, each the whole script.</param>
/// <param name="SteadySeconds">How long the steady rate is kept.</param>
/// <param name="IdleSeconds">How long nothing happens before the idle memory is read.</param>
internal sealed record Amounts(int Rounds, int WarmUpMentees, int Mentees, int SteadySeconds, int IdleSeconds)
{
    /// <summary>Texts a second at the steady rate.</summary>
    public const int SteadyRate = 500;

    /// <summary>How many connections a carrier keeps open to us.</summary>
    public const int Connections = 64;

    public static Amounts Full { get; } = new(Rounds: 3, WarmUpMentees: 500, Mentees: 2_000, SteadySeconds: 30, IdleSeconds: 10);

    public static Amounts Quick { get; } = new(Rounds: 1, WarmUpMentees: 50, Mentees: 100, SteadySeconds: 3, IdleSeconds: 1);
}
