using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MentorBot.Tests.DirectLine;

/// <summary>A program that shows a chat asks for a person by the Bot Framework's events, and hears by them how that stands. Sam, who is a mentor, has a phone.</summary>
public class HandoffEventTests(HandoffEventTests.OwnProgram program) : IClassFixture<HandoffEventTests.OwnProgram>
{
    [Fact]
    public async Task A_program_asks_for_a_person_and_hears_when_he_comes_and_goes()
    {
        var chat = await program.BeginAsync();
        await chat.SayAsync("hi");
        await chat.AnswersAsync(1);
        await PostEventAsync(chat, "handoff.initiate", """{"skill":"photos"}""");
        await chat.AnswersAsync(2);
        await chat.SayAsync("my photos");
        await chat.AnswersAsync(3);

        await program.TextAsync("TAKE");
        await chat.AnswersAsync(5);
        await program.TextAsync("DONE");

        var statuses = (await chat.AnswersAsync(7)).Where(activity => (string?)activity["type"] == "event" && WireChat.IsBots(activity)).ToList();
        Assert.Equal(["""{"state":"accepted"}""", """{"state":"completed"}"""], statuses.Select(status => status["value"]!.ToJsonString()));
        Assert.All(statuses, status =>
        {
            Assert.Equal(("handoff.status", chat.Id), ((string?)status["name"], (string?)status["conversation"]!["id"]));
            Assert.Null(status["text"]);
        });
    }

    [Fact]
    public async Task What_a_program_says_became_of_it_changes_nothing()
    {
        var chat = await program.BeginAsync();
        await chat.SayAsync("PERSON");
        await chat.AnswersAsync(1);
        await chat.SayAsync("my phone");
        await chat.AnswersAsync(2);

        foreach (var state in new[] { "accepted", "failed", "completed" }) await PostEventAsync(chat, "handoff.status", $$"""{"state":"{{state}}"}""");
        await chat.SayAsync("MORE");
        await chat.AnswersAsync(3);
        await chat.SayAsync("NO PERSON");

        var answers = (await chat.AnswersAsync(5)).Where(WireChat.IsBots).ToList();
        Assert.StartsWith("Tip 1 of 12", WireChat.TextOf(answers[2]), StringComparison.Ordinal);
        Assert.Equal("""{"state":"failed","message":"withdrawn"}""", answers[4]["value"]!.ToJsonString());
    }

    [Fact]
    public async Task Whoever_leaves_in_a_hurry_is_sent_nothing_at_all()
    {
        var chat = await program.BeginAsync();
        await chat.SayAsync("PERSON");
        await chat.AnswersAsync(1);
        await chat.SayAsync("my phone");
        await chat.AnswersAsync(2);

        await chat.SayAsync("EXIT");
        await chat.SayAsync("MENU");

        var answers = (await chat.AnswersAsync(3)).Where(WireChat.IsBots).ToList();
        Assert.All(answers, answer => Assert.Equal("message", (string?)answer["type"]));
    }

    private static async Task PostEventAsync(WireChat chat, string name, string value)
    {
        var answer = await chat.PostJsonAsync(new JsonObject { ["type"] = "event", ["name"] = name, ["value"] = JsonNode.Parse(value), ["from"] = new JsonObject { ["id"] = "dl_joan" } }.ToJsonString());
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
    }

    /// <summary>The program in Development, whose demo has mentors.</summary>
    public sealed class OwnProgram : ChattedProgram, IAsyncLifetime
    {
        private readonly Person _sam = Cast.Stranger();

        protected override IDictionary<string, string> Settings
        {
            get
            {
                var settings = base.Settings;
                settings["ASPNETCORE_ENVIRONMENT"] = "Development";
                return settings;
            }
        }

        async ValueTask IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            var join = await Program.Process.LineAsync(line => line.Trim().StartsWith("Sam: JOIN ", StringComparison.Ordinal));
            await TextAsync(join.Split(':')[1].Trim());
        }

        /// <summary>Sam texts.</summary>
        public async Task TextAsync(string body)
        {
            using var texted = await Http.PostAsJsonAsync("/try/sms", new { from = _sam.Mobile, body });
        }
    }
}
