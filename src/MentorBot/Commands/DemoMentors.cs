using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentors;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Commands;

/// <summary>In Development the first start makes two mentors and a coordinator, so that a handoff can be tried at once. Nothing of the kind happens in Production.</summary>
internal static class DemoMentors
{
    private const string Coordinator = "Grace";
    private static readonly string[] Names = ["Sam", "Priya"];

    /// <summary>Makes them, if nobody was ever invited here.</summary>
    /// <returns>How they join by phone and sign in at the desk, a line each; none if somebody was.</returns>
    public static async Task<IReadOnlyList<string>> InviteAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<MentorBotDb>>().CreateDbContextAsync(cancellationToken);
        if (await db.Invitations.AnyAsync(cancellationToken)) return [];
        var (phones, desk) = (new List<string>(), new List<string>());
        foreach (var name in Names)
        {
            var (mentorId, line) = await DemoDesk.JoinAsync(services, name, isCoordinator: false);
            desk.Add(line);
            await LetBookAsync(services, mentorId, cancellationToken);
            phones.Add(InviteCommand.HowToJoin(name, await services.GetRequiredService<Invitations>().InviteAsync(name, schemeId: null, mentorId)));
        }
        desk.Add((await DemoDesk.JoinAsync(services, Coordinator, isCoordinator: true)).Line);
        return [.. phones, .. desk];
    }

    // Within the hours of offices, here in messages and by video, where there is video.
    private static Task<int> LetBookAsync(IServiceProvider services, int? mentorId, CancellationToken cancellationToken) => services.GetRequiredService<Writes>().RunAsync(
        async db =>
        {
            var mentor = await db.Mentors.SingleAsync(m => m.Id == mentorId, cancellationToken);
            mentor.Meets = new MeetingTerms { Ways = { MeetingWay.Messages, MeetingWay.Video } };
            for (var day = DayOfWeek.Monday; day <= DayOfWeek.Friday; day++) mentor.Meets.Hours.Add(new WeeklyHours { Day = day, From = new(9, 0), Until = new(17, 0) });
            return mentor.Version++;
        },
        cancellationToken);

    /// <summary>Prints what to do with them.</summary>
    public static void Say(IReadOnlyList<string> lines)
    {
        if (lines.Count == 0) return;
        Console.WriteLine("  Two mentors may join. Text one of these from a phone of its own, and then PERSON from another. Or sign in at /desk:");
        foreach (var line in lines) Console.WriteLine($"    {line}");
    }
}
