using System.Diagnostics.CodeAnalysis;

namespace MentorBot.Channels;

/// <summary>What came of reading something that a provider posted: either the thing itself or the reason for refusing it.</summary>
/// <typeparam name="T">What is read.</typeparam>
public sealed record Reading<T>
    where T : class
{
    private Reading(T? accepted, Refusal? refusal) => (Accepted, Refusal) = (accepted, refusal);

    /// <summary>What was read, the sender's proof checked; null if it was refused.</summary>
    public T? Accepted { get; }

    /// <summary>Why it was refused; null if it was accepted.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether it was accepted.</summary>
    [MemberNotNullWhen(true, nameof(Accepted))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsAccepted => Accepted is not null;

    /// <summary>It was read.</summary>
    public static implicit operator Reading<T>(T accepted) => new(accepted, null);

    /// <summary>It was refused.</summary>
    public static implicit operator Reading<T>(Refusal refusal) => new(null, refusal);
}

/// <summary>Why a provider's post was refused.</summary>
/// <param name="Reason">Which of the few reasons.</param>
/// <param name="Detail">Names of fields or of the fault, for a log: never what a field held.</param>
public sealed record Refusal(RefusalReason Reason, string? Detail = null);

/// <summary>The reasons for refusing a provider's post.</summary>
public enum RefusalReason
{
    /// <summary>The proof is missing or wrong: answer 403.</summary>
    BadSignature,

    /// <summary>It speaks for an account that is not ours: answer 403.</summary>
    UnknownAccount,

    /// <summary>It cannot be read: answer 400.</summary>
    Malformed,

    /// <summary>It lacks something it must have: answer 400.</summary>
    MissingFields,

    /// <summary>There is no proof of who calls, or it does not hold: answer 401.</summary>
    NotProven,

    /// <summary>It is larger than may be: answer 413.</summary>
    TooLarge,

    /// <summary>What the proof is to be checked with cannot be had now: answer 503.</summary>
    CannotCheck,
}
