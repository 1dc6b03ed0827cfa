using System.Globalization;
using System.Text.RegularExpressions;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Groups;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MentorBot.Dialogs.Tests.Transcripts;

/// <summary>What happens at the desk with group sessions: <c>a group PHOTOS of Tomas in 2 days, 1 seat, at the library</c> (or <c>by video</c>, or <c>either way</c>), <c>PHOTOS is called off</c>.</summary>
internal static partial class GroupScenes
{
    private const string Zone = "Europe/London";

    /// <summary>Does it.</summary>
    /// <returns>Whether the line is such a thing.</returns>
    public static async Task<bool> MeetAsync(World world, int schemeId, string line)
    {
        if (Made().Match(line) is { Success: true } made) await MakeAsync(world, schemeId, made);
        else if (Off().Match(line) is { Success: true } off) await CallOffAsync(world, schemeId, off.Groups["word"].Value);
        else return false;
        return true;
    }

    private static async Task MakeAsync(World world, int schemeId, Match line)
    {
        await using var db = await world.OpenAsync();
        var name = line.Groups["mentor"].Value;
        var mentor = await db.Mentors.SingleAsync(one => one.SchemeId == schemeId && one.Name == name);
        var library = db.Venues.Add(new Venue { SchemeId = schemeId, Name = "Town library", Address = "5 High Street" }).Entity;
        await db.SaveChangesAsync();
        var today = Instant.FromDateTimeOffset(world.Clock.GetUtcNow()).InZone(DateTimeZoneProviders.Tzdb[Zone]).Date;
        var plan = new GroupPlan
        {
            Title = $"Better {line.Groups["word"].Value.ToLowerInvariant()}",
            Keyword = line.Groups["word"].Value,
            Start = today.PlusDays(int.Parse(line.Groups["days"].Value, CultureInfo.InvariantCulture)) + new LocalTime(14, 0),
            Minutes = 60,
            TimeZone = Zone,
            Seats = int.Parse(line.Groups["seats"].Value, CultureInfo.InvariantCulture),
            MentorId = mentor.Id,
            VenueId = line.Groups["way"].Value == "by video" ? null : library.Id,
            HasRemoteWay = line.Groups["way"].Value != "at the library",
        };
        var (_, problem) = await world.Get<GroupPlans>().MakeAsync(new GroupMaker(schemeId, null, IsCoordinator: true), plan, $"{schemeId} {line.Value}", CancellationToken.None);
        Assert.Null(problem);
    }

    private static async Task CallOffAsync(World world, int schemeId, string word)
    {
        await using var db = await world.OpenAsync();
        var session = await db.GroupMeetings.SingleAsync(one => one.SchemeId == schemeId && one.Keyword == word);
        Assert.True(await world.Get<GroupPlans>().CallOffAsync(new GroupMaker(schemeId, null, IsCoordinator: true), session.Id, CancellationToken.None));
        await world.Get<GroupClock>().StrikeAsync(CancellationToken.None);
        await world.WorkAsync();
    }

    [GeneratedRegex(@"^a group (?<word>[A-Z]+) of (?<mentor>\w+) in (?<days>[0-9]+) days?, (?<seats>[0-9]+) seats?, (?<way>at the library|by video|either way)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Made();

    [GeneratedRegex(@"^(?<word>[A-Z]+) is called off$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Off();
}
