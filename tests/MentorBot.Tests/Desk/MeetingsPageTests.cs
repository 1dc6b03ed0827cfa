using System.Net;

namespace MentorBot.Tests.Desk;

/// <summary>A mentor's meetings at the desk.</summary>
public class MeetingsPageTests(DeskedProgram program) : IClassFixture<DeskedProgram>
{
    [Fact]
    public async Task A_mentor_sees_his_own_meetings_without_numbers_and_calls_one_off_and_she_is_told_once()
    {
        var joan = Cast.Stranger();
        var (name, alias) = await program.BookAsync(joan, $"my photos, from {joan.Mobile}");
        var (his, other) = await OpenAsync(name);
        Assert.Contains(alias, his.Page, StringComparison.Ordinal);
        Assert.Contains("my photos, from ...", his.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(joan.Mobile[3..], his.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(alias, other.Page, StringComparison.Ordinal);
        var (id, sequence) = ShownIn(his, alias);

        await other.SendAsync("/desk/meetings?handler=CallOff", ("id", id), ("sequence", sequence), ("form", "off"));
        Assert.Equal((HttpStatusCode.Conflict, "This meeting is not yours, so nothing was done."), (other.Status, other.Problem));
        await his.SendAsync("/desk/meetings?handler=CallOff", ("id", id), ("sequence", "7"), ("form", "off"));
        Assert.Equal(HttpStatusCode.Conflict, his.Status);
        Assert.StartsWith("This meeting was changed meanwhile", his.Problem, StringComparison.Ordinal);
        for (var i = 0; i < 2; i++) await his.SendAsync("/desk/meetings?handler=CallOff", ("id", id), ("sequence", sequence), ("form", "off"));

        Assert.Equal(("/desk/meetings", HttpStatusCode.OK), (his.Path, his.Status));
        Assert.Contains("called off by the mentor", his.Page, StringComparison.Ordinal);
        await program.HearAsync(joan, $"Sorry, {name} can't make");
        await program.SayAsync(joan, "drop", 5);
        Assert.Single(await program.ScreenAsync(joan, 5), line => line.Body.StartsWith("Sorry", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_told_us_to_stop_is_told_nothing_and_he_sees_it()
    {
        var joan = Cast.Stranger();
        var (name, alias) = await program.BookAsync(joan, "my email");
        await program.SayAsync(joan, "STOP", 4);
        var (his, _) = await OpenAsync(name);
        var (id, sequence) = ShownIn(his, alias);
        Assert.Contains("Nothing that we write reaches them now.", his.Page, StringComparison.Ordinal);

        await his.SendAsync("/desk/meetings?handler=CallOff", ("id", id), ("sequence", sequence), ("form", $"off {id}"));

        using var grace = await program.SignInAsync("Grace");
        await grace.GoAsync("/desk/bookings");
        Assert.Matches($"(?s)To be told another way.*<strong>{alias}</strong> with {name}.*<strong>called off by the mentor</strong>", grace.Page);
        Assert.Equal(4, (await program.ScreenAsync(joan, 4)).Count(line => line.Direction == "out"));
    }

    [Fact]
    public async Task He_says_once_whether_she_came_when_it_is_over_and_not_before()
    {
        var joan = Cast.Stranger();
        var (name, alias) = await program.BookAsync(joan, "my letters");
        var (his, _) = await OpenAsync(name);
        var (id, _) = ShownIn(his, alias);
        await his.SendAsync("/desk/meetings?handler=Came", ("id", id), ("came", "false"), ("form", $"early {id}"));
        Assert.Equal(HttpStatusCode.Conflict, his.Status);

        using (await program.MoveClockAsync("6.00:00:00"))
        {
            using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (!(await his.GoAsync("/desk/meetings")).Page.Contains($"No, {alias} did not come", StringComparison.Ordinal)) await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, giveUp.Token);
        }
        await his.SendAsync("/desk/meetings?handler=Came", ("id", id), ("came", "false"), ("form", $"missed {id}"));

        Assert.Contains("they missed each other", his.Page, StringComparison.Ordinal);
        await his.SendAsync("/desk/meetings?handler=Came", ("id", id), ("came", "true"), ("form", $"came {id}"));
        Assert.Equal(HttpStatusCode.Conflict, his.Status);
        Assert.Contains("they missed each other", his.Page, StringComparison.Ordinal);
    }

    private async Task<(DeskClient His, DeskClient Other)> OpenAsync(string name)
    {
        var (his, other) = (await program.SignInAsync(name), await program.SignInAsync(name == "Sam" ? "Priya" : "Sam"));
        return (await his.GoAsync("/desk/meetings"), await other.GoAsync("/desk/meetings"));
    }

    private static (string Id, string Sequence) ShownIn(DeskClient his, string alias) => (
        his.Find($"""(?s)Call off: {alias}</summary>.*?name="id" value="(?<text>\d+)"""),
        his.Find($"""(?s)Call off: {alias}</summary>.*?name="sequence" value="(?<text>\d+)"""));
}
