using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Tests.Handoffs;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Desk;

public sealed class DeskTalksTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task He_sees_what_was_said_since_he_took_it_and_nothing_that_she_wrote_before(DatabaseProvider database)
    {
        await using var world = await DeskWorld.AskedAsync(database, "Tomas");
        await world.HearAsync(Cast.Amina, "a secret");
        Assert.Empty((await world.TalkAsync("Tomas"))!.Lines);
        await world.TakeAsync("Tomas");
        await world.RunAsync();
        await world.HearAsync(Cast.Amina, "help me");
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.WriteAsync("Tomas", "gladly", "form 1");
        await world.RunAsync();

        var talk = (await world.TalkAsync("Tomas"))!;

        Assert.Equal(DeskRole.Holder, talk.Role);
        Assert.Equal([(TalkSide.Mentor, HandoffWorld.Here), (TalkSide.Mentee, "help me"), (TalkSide.Mentor, "gladly")], talk.Lines.Select(line => (line.Side, line.Text!)));
        Assert.Equal(OutboxState.Accepted, talk.Lines[^1].State);
    }

    [Theory, EachDatabase]
    public async Task Who_takes_it_after_him_sees_the_notes_and_not_what_she_told_him(DatabaseProvider database)
    {
        await using var world = await DeskWorld.AskedAsync(database, "Tomas", "Priya");
        await world.TakeAsync("Tomas");
        await world.HearAsync(Cast.Amina, "a secret");
        await NoteAsync(world, "Tomas", "go slowly");
        await world.DoAsync("Tomas", "pass", (turn, handoff) => turn.ReturnAsync(handoff, "handoff.passed", Stop));
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.TakeAsync("Priya");

        Assert.Null(await world.TalkAsync("Tomas"));
        Assert.Equal(["go slowly", HandoffWorld.Here], (await world.TalkAsync("Priya"))!.Lines.Select(line => line.Text));
    }

    [Theory, EachDatabase]
    public async Task A_talk_is_nobodys_but_his_and_who_looks_on_at_it(DatabaseProvider database)
    {
        await using var world = await DeskWorld.AskedAsync(database, "Tomas", "Priya");
        await world.TakeAsync("Tomas");
        var priya = await world.MentorAsync("Priya");
        Assert.Null(await world.TalkAsync("Priya"));

        await world.DoAsync("Tomas", "look", (turn, handoff) => turn.LetLookOnAsync(handoff, priya, Stop));
        await world.HearAsync(Cast.Amina, "help me");
        Assert.Equal((DeskRole.Onlooker, "help me"), ((await world.TalkAsync("Priya"))!.Role, (await world.TalkAsync("Priya"))!.Lines[^1].Text));

        await world.DoAsync("Tomas", "done", (turn, handoff) =>
        {
            turn.Finish(handoff);
            return Task.CompletedTask;
        });
        await world.RunAsync();
        Assert.Null(await world.TalkAsync("Priya"));
        Assert.Equal(DeskRole.Held, (await world.TalkAsync("Tomas"))!.Role);
    }

    [Theory, EachDatabase]
    public async Task A_file_that_she_sent_is_found_by_whom_she_sent_it_to_alone(DatabaseProvider database)
    {
        await using var world = await DeskWorld.AskedAsync(database, "Tomas", "Priya");
        await world.TakeAsync("Tomas");
        var photo = new Activity(ActivityTypes.Message) { Text = "help me", Attachments = [new Attachment { ContentType = "image/png", ContentUrl = "upload:1" }] };
        await world.Here.Inbox.AcceptAsync(world.Message(Cast.Amina.Mobile, "help me") with { Activity = photo });
        await world.RunAsync();

        var line = (await world.TalkAsync("Tomas"))!.Lines[^1];
        Assert.Equal(["image/png"], line.Files);
        var talks = world.Here.Get<DeskTalks>();
        Assert.Equal("upload:1", (await talks.FindFileAsync(await world.MentorAsync("Tomas"), line.PassedId, 0, Stop))!.File.ContentUrl);
        Assert.Null(await talks.FindFileAsync(await world.MentorAsync("Tomas"), line.PassedId, 1, Stop));
        Assert.Null(await talks.FindFileAsync(await world.MentorAsync("Priya"), line.PassedId, 0, Stop));
    }

    [Theory, EachDatabase]
    public async Task His_own_talks_are_searched_and_nobody_elses(DatabaseProvider database)
    {
        await using var world = await DeskWorld.AskedAsync(database, "Tomas", "Priya");
        await world.TakeAsync("Tomas");
        await world.HearAsync(Cast.Amina, "zebra");
        var search = world.Here.Get<DeskSearch>();

        Assert.Equal("zebra", Assert.Single(await search.FindAsync(await world.MentorAsync("Tomas"), "ZEBR", Stop)).Line!.Text);
        Assert.Empty(await search.FindAsync(await world.MentorAsync("Tomas"), "giraffe", Stop));
        Assert.Empty(await search.FindAsync(await world.MentorAsync("Priya"), "zebra", Stop));
    }

    [Theory, EachDatabase]
    public async Task Each_thing_that_he_sees_leaves_another_mark_and_nothing_leaves_the_same(DatabaseProvider database)
    {
        await using var world = await DeskWorld.AskedAsync(database, "Tomas");
        var marks = new List<string> { (await world.StateAsync("Tomas")).Mark };
        Assert.Equal(marks[0], (await world.StateAsync("Tomas")).Mark);

        await world.TakeAsync("Tomas");
        marks.Add((await world.StateAsync("Tomas")).Mark);
        await world.RunAsync();
        marks.Add((await world.StateAsync("Tomas")).Mark);
        await world.HearAsync(Cast.Amina, "help me");
        marks.Add((await world.StateAsync("Tomas")).Mark);
        await world.HearAsync(Cast.Amina, "help me");
        marks.Add((await world.StateAsync("Tomas")).Mark);
        await NoteAsync(world, "Tomas", "go slowly");
        marks.Add((await world.StateAsync("Tomas")).Mark);

        Assert.Distinct(marks);
        Assert.True((await world.StateAsync("Tomas")).NewestWords > 0);
    }

    [Theory, EachDatabase]
    public async Task Notes_are_sealed_and_erased_when_words_are(DatabaseProvider database)
    {
        await using var world = await DeskWorld.AskedAsync(database, "Tomas");
        await world.TakeAsync("Tomas");
        await NoteAsync(world, "Tomas", "Quillfeather");
        var box = (await world.ReadAsync(db => db.HandoffNotes.SingleAsync())).Sealed!;
        Assert.DoesNotContain("Quillfeather", System.Text.Encoding.UTF8.GetString(box), StringComparison.Ordinal);

        world.Clock.Advance(TimeSpan.FromDays(Retention.MostDays + 1));
        await world.Here.Get<Retention>().EraseAsync(Stop);

        Assert.Null((await world.ReadAsync(db => db.HandoffNotes.SingleAsync())).Sealed);
        Assert.Equal(0, await world.ReadAsync(db => db.DeskForms.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Saved_replies_are_his_own_or_shared_by_his_scheme(DatabaseProvider database)
    {
        await using var world = await DeskWorld.AskedAsync(database, "Tomas", "Priya");
        var (tomas, priya, scheme) = (await world.MentorAsync("Tomas"), await world.MentorAsync("Priya"), await world.ReadAsync(db => db.Schemes.MinAsync(s => s.Id)));
        var replies = world.Here.Get<SavedReplies>();
        await replies.AddAsync(new(tomas, null), "Take your time.", Stop);
        await replies.AddAsync(new(null, scheme), "Hello!", Stop);
        Assert.Equal((DeskResult.Empty, DeskResult.TooLong), (await replies.AddAsync(new(tomas, null), " ", Stop), await replies.AddAsync(new(tomas, null), new string('a', SavedReply.Longest + 1), Stop)));

        Assert.Equal(["Take your time.", "Hello!"], (await replies.ReadAsync(tomas, scheme, Stop)).Select(reply => reply.Text));
        var shared = Assert.Single(await replies.ReadAsync(priya, scheme, Stop));
        Assert.Equal(("Hello!", true), (shared.Text, shared.IsShared));
        Assert.Equal(DeskResult.NotHis, await replies.ChangeAsync(new(priya, null), shared.Id, "mine", Stop));
        Assert.Equal(DeskResult.Done, await replies.ChangeAsync(new(null, scheme), shared.Id, text: null, Stop));
        Assert.Empty(await replies.ReadAsync(priya, scheme, Stop));
    }

    private static Task<DeskResult> NoteAsync(World world, string name, string words) => world.DoAsync(name, $"note {words}", async (turn, handoff) =>
        world.Here.Get<DeskNotes>().Add(turn, handoff, (await turn.Db.Mentors.FindAsync(handoff.MentorId))!, words));
}
