using System.Globalization;

namespace MentorBot.Tests.Desk;

/// <summary>What time it is for a mentor who lives far away.</summary>
public class DeskClockTests(DeskedProgram program) : IClassFixture<DeskedProgram>
{
    [Fact]
    public async Task Times_are_told_by_the_clock_of_whoever_reads_them()
    {
        const string Far = "Asia/Kathmandu";
        using var priya = await program.SignInAsync("Priya");
        using var grace = await program.SignInAsync("Grace");
        await grace.GoAsync("/desk/mentors");
        var profile = grace.Find("""(?<text>/desk/mentors/\d+)">What Priya can""");
        await grace.GoAsync(profile);
        await grace.SendAsync(profile, ("version", grace.Find("name=\"version\" value=\"(?<text>[^\"]*)")), ("name", "Priya"), ("languages", "en"), ("timeZone", Far), ("atOnce", "3"), ("aWeek", "12"), ("hearsBy", "Desk"));
        Assert.Contains("Saved.", grace.Page, StringComparison.Ordinal);

        var id = await program.AskAsync(Cast.Stranger(), "what is the time?", priya);
        await priya.SendAsync("/desk?handler=Take", ("id", id), ("form", "take"));
        await priya.GoAsync($"/desk/talk/{id}");

        var at = DateTimeOffset.Parse(priya.Find("""· <time datetime="(?<text>[^"]+)">"""), CultureInfo.InvariantCulture);
        var there = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(at, Far);
        Assert.EndsWith(there.ToString("HH:mm", CultureInfo.InvariantCulture), priya.Find("""· <time datetime="[^"]+">(?<text>[^<]+)<"""), StringComparison.Ordinal);
        await priya.SendAsync($"/desk/talk/{id}?handler=Done", ("form", "done"), ("outcome", "Solved"));
    }
}
