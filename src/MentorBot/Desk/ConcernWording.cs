using MentorBot.Mentoring.Concerns;

namespace MentorBot.Desk;

/// <summary>How coordinators read of concerns.</summary>
internal static class ConcernWording
{
    /// <summary>What it is about.</summary>
    public static string Of(ConcernKind kind) => kind.Id switch
    {
        "medical" => "Medical emergency",
        "overdose" => "Overdose",
        "danger" => "Danger at this moment",
        "self-harm" => "Self-harm or suicide",
        "exploitation" => "Sexual exploitation of a child",
        "harm-to-others" => "May hurt somebody else",
        "abuse" => "Abuse",
        "third-party" => "Fears for somebody else",
        _ => "Nowhere to sleep",
    };

    /// <summary>How it stands.</summary>
    public static string Of(RolledConcern rolled) => rolled.Concern switch
    {
        { State: ConcernState.Open, Outcome: ConcernOutcome.NotReached } => $"Nobody looks after it now: {rolled.TakenBy} could not reach them",
        { State: ConcernState.Open } => "Nobody looks after it yet",
        { State: ConcernState.Taken } => $"{rolled.TakenBy} looks after it",
        { Ending: ConcernEnd.DealtWith, Outcome: { } outcome } => $"Dealt with by {rolled.TakenBy}: {Of(outcome)}",
        { Ending: ConcernEnd.DealtWith } => $"Dealt with by {rolled.TakenBy}",
        { Ending: ConcernEnd.NotHis } => "A mentor's words to a mentee, not about himself",
        { Ending: ConcernEnd.NobodyOnDuty } => "Nobody had the duty: nobody was told",
        _ => "Over: it was told of again later",
    };

    /// <summary>How somebody is, as whoever looked after it said.</summary>
    public static string Of(ConcernOutcome outcome) => outcome switch
    {
        ConcernOutcome.Safe => "safe now",
        ConcernOutcome.EmergencyCalled => "999 was called",
        ConcernOutcome.PassedOn => "passed to services",
        ConcernOutcome.NotReached => "could not be reached",
        _ => "false alarm",
    };

    /// <summary>An instant, in the time of the server's records.</summary>
    public static string At(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy, HH:mm", System.Globalization.CultureInfo.InvariantCulture) + " UTC";
}
