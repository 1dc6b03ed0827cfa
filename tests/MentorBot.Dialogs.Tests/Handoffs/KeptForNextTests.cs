using MentorBot.Dialogs.Tests.Transcripts;
using MentorBot.Mentoring.Desk;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Dialogs.Tests.Handoffs;

public class KeptForNextTests
{
    [Theory]
    [InlineData("handoff-withdrawn", "hello Tomas")]
    [InlineData("handoff-withdrawn-at-the-desk", "ring me on ...")]
    public async Task The_desk_of_the_next_mentor_shows_what_she_wrote_to_one_who_was_gone(string name, string words)
    {
        // A world of its own: others let weeks go by, and then words are erased.
        await using var world = new World();
        await world.InitializeAsync();
        await world.PerformAsync(name);
        await using var db = await world.OpenAsync();
        var scheme = await db.Schemes.SingleAsync(one => one.Name == name, TestContext.Current.CancellationToken);
        var priya = await db.Mentors.SingleAsync(one => one.SchemeId == scheme.Id && one.Name == "Priya", TestContext.Current.CancellationToken);
        var handoff = await db.Handoffs.SingleAsync(one => one.SchemeId == scheme.Id, TestContext.Current.CancellationToken);

        var lines = await world.Get<TalkLines>().ReadAsync(db, handoff, TestContext.Current.CancellationToken);

        Assert.Equal(priya.Id, handoff.MentorId);
        Assert.Equal(words, lines.First(line => line.Side == TalkSide.Mentee).Text);
    }
}
