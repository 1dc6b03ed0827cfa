using MentorBot.Mentoring.Mentors;

namespace MentorBot.Desk;

/// <summary>What is to be mended in a profile, and where.</summary>
internal static class ProfileWords
{
    /// <summary>The id of the box that a problem is in.</summary>
    public static string BoxOf(ProfileProblem problem) => problem switch
    {
        ProfileProblem.Name => "name",
        ProfileProblem.Languages => "language-en",
        ProfileProblem.Skills => "skills",
        ProfileProblem.TimeZone => "zone",
        ProfileProblem.Hours => "hours-0",
        ProfileProblem.Quiet => "quiet-from",
        ProfileProblem.AtOnce => "at-once",
        _ => "a-week",
    };

    /// <summary>What to write there.</summary>
    public static string Of(ProfileProblem problem) => problem switch
    {
        ProfileProblem.Name => $"Write a first name of 1 to {Mentor.LongestName} letters.",
        ProfileProblem.Languages => "Tick at least one language.",
        ProfileProblem.Skills => $"Write at most {MentorProfile.LongestList} skills of at most {MentorProfile.LongestSkill} letters each, with commas between.",
        ProfileProblem.TimeZone => "Write the name of a time zone, such as Europe/London.",
        ProfileProblem.Hours => "Write hours such as 9-12, 14:30-17, or leave the day empty.",
        ProfileProblem.Quiet => "Write both times, or none of them.",
        ProfileProblem.AtOnce => $"Write a number from 1 to {MentorProfile.HighestAtOnce}.",
        _ => $"Write a number from 1 to {MentorProfile.HighestAWeek}.",
    };
}
