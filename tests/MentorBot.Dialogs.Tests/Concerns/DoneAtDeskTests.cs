using MentorBot.Dialogs.Mentors;
using MentorBot.Dialogs.Tests.Transcripts;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Dialogs.Tests.Concerns;

/// <summary>A mentor presses "done" on a page that is older than her cry for help.</summary>
public sealed class DoneAtDeskTests
{
    [Fact]
    public async Task Nothing_ends_over_a_cry_that_he_has_not_seen()
    {
        await using var world = new World();
        await world.InitializeAsync();
        var (amina, act) = await TalkAsync(world);
        var desk = world.Get<MentorDesk>();

        await amina.HearAsync("i want to kill myself");
        Assert.Equal(DeskResult.WorryOpen, await desk.FinishAsync(act("done"), HandoffOutcome.Solved, CancellationToken.None));
        await world.WorkAsync();
        Assert.Equal((ConcernState.Taken, HandoffState.Active), await StatesAsync(world));

        Assert.Equal(DeskResult.Done, await desk.FinishAsync(act("how"), ConcernOutcome.Safe, CancellationToken.None));
        await world.WorkAsync();
        Assert.Equal((ConcernState.Ended, HandoffState.Ended), await StatesAsync(world));
    }

    /// <summary>The lead talks with her, about nothing that would worry anybody.</summary>
    private static async Task<(Talk Amina, Func<string, DeskAct> Act)> TalkAsync(World world)
    {
        var scheme = new Scheme(world, "done at the desk");
        await scheme.BeginAsync();
        Talk Of(Person person) => new(world, new Speaker(person.Name, "sms"), "done at the desk", scheme.OurNumber);
        var (tomas, amina) = (Of(Cast.Tomas), Of(Cast.Amina));
        await tomas.HearAsync($"JOIN {await scheme.InviteAsync(Cast.Tomas.Name)}");
        await scheme.MeetAsync($"{Cast.Tomas.Name} leads");
        foreach (var said in new[] { "hi", "person", "my photos" }) await amina.HearAsync(said);
        await tomas.HearAsync("TAKE");
        await using var db = await world.OpenAsync();
        var handoff = await db.Handoffs.SingleAsync();
        return (amina, form => new DeskAct(handoff.MentorId!.Value, handoff.Id, form));
    }

    private static async Task<(ConcernState, HandoffState)> StatesAsync(World world)
    {
        await using var db = await world.OpenAsync();
        return ((await db.Concerns.SingleAsync()).State, (await db.Handoffs.SingleAsync()).State);
    }
}
