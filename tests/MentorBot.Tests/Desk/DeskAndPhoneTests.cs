using System.Net;

namespace MentorBot.Tests.Desk;

/// <summary>A mentor who is at the desk and has a phone, and what else comes to a desk: files, a coordinator.</summary>
public class DeskAndPhoneTests(DeskedProgram program) : IClassFixture<DeskedProgram>
{
    [Fact]
    public async Task A_mentor_goes_on_at_the_desk_or_on_the_phone_and_hears_of_offers_where_she_chose()
    {
        var (phone, joan, bron) = (Cast.Stranger(), Cast.Stranger(), Cast.Stranger());
        await program.SayAsync(phone, await program.JoinOrderAsync("Sam"), 1);
        using var sam = await program.SignInAsync("Sam");
        var id = await program.AskAsync(joan, "my photos", sam);
        Assert.Contains("wants a mentor", (await program.ScreenAsync(phone, 2))[^1].Body, StringComparison.Ordinal);

        // At the desk her words go to no phone.
        await sam.SendAsync("/desk?handler=Take", ("id", id), ("form", "take"));
        await program.SayAsync(joan, "one", 3);
        await DeskedProgram.ReadAsync(sam, id, 2);
        // He writes by phone, and hears there from now on; the desk shows all of it.
        await program.SayAsync(phone, "from the bus", 2);
        Assert.Equal("Sam: from the bus", (await program.ScreenAsync(joan, 4))[^1].Body);
        await program.SayAsync(joan, "two", 4);
        Assert.Equal("two", (await program.ScreenAsync(phone, 3))[^1].Body);
        await DeskedProgram.ReadAsync(sam, id, 4);
        Assert.Equal(["one", "from the bus", "two"], sam.Words.Skip(1));
        await sam.SendAsync($"/desk/talk/{id}?handler=Done", ("form", "done"), ("outcome", "Solved"));
        await program.ScreenAsync(joan, 5);

        await sam.GoAsync("/desk");
        await sam.SendAsync("/desk?handler=Hear", ("by", "Desk"), ("form", "hear"));
        var other = await program.AskAsync(bron, "my email", sam);
        Assert.Equal(3, (await program.ScreenAsync(phone, 3)).Count(line => line.Direction == "out"));
        await sam.SendAsync("/desk?handler=Decline", ("id", other), ("form", "decline"));
        Assert.DoesNotContain(other, sam.Waiting);
    }

    [Fact]
    public async Task A_coordinator_looks_on_at_a_talk_of_the_scheme_and_another_mentor_does_not()
    {
        using var priya = await program.SignInAsync("Priya");
        using var nerys = await program.JoinAsync("Nerys", isCoordinator: true);
        using var tomas = await program.JoinAsync("Tomas");
        var id = await program.AskAsync(Cast.Stranger(), "a thing of mine", priya);
        await priya.SendAsync("/desk?handler=Take", ("id", id), ("form", "take"));

        await nerys.GoAsync("/desk");
        Assert.Contains("with Priya", nerys.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("a thing of mine", nerys.Page, StringComparison.Ordinal);
        await nerys.SendAsync("/desk?handler=LookOn", ("id", id), ("form", "look"));
        Assert.Equal($"/desk/talk/{id}", nerys.Path);
        Assert.Contains("Looking on</dt><dd>Nerys", (await priya.GoAsync($"/desk/talk/{id}")).Page, StringComparison.Ordinal);

        await tomas.GoAsync("/desk");
        Assert.NotEqual(HttpStatusCode.OK, (await tomas.SendAsync("/desk?handler=LookOn", ("id", id), ("form", "look"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await tomas.GoAsync($"/desk/talk/{id}")).Status);
        await priya.SendAsync($"/desk/talk/{id}?handler=Done", ("form", "done"), ("outcome", "Solved"));
    }
}
