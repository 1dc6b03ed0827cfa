using System.Net;

namespace MentorBot.Tests.Desk;

/// <summary>A lead who has no phone: he is told at the desk, takes it there, and ends it there.</summary>
/// <remarks>Each test has a program of its own: what one leaves open stands on the desk of the next, and whoever looked a moment ago counts as being there.</remarks>
public sealed class ConcernAtDeskTests : IAsyncLifetime
{
    private const string Cry = "i want to kill myself";
    private const string Heading = "Somebody may be in danger</h2>";

    private readonly DeskedProgram _program = new();

    public ValueTask InitializeAsync() => _program.InitializeAsync();

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    [Fact]
    public async Task A_lead_without_a_phone_is_told_live_takes_it_and_ends_it_and_the_audit_says_how_he_was_told()
    {
        using var grace = await _program.SignInAsync("Grace");
        using var priya = await _program.SignInAsync("Priya");
        using var sam = await _program.SignInAsync("Sam");
        await SetLeadAsync(grace, "Priya");
        Assert.Contains("keep this page open", (await priya.GoAsync("/desk")).Page, StringComparison.Ordinal);
        using var news = await priya.ListenAsync();
        var before = await AlertAsync(news);

        var joan = Cast.Stranger();
        await _program.SayAsync(joan, Cry, 2);
        Assert.Contains("Shall I ask a person", (await _program.ScreenAsync(joan, 2))[^1].Body, StringComparison.Ordinal);
        Assert.NotEqual(before, await AlertAsync(news));
        await priya.GoAsync("/desk/search");
        Assert.Contains("Somebody may be in danger, and nobody looks after it yet", priya.Page, StringComparison.Ordinal);
        await priya.GoAsync("/desk");
        var id = priya.Find("""name="concern" value="(?<text>\d+)" """.TrimEnd());
        Assert.Contains("Self-harm or suicide.", priya.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(Cry, priya.Page, StringComparison.Ordinal);

        await sam.GoAsync("/desk");
        Assert.DoesNotContain(Heading, sam.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await sam.SendAsync("/desk?handler=LookAfter", ("concern", id), ("form", "sams"))).Status);
        foreach (var form in new[] { "take", "take", "again" }) await priya.SendAsync("/desk?handler=LookAfter", ("concern", id), ("form", form));
        Assert.Equal((HttpStatusCode.OK, "/desk"), (priya.Status, priya.Path));
        Assert.Contains("You look after it.", priya.Page, StringComparison.Ordinal);
        await grace.GoAsync($"/desk/concerns/{id}");
        Assert.Contains(": Priya, at the desk", grace.Page, StringComparison.Ordinal);
        Assert.Contains("Priya looks after it", grace.Page, StringComparison.Ordinal);

        await priya.SendAsync("/desk?handler=DealtWith", ("concern", id), ("form", "says nothing"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Choose how they are."), (priya.Status, priya.Problem));
        await priya.SendAsync("/desk?handler=DealtWith", ("concern", id), ("form", "end"), ("safety", "Safe"));
        Assert.DoesNotContain("You look after it.", priya.Page, StringComparison.Ordinal);
        await priya.SendAsync("/desk?handler=DealtWith", ("concern", id), ("form", "end again"), ("safety", "Safe"));
        Assert.Equal((HttpStatusCode.Conflict, "This is over already. Nothing more was sent."), (priya.Status, priya.Problem));
    }

    [Fact]
    public async Task Taking_whoever_wants_a_person_opens_the_talk_which_shows_the_concern_to_every_mentor_in_it()
    {
        using var grace = await _program.SignInAsync("Grace");
        using var priya = await _program.SignInAsync("Priya");
        await SetLeadAsync(grace, "Priya");
        using var news = await priya.ListenAsync();
        await AlertAsync(news);
        var joan = Cast.Stranger();
        await _program.SayAsync(joan, Cry, 2);
        await _program.SayAsync(joan, "1", 3);
        await priya.GoAsync("/desk");
        var id = priya.Find("""name="concern" value="(?<text>\d+)" """.TrimEnd());

        await priya.SendAsync("/desk?handler=LookAfter", ("concern", id), ("form", "takes her"));

        Assert.StartsWith("/desk/talk/", priya.Path, StringComparison.Ordinal);
        Assert.StartsWith("Priya is here now", (await _program.ScreenAsync(joan, 4))[^1].Body, StringComparison.Ordinal);
        Assert.Contains("<strong class=\"flag\">Concern</strong>", priya.Page, StringComparison.Ordinal);
        Assert.Contains("<strong>999</strong>", priya.Page, StringComparison.Ordinal);
        Assert.Contains("The safety lead is Priya.", priya.Page, StringComparison.Ordinal);
        var talk = priya.Path;
        Assert.Contains("Open the talk with", (await priya.GoAsync("/desk")).Page, StringComparison.Ordinal);
        await priya.GoAsync(talk);
        await priya.SendAsync($"{talk}?handler=Done", ("form", "asked"), ("outcome", "Solved"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Choose how they are."), (priya.Status, priya.Problem));
        await priya.SendAsync($"{talk}?handler=Done", ("form", "done"), ("safety", "Safe"));
        await _program.ScreenAsync(joan, 5);
        Assert.DoesNotContain(Heading, (await priya.GoAsync("/desk")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mentor_who_is_not_the_lead_sees_in_his_talk_that_she_cried_for_help_and_what_to_say()
    {
        using var grace = await _program.SignInAsync("Grace");
        await SetLeadAsync(grace, "Priya");
        using var sam = await _program.SignInAsync("Sam");
        var joan = Cast.Stranger();
        var id = await _program.AskAsync(joan, "my photos", sam);
        await sam.SendAsync("/desk?handler=Take", ("id", id), ("form", $"take {id}"));
        await _program.ScreenAsync(joan, 3);
        Assert.DoesNotContain("id=\"advice\"", sam.Page, StringComparison.Ordinal);

        await _program.SayAsync(joan, Cry, 4);
        await DeskedProgram.ReadAsync(sam, id, 2);

        Assert.Contains("<h2 id=\"advice\">Self-harm or suicide</h2>", sam.Page, StringComparison.Ordinal);
        Assert.Contains("Nobody looks after it yet. The safety lead is Priya.", sam.Page, StringComparison.Ordinal);
        Assert.Contains(">Concern</strong>", (await sam.GoAsync("/desk")).Page, StringComparison.Ordinal);
        await sam.GoAsync($"/desk/talk/{id}");
        await sam.SendAsync($"/desk/talk/{id}?handler=Done", ("form", $"done {id}"), ("outcome", "Solved"));
    }

    private static async Task SetLeadAsync(DeskClient grace, string name)
    {
        await grace.GoAsync("/desk/duty");
        await grace.SendAsync("/desk/duty", ("lead", grace.Find($"""<option value="(?<text>\d+)"[^>]*>{name} \(no phone""")), ("deputy", ""), ("zone", "Europe/London"));
        Assert.Contains("Saved.", grace.Page, StringComparison.Ordinal);
    }

    // When the newest alert was, as the stream tells it; waits for the next time that it tells something.
    private static async Task<string> AlertAsync(StreamReader news)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await news.ReadLineAsync(giveUp.Token) is { } line)
        {
            if (line.StartsWith("data: {\"mark\"", StringComparison.Ordinal)) return line[line.IndexOf("\"newestAlert\"", StringComparison.Ordinal)..];
        }
        throw new EndOfStreamException("The stream ended.");
    }
}
