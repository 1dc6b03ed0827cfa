namespace MentorBot.Mentoring.Concerns;

/// <summary>What we worry about when we worry for somebody. A closed list: each has its signs, its words and its lines, and people who know what to do.</summary>
public sealed class ConcernKind
{
    /// <summary>A body that may not wait: no breath, a failing heart, much blood.</summary>
    public static readonly ConcernKind Medical = new("medical", Urgency.Red);

    /// <summary>Somebody has taken too much of something, or what should never be taken.</summary>
    public static readonly ConcernKind Overdose = new("overdose", Urgency.Red);

    /// <summary>Somebody may be attacked, trapped or burnt at this moment.</summary>
    public static readonly ConcernKind Danger = new("danger", Urgency.Red);

    /// <summary>She may hurt or kill herself.</summary>
    public static readonly ConcernKind SelfHarm = new("self-harm", Urgency.Red);

    /// <summary>Somebody uses a child for sex, or for pictures of it.</summary>
    public static readonly ConcernKind Exploitation = new("exploitation", Urgency.Red);

    /// <summary>She may hurt or kill somebody else.</summary>
    public static readonly ConcernKind HarmToOthers = new("harm-to-others", Urgency.Red);

    /// <summary>Somebody hurts, controls or frightens her.</summary>
    public static readonly ConcernKind Abuse = new("abuse", Urgency.Red);

    /// <summary>She fears for somebody else.</summary>
    public static readonly ConcernKind ThirdParty = new("third-party", Urgency.Amber);

    /// <summary>She has nowhere to sleep.</summary>
    public static readonly ConcernKind Homeless = new("homeless", Urgency.Amber);

    private ConcernKind(string id, Urgency urgency) => (Id, Urgency) = (id, urgency);

    /// <summary>All of them, and which goes first where several are told of in one message: the one that leaves least time.</summary>
    public static IReadOnlyList<ConcernKind> All { get; } =
        [Medical, Overdose, Danger, SelfHarm, Exploitation, HarmToOthers, Abuse, ThirdParty, Homeless];

    /// <summary>Its name in events and in the lists of signs: small letters and hyphens.</summary>
    public string Id { get; }

    /// <summary>How soon a person has to know.</summary>
    public Urgency Urgency { get; }

    /// <summary>Whether one leaves less time than another.</summary>
    internal static bool Graver(ConcernKind one, ConcernKind other) => Rank(one) < Rank(other);

    private static int Rank(ConcernKind kind) => All.Index().First(one => one.Item == kind).Index;

    /// <summary>The kind of this name; null when there is none.</summary>
    public static ConcernKind? Find(string? id) => All.FirstOrDefault(kind => kind.Id == id);

    /// <inheritdoc/>
    public override string ToString() => Id;
}

/// <summary>How soon a person has to know of a concern.</summary>
public enum Urgency
{
    /// <summary>At once.</summary>
    Red,

    /// <summary>Within the hour.</summary>
    Amber,
}
