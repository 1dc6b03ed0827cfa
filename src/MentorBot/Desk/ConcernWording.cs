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
        { Ending: ConcernEnd.DealtWith, Outcome: { } outcome } => $"Dealt with by {rolled.TakenBy}: {Of(outcome).ToLowerInvariant()}",
        { Ending: ConcernEnd.DealtWith } => $"Dealt with by {rolled.TakenBy}",
        { Ending: ConcernEnd.NotHis } => "A mentor's words to a mentee, not about himself",
        { Ending: ConcernEnd.NobodyOnDuty } => "Nobody had the duty: nobody was told",
        _ => "Over: it was told of again later",
    };

    /// <summary>How somebody is, as whoever looked after it said.</summary>
    public static string Of(ConcernOutcome outcome) => outcome switch
    {
        ConcernOutcome.Safe => "Safe now",
        ConcernOutcome.EmergencyCalled => "999 was called",
        ConcernOutcome.PassedOn => "Passed to services",
        ConcernOutcome.NotReached => "Could not be reached",
        _ => "False alarm",
    };

    /// <summary>How soon a person has to know.</summary>
    public static string Of(Urgency urgency) => urgency == Urgency.Red ? "Urgent" : "Within the hour";

    /// <summary>Whether she wants a person.</summary>
    public static string Wish(RaisedConcern concern) => concern.WantsPerson switch
    {
        true => "They want a person.",
        false => "They want nobody to write to them.",
        null => "They did not say whether they want a person.",
    };

    /// <summary>By which way somebody was told.</summary>
    public static string WayOf(ConcernAlertShown alert) => alert switch
    {
        { WasTold: true, WasShown: true } => "by phone and at the desk",
        { WasTold: true } => "by phone",
        { WasShown: true } => "at the desk",
        _ => "who could not be reached",
    };
}
