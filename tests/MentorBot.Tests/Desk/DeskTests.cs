using System.Net;

namespace MentorBot.Tests.Desk;

/// <summary>The desk by its forms, as a browser without a script sends them.</summary>
public class DeskTests(DeskedProgram program) : IClassFixture<DeskedProgram>
{
    [Fact]
    public async Task Who_is_not_signed_in_sees_nothing_of_the_desk()
    {
        using var stranger = DeskClient.Stranger(program.Http.BaseAddress!);
        foreach (var path in new[] { "/desk", "/desk/talk/1", "/desk/search", "/desk/replies", "/desk/events", "/desk/files/1/0" })
        {
            await stranger.GoAsync(path);
            // Or she is led to where one signs in.
            Assert.True(stranger.Status == HttpStatusCode.Unauthorized || stranger.Path != path.Split('?')[0], path);
            Assert.DoesNotContain("id=\"desk\"", stranger.Page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_mentor_takes_talks_and_finishes_and_a_second_one_is_refused()
    {
        using var sam = await program.SignInAsync("Sam");
        using var priya = await program.SignInAsync("Priya");
        var joan = Cast.Stranger();
        var id = await program.AskAsync(joan, $"my photos, from {joan.Mobile}", sam);
        Assert.DoesNotContain(joan.Mobile[3..], sam.Page, StringComparison.Ordinal);
        await priya.GoAsync("/desk");

        await sam.SendAsync("/desk?handler=Take", ("id", id), ("form", "take"));
        Assert.Equal($"/desk/talk/{id}", sam.Path);
        await priya.SendAsync("/desk?handler=Take", ("id", id), ("form", "take"));
        Assert.Equal((HttpStatusCode.Conflict, "Somebody else was quicker and has it now. Thank you for being there."), (priya.Status, priya.Problem));

        for (var i = 0; i < 2; i++) await sam.SendAsync($"/desk/talk/{id}?handler=Reply", ("form", "reply"), ("text", "Hello <b>you</b>"));
        await program.ScreenAsync(joan, 4);
        await program.SayAsync(joan, "<script>alert(1)</script>", 4);
        await DeskedProgram.ReadAsync(sam, id, 3);
        Assert.Equal(["Hello <b>you</b>", "<script>alert(1)</script>"], sam.Words.Skip(1));
        Assert.DoesNotContain("<script>alert", sam.Page, StringComparison.Ordinal);

        await sam.SendAsync($"/desk/talk/{id}?handler=Done", ("form", "done"), ("outcome", "Solved"));
        var screen = await program.ScreenAsync(joan, 5);
        Assert.Equal(["Sam: Hello <b>you</b>"], screen.Where(line => line.Body.StartsWith("Sam:", StringComparison.Ordinal)).Select(line => line.Body));
        Assert.StartsWith("Sam has to go now.", screen[^1].Body, StringComparison.Ordinal);
        Assert.Contains("This talk is over. You finished it: Solved.", (await sam.GoAsync($"/desk/talk/{id}")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_be_a_mentors_own_cry_goes_to_nobody_until_he_says_that_it_is_hers()
    {
        using var sam = await program.SignInAsync("Sam");
        var joan = Cast.Stranger();
        var id = await program.AskAsync(joan, "a letter", sam);
        await sam.SendAsync("/desk?handler=Take", ("id", id), ("form", $"take {id}"));

        await sam.SendAsync($"/desk/talk/{id}?handler=Reply", ("form", $"cry {id}"), ("text", "I want to die too, ring me on 01632 960 123"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sam.Status);
        Assert.Contains("it may be about you", sam.Problem, StringComparison.Ordinal);
        Assert.Contains("116 123", sam.Problem, StringComparison.Ordinal);
        Assert.Contains("I want to die too", sam.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(sam.Words, words => words.Contains("die too", StringComparison.Ordinal));

        await sam.SendAsync($"/desk/talk/{id}?handler=Reply", ("form", $"hers {id}"), ("text", "I want to die too, ring me on 01632 960 123"), ("whose", "theirs"));
        Assert.StartsWith("This was not sent yet. It has a number", sam.Problem, StringComparison.Ordinal);
        Assert.Contains("name=\"whose\" value=\"theirs\"", sam.Page, StringComparison.Ordinal);

        await sam.SendAsync($"/desk/talk/{id}?handler=Reply", ("form", $"asked {id}"), ("text", "Do you want to kill yourself?"));
        Assert.Equal("Sam: Do you want to kill yourself?", (await program.ScreenAsync(joan, 4))[^1].Body);
    }

    [Fact]
    public async Task A_talk_is_shown_to_nobody_who_neither_holds_it_nor_was_asked()
    {
        using var sam = await program.SignInAsync("Sam");
        using var priya = await program.SignInAsync("Priya");
        var id = await program.AskAsync(Cast.Stranger(), "a thing of mine", sam);
        await sam.SendAsync("/desk?handler=Take", ("id", id), ("form", $"take {id}"));

        Assert.Equal(HttpStatusCode.NotFound, (await priya.GoAsync($"/desk/talk/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await priya.GoAsync("/desk/talk/999999")).Status);
        await priya.GoAsync("/desk");
        foreach (var (handler, field) in new[] { ("Reply", "text"), ("Note", "note"), ("Pass", "word"), ("LookOn", "who"), ("Done", "outcome") })
            Assert.NotEqual(HttpStatusCode.OK, (await priya.SendAsync($"/desk/talk/{id}?handler={handler}", ("form", $"p {handler} {id}"), (field, field == "outcome" ? "Solved" : "1"))).Status);
        Assert.DoesNotContain("a thing of mine", priya.Page, StringComparison.Ordinal);
        await sam.SendAsync($"/desk/talk/{id}?handler=Done", ("form", $"done {id}"), ("outcome", "Solved"));
    }

    [Fact]
    public async Task A_talk_is_not_passed_to_a_colleague_who_is_away()
    {
        using var sam = await program.SignInAsync("Sam");
        using var priya = await program.SignInAsync("Priya");
        var joan = Cast.Stranger();
        var id = await program.AskAsync(joan, "a thing to pass on", sam);
        await sam.SendAsync("/desk?handler=Take", ("id", id), ("form", $"take {id}"));
        await priya.GoAsync("/desk");
        await priya.SendAsync("/desk?handler=Away", ("away", "true"), ("form", $"away {id}"));
        await sam.GoAsync($"/desk/talk/{id}");
        var colleague = sam.Find("""<option value="(?<text>\d+)"[^>]*>Priya""");

        await sam.SendAsync($"/desk/talk/{id}?handler=Pass", ("form", $"pass {id}"), ("to", colleague));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sam.Status);
        Assert.StartsWith("That colleague is away", sam.Problem, StringComparison.Ordinal);
        await sam.SendAsync($"/desk/talk/{id}?handler=Reply", ("form", $"reply {id}"), ("text", "I am still here"));
        Assert.Equal("Sam: I am still here", (await program.ScreenAsync(joan, 4))[^1].Body);
        await priya.SendAsync("/desk?handler=Away", ("away", "false"), ("form", $"back {id}"));
        await sam.SendAsync($"/desk/talk/{id}?handler=Pass", ("form", $"pass again {id}"), ("to", colleague));
        Assert.Equal("/desk", sam.Path);
        await priya.SendAsync("/desk?handler=Decline", ("id", id), ("form", $"no {id}"));
    }

    [Fact]
    public async Task What_cannot_be_taken_is_said_and_what_he_wrote_stays()
    {
        using var sam = await program.SignInAsync("Sam");
        var id = await program.AskAsync(Cast.Stranger(), "something else", sam);
        await sam.SendAsync("/desk?handler=Take", ("id", id), ("form", $"take {id}"));

        await sam.SendAsync($"/desk/talk/{id}?handler=Reply", ("form", $"1 {id}"), ("text", " \r\n "));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Write something first."), (sam.Status, sam.Problem));
        await sam.SendAsync($"/desk/talk/{id}?handler=Reply", ("form", $"2 {id}"), ("text", new string('a', 1501)));
        Assert.Equal("That is too long. Please make it shorter.", sam.Problem);
        await sam.SendAsync($"/desk/talk/{id}?handler=Reply", ("form", $"3 {id}"), ("text", "Write to sam@example.org"));
        Assert.Contains("not sent yet", sam.Problem, StringComparison.Ordinal);
        Assert.Contains("Write to sam@example.org</textarea>", sam.Page, StringComparison.Ordinal);
        await sam.SendAsync($"/desk/talk/{id}?handler=Done", ("form", $"4 {id}"), ("outcome", "Whatever"));
        Assert.Equal("Choose how it went.", sam.Problem);
        await sam.SendForgedAsync($"/desk/talk/{id}?handler=Reply", ("form", $"5 {id}"), ("text", "forged"));
        Assert.Equal(HttpStatusCode.BadRequest, sam.Status);

        await sam.GoAsync($"/desk/talk/{id}");
        Assert.Single(sam.Words);
        await sam.SendAsync($"/desk/talk/{id}?handler=Done", ("form", $"done {id}"), ("outcome", "Solved"));
    }

    [Fact]
    public async Task A_form_that_is_edited_before_it_is_sent_again_is_another_and_what_was_refused_stays_to_be_mended()
    {
        using var sam = await program.SignInAsync("Sam");
        var joan = Cast.Stranger();
        var id = await program.AskAsync(joan, "an answer that was lost", sam);
        await sam.SendAsync("/desk?handler=Take", ("id", id), ("form", $"take {id}"));
        await program.ScreenAsync(joan, 3);

        foreach (var words in new[] { "one", "one", "one and two" }) await sam.SendAsync($"/desk/talk/{id}?handler=Reply", ("form", $"same {id}"), ("text", words));
        await DeskedProgram.ReadAsync(sam, id, 3);
        Assert.Equal(["one", "one and two"], sam.Words.Skip(1));

        await sam.SendAsync($"/desk/talk/{id}?handler=Note", ("form", $"note {id}"), ("note", new string('n', 2001)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sam.Status);
        Assert.Contains($"{new string('n', 2001)}</textarea>", sam.Page, StringComparison.Ordinal);
        Assert.Contains("<details id=\"d-note\" open=\"open\">", sam.Page, StringComparison.Ordinal);
        await sam.SendAsync($"/desk/talk/{id}?handler=Pass", ("form", $"pass {id}"), ("to", "999999"), ("word", "be kind"));
        Assert.Contains("be kind</textarea>", sam.Page, StringComparison.Ordinal);
        await sam.SendAsync($"/desk/talk/{id}?handler=Done", ("form", $"done {id}"), ("outcome", "Solved"));
        await program.ScreenAsync(joan, 6);
        await sam.SendAsync($"/desk/talk/{id}?handler=Note", ("form", $"late {id}"), ("note", "she was nervous"));
        Assert.Equal(HttpStatusCode.Conflict, sam.Status);
        Assert.Contains("she was nervous", sam.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_it_next_sees_who_had_it_and_she_is_found_by_what_it_was_about()
    {
        using var sam = await program.SignInAsync("Sam");
        using var priya = await program.SignInAsync("Priya");
        var joan = Cast.Stranger();
        var id = await program.AskAsync(joan, "my marmalade recipe", sam);
        await sam.SendAsync("/desk?handler=Take", ("id", id), ("form", $"take {id}"));
        await program.ScreenAsync(joan, 3);
        await sam.SendAsync($"/desk/talk/{id}?handler=Pass", ("form", $"pass {id}"), ("to", sam.Find("""<option value="(?<text>\d+)">Priya""")), ("word", "go slowly"));
        await program.ScreenAsync(joan, 4);
        await priya.GoAsync("/desk");
        Assert.Contains("was with Sam before", priya.Page, StringComparison.Ordinal);

        await priya.SendAsync("/desk?handler=Take", ("id", id), ("form", $"take {id}"));

        Assert.Contains("Was with</dt><dd>Sam before.", priya.Page, StringComparison.Ordinal);
        Assert.Contains("my marmalade recipe", priya.Page, StringComparison.Ordinal);
        Assert.Contains("go slowly", priya.Page, StringComparison.Ordinal);
        await priya.GoAsync("/desk/search");
        await priya.SendAsync("/desk/search", ("q", "Marmalade"));
        Assert.Contains($"/desk/talk/{id}", priya.Page, StringComparison.Ordinal);
        await priya.GoAsync("/desk/search?q=marmalade");
        Assert.DoesNotContain("my marmalade recipe", priya.Page, StringComparison.Ordinal);
        await priya.GoAsync($"/desk/talk/{id}");
        await priya.SendAsync($"/desk/talk/{id}?handler=Done", ("form", $"done {id}"), ("outcome", "Solved"));
    }

    [Fact]
    public async Task She_stops_and_what_he_writes_after_that_goes_nowhere()
    {
        using var sam = await program.SignInAsync("Sam");
        var joan = Cast.Stranger();
        var id = await program.AskAsync(joan, "never mind what", sam);
        await sam.SendAsync("/desk?handler=Take", ("id", id), ("form", $"take {id}"));
        await program.ScreenAsync(joan, 3);
        await program.SayAsync(joan, "STOP", 4);

        await sam.SendAsync($"/desk/talk/{id}?handler=Reply", ("form", $"late {id}"), ("text", "are you there?"));

        Assert.Equal((HttpStatusCode.Conflict, "This is over already. Nothing more was sent."), (sam.Status, sam.Problem));
        Assert.DoesNotContain(await program.ScreenAsync(joan, 4), line => line.Body.Contains("are you there", StringComparison.Ordinal));
        Assert.Contains("This talk is over. They told us to stop, or left in a hurry.", (await sam.GoAsync($"/desk/talk/{id}")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_she_does_not_want_to_send_is_not_shown_and_one_in_a_cry_for_help_is_left_out()
    {
        using var sam = await program.SignInAsync("Sam");
        var joan = Cast.Stranger();
        var id = await program.AskAsync(joan, "to talk", sam);
        await sam.SendAsync("/desk?handler=Take", ("id", id), ("form", $"take {id}"));
        await program.ScreenAsync(joan, 3);

        await program.SayAsync(joan, "I am on 01632 960 123", 4);
        await program.SayAsync(joan, "2", 5);
        await program.SayAsync(joan, "I want to kill myself, ring 01632 960 124", 6);
        await DeskedProgram.ReadAsync(sam, id, 2);

        Assert.Equal("I want to kill myself, ring ...", sam.Words[^1]);
        Assert.DoesNotContain("960 12", sam.Page, StringComparison.Ordinal);
        await sam.SendAsync($"/desk/talk/{id}?handler=Done", ("form", $"done {id}"), ("outcome", "Solved"));
    }

    [Fact]
    public async Task A_stream_tells_of_news_and_ends_with_the_mentors_rights()
    {
        using var sam = await program.SignInAsync("Sam");
        using var wilma = await program.JoinAsync("Wilma");
        using var news = await wilma.ListenAsync();
        var first = await StateAsync(news);
        await program.AskAsync(Cast.Stranger(), "news", sam);
        Assert.NotEqual(first, await StateAsync(news));

        new Memory(program.Folder).Execute("UPDATE \"Mentors\" SET \"WithdrawnAt\" = 1 WHERE \"Name\" = 'Wilma'");

        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await news.ReadLineAsync(giveUp.Token) is not null)
        {
            // What was on its way, and then the end.
        }
        Assert.Equal("/desk/sign-in", (await wilma.GoAsync("/desk")).Path);
    }

    private static async Task<string> StateAsync(StreamReader news)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await news.ReadLineAsync(giveUp.Token) is { } line)
        {
            if (line.StartsWith("data: {\"mark\"", StringComparison.Ordinal)) return line;
        }
        throw new EndOfStreamException("The stream ended.");
    }
}
