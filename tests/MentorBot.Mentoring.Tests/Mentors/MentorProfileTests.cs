using MentorBot.Mentoring.Mentors;

namespace MentorBot.Mentoring.Tests.Mentors;

public sealed class MentorProfileTests
{
    private static readonly string[] Spoken = ["en", "cy"];

    private static readonly MentorProfile Good = new() { Name = "Sam", Languages = ["en"], TimeZone = "Europe/London" };

    [Fact]
    public void A_plain_profile_has_no_problems() => Assert.Empty(Good.Problems(Spoken));

    public static TheoryData<MentorProfile, ProfileProblem> Wrong => new()
    {
        { Good with { Name = "Sam 07700 900123" }, ProfileProblem.Name },
        { Good with { Languages = [] }, ProfileProblem.Languages },
        { Good with { Languages = ["en", "tlh"] }, ProfileProblem.Languages },
        { Good with { Skills = ["photos", " "] }, ProfileProblem.Skills },
        { Good with { Skills = [new string('a', MentorProfile.LongestSkill + 1)] }, ProfileProblem.Skills },
        { Good with { Skills = [.. Enumerable.Repeat("photos", MentorProfile.LongestList + 1)] }, ProfileProblem.Skills },
        { Good with { TimeZone = "Swansea" }, ProfileProblem.TimeZone },
        { Good with { TimeZone = "GMT Standard Time" }, ProfileProblem.TimeZone },
        { Good with { Hours = [new WeeklyHours { From = new(12, 0), Until = new(9, 0) }] }, ProfileProblem.Hours },
        { Good with { QuietFrom = new(22, 0) }, ProfileProblem.Quiet },
        { Good with { QuietFrom = new(22, 0), QuietUntil = new(22, 0) }, ProfileProblem.Quiet },
        { Good with { MostAtOnce = 0 }, ProfileProblem.AtOnce },
        { Good with { MostAtOnce = MentorProfile.HighestAtOnce + 1 }, ProfileProblem.AtOnce },
        { Good with { MostAWeek = 0 }, ProfileProblem.AWeek },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void Each_wrong_part_is_named(MentorProfile profile, ProfileProblem problem) => Assert.Equal([problem], profile.Problems(Spoken));
}
