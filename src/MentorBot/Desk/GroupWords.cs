using MentorBot.Mentoring.Groups;

namespace MentorBot.Desk;

/// <summary>What the desk says of group sessions: what is to be mended in a new one and where, how one stands, and what became of a digest.</summary>
internal static class GroupWords
{
    /// <summary>The id of the box that a problem is in.</summary>
    public static string BoxOf(GroupProblem problem) => problem switch
    {
        GroupProblem.Title => "title",
        GroupProblem.Keyword or GroupProblem.KeywordTaken => "keyword",
        GroupProblem.NoSuchTime or GroupProblem.Past => "date",
        GroupProblem.Minutes => "minutes",
        GroupProblem.Seats => "seats",
        GroupProblem.Mentor => "mentor",
        _ => "venue",
    };

    /// <summary>What to write there.</summary>
    public static string Of(GroupProblem problem) => problem switch
    {
        GroupProblem.Title => $"Write what it is about, in 1 to {GroupMeeting.LongestTitle} letters, without a number or an address.",
        GroupProblem.Keyword => $"Choose one word of {GroupMeeting.ShortestKeyword} to {GroupMeeting.LongestKeyword} letters, without accents, that means nothing else to MentorBot: none of its commands, no number.",
        GroupProblem.KeywordTaken => "A group that is ahead has this word already. Choose another one.",
        GroupProblem.NoSuchTime => "Choose a day and a time. In the night in which the clocks go forward an hour is left out.",
        GroupProblem.Past => "Choose a time that is still to come.",
        GroupProblem.Minutes => $"Write how many minutes it lasts, from 5 to {GroupPlan.MostMinutes}.",
        GroupProblem.Seats => $"Write how many may come, from 1 to {GroupMeeting.MostSeats}.",
        GroupProblem.Mentor => "Choose a mentor who helps here.",
        GroupProblem.NoWay => "Choose a place, or tick that people can join by video.",
        _ => "Choose a place that is still open.",
    };

    /// <summary>How it stands.</summary>
    public static string Of(GroupMeeting session, DateTimeOffset now) => session.State switch
    {
        GroupState.CalledOff => "Called off",
        GroupState.Over => "Over",
        _ when session.EndsAt <= now => "Over",
        _ when session.StartsAt <= now => "Runs now",
        _ => "Ahead",
    };

    /// <summary>How somebody stands in it.</summary>
    public static string Of(Participant participant)
    {
        var how = participant.State switch
        {
            ParticipantState.Offered => "a seat is kept for them while they answer",
            ParticipantState.Waiting => "waits for a seat",
            ParticipantState.CalledOff => participant.TellAt is null ? "was told that it is called off" : "is being told that it is called off",
            _ when participant.Conversation?.Address?.OptedOutAt is not null => "has a seat, and told us to stop: nothing is sent, so tell them another way",
            _ => "has a seat",
        };
        var by = participant is { State: ParticipantState.Seated, IsRemote: true } ? ", by video" : "";
        return $"{how}{by}{(participant is { State: ParticipantState.Seated, IsComing: true } ? ", said they come" : "")}{HelpedBy(participant)}";
    }

    /// <summary>What became of a digest; null where it is done.</summary>
    public static string? Of(DigestResult result) => result switch
    {
        DigestResult.Done or DigestResult.Repeated => null,
        DigestResult.Empty => "Write something first.",
        DigestResult.TooLong => $"That is too long. Please make it {GroupMeeting.LongestDigest} letters at the most.",
        DigestResult.HeldBack => "This was not sent. It has a number or an address in it, and people stay safer without.",
        _ => "This was not sent: the group has not begun, or was called off.",
    };

    private static string HelpedBy(Participant participant) => participant.Helped switch
    {
        1 => ", it helped a lot",
        2 => ", it helped a little",
        3 => ", it did not help",
        _ => "",
    };
}
