using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;

namespace MentorBot.Mentoring.Tests.Handoffs;

public class MatchingTests
{
    // A Tuesday, 10:00 in London.
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    private static readonly Wanted Photos = new("en", "Help with my photos!", LastMentorId: null, IsUrgent: false);

    [Fact]
    public void Who_helped_last_comes_before_who_knows_more_and_is_there() =>
        Assert.Equal([2, 1], Ranked(Photos with { LastMentorId = 2 }, Of(NewMentor(1, skills: ["photo"])), Of(NewMentor(2, languages: ["cy"]), holds: 1)));

    [Fact]
    public void Her_language_counts_more_than_a_skill_and_a_skill_more_than_his_hours()
    {
        var welsh = NewMentor(1, languages: ["cy"]);
        var knows = NewMentor(2, skills: ["photo"]);
        knows.Hours.Add(new WeeklyHours { Day = DayOfWeek.Sunday, From = new(9, 0), Until = new(12, 0) });

        Assert.Equal([1, 2, 3], Ranked(Photos with { Language = "cy" }, Of(NewMentor(3)), Of(knows), Of(welsh)));
    }

    [Fact]
    public void Who_holds_fewer_comes_first_and_then_who_took_fewer_this_week() =>
        Assert.Equal([3, 2, 1], Ranked(Photos, Of(NewMentor(1), holds: 1), Of(NewMentor(2), tookThisWeek: 4), Of(NewMentor(3), tookThisWeek: 3)));

    [Fact]
    public void Nobody_is_asked_who_ruled_it_out()
    {
        var quiet = NewMentor(1);
        (quiet.QuietFrom, quiet.QuietUntil) = (new TimeOnly(22, 0), new TimeOnly(10, 30));
        var withdrawn = NewMentor(2);
        withdrawn.WithdrawnAt = Now;

        Assert.Empty(Ranked(
            Photos, Of(quiet), Of(withdrawn), Of(NewMentor(3), wasAsked: true), Of(NewMentor(4), holds: Mentor.UsuallyAtOnce), Of(NewMentor(5), tookThisWeek: Mentor.UsuallyAWeek)));
    }

    [Fact]
    public void In_danger_quiet_hours_and_caps_do_not_count()
    {
        var quiet = NewMentor(1);
        (quiet.QuietFrom, quiet.QuietUntil) = (new TimeOnly(22, 0), new TimeOnly(10, 30));

        Assert.Equal([1, 2], Ranked(Photos with { IsUrgent = true }, Of(quiet), Of(NewMentor(2), holds: 5, tookThisWeek: 50)));
    }

    [Theory]
    [InlineData("photos", "my PHOTO is dark", true)]
    [InlineData("photo", "photos, please", true)]
    [InlineData("art", "start again", false)]
    [InlineData("email", null, false)]
    public void A_skill_is_named_by_a_whole_word(string skill, string? about, bool isNamed) =>
        Assert.Equal(isNamed, (Photos with { About = about }).IsAbout(skill));

    private static IEnumerable<int> Ranked(Wanted wanted, params Candidate[] candidates) => Matching.Rank(candidates, wanted, Now).Select(mentor => mentor.Id);

    private static Candidate Of(Mentor mentor, int holds = 0, int tookThisWeek = 0, bool wasAsked = false) => new(mentor, holds, tookThisWeek, wasAsked);

    private static Mentor NewMentor(int id, string[]? languages = null, string[]? skills = null) =>
        new() { Id = id, Name = $"M{id}", Languages = languages ?? ["en"], Skills = skills ?? [] };
}
