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
        { State: ConcernState.Open } => "Nobody looks after it yet",
        { State: ConcernState.Taken } => $"{rolled.TakenBy} looks after it",
        { Ending: ConcernEnd.DealtWith } => $"Dealt with by {rolled.TakenBy}",
        { Ending: ConcernEnd.NotHis } => "A mentor's words to a mentee, not about himself",
        { Ending: ConcernEnd.NobodyOnDuty } => "Nobody had the duty: nobody was told",
        _ => "Over: it was told of again later",
    };

    /// <summary>An instant, in the time of the server's records.</summary>
    public static string At(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy, HH:mm", System.Globalization.CultureInfo.InvariantCulture) + " UTC";
}
