using System.Net.Http.Json;

namespace MentorBot.Tests.AzureBot;

/// <summary>A contact centre carries the talk, and Sam, who is a mentor, has a phone.</summary>
public class HubAndMentorsTests(HubAndMentorsTests.OwnProgram program) : IClassFixture<HubAndMentorsTests.OwnProgram>
{
    [Fact]
    public async Task The_centre_hears_how_it_stands_while_a_mentor_has_her()
    {
        await program.AskAsync("taken");
        await program.TextAsync("TAKE", heardAfter: "is yours");
        await program.TellAsync(program.Status("taken", "accepted"));
        await program.TextAsync("Hello from Sam");
        await program.TextAsync("DONE", heardAfter: "is over");

        var sent = await program.SentAsync("taken", 10);

        Assert.Equal(["accepted", "completed", "failed too-late"], sent.Skip(4).Where(line => line.Split(' ')[0] is "accepted" or "failed" or "completed").Order(StringComparer.Ordinal));
        Assert.Equal(["Sam is here now:", "Sam: Hello from Sam", "Sam has to go"], sent.Skip(4).Where(line => line.StartsWith("Sam", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_a_centre_and_a_mentor_who_take_her_in_the_same_moment_one_has_her()
    {
        for (var round = 0; round < 8; round++)
        {
            var her = $"race-{round}";
            await program.AskAsync(her);

            await Task.WhenAll(program.TextAsync("TAKE"), program.TellAsync(program.Status(her, "accepted")));

            var sent = await program.SentAsync(her, 5);
            var isOutside = sent[4].StartsWith("A person is here", StringComparison.Ordinal);
            // A mentor's take is told to the centre first, and then to her; and the centre that comes after him is refused.
            if (!isOutside) Assert.Equal(["Sam is here now:", "accepted", "failed too-late"], (await program.SentAsync(her, 7)).Skip(4).Order(StringComparer.Ordinal));
            else await program.ScreenAsync("is over already");
            await program.TellAsync(program.Said(her, "NO PERSON"));
            await program.Connector.TakenInAsync(her, isOutside ? 7 : 9);
            await program.ForgetScreenAsync();
        }
    }

    [Theory]
    [InlineData("msteams")]
    [InlineData("directline")]
    [InlineData("webchat")]
    public async Task Of_what_is_no_hub_it_is_neither_asked_nor_believed_that_a_person_is_there(string channel)
    {
        var sent = 0;
        foreach (var text in new[] { "hi", "PERSON", "my photos" })
        {
            await program.TellAsync(program.Said(channel, text).Of(channel));
            await program.Connector.TakenInAsync(channel, ++sent);
        }

        foreach (var state in new[] { "accepted", "failed", "completed" }) await program.TellAsync(program.Status(channel, state).Of(channel));
        await program.TellAsync(program.Said(channel, "MORE").Of(channel));

        Assert.Equal(["I have asked our", "Tip 1 of 12:"], (await program.SentAsync(channel, 4)).Skip(2));
        await program.TellAsync(program.Said(channel, "NO PERSON").Of(channel));
        await program.Connector.TakenInAsync(channel, 5);
    }

    /// <summary>The program in Development, whose demo has mentors.</summary>
    public sealed class OwnProgram : HubProgram, IAsyncLifetime
    {
        private readonly Person _sam = Cast.Stranger();
        private int _seen;

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
            var join = (await Program.Process.LineAsync(line => line.Trim().StartsWith("Sam: JOIN ", StringComparison.Ordinal))).Split(':')[1].Trim();
            await TextAsync(join, heardAfter: "Sam");
        }

        /// <summary>Sam texts, and hears something with these words in it.</summary>
        public async Task TextAsync(string body, string? heardAfter = null)
        {
            using var texted = await Program.Http.PostAsJsonAsync("/try/sms", new { from = _sam.Mobile, body });
            if (heardAfter is not null) await ScreenAsync(heardAfter);
        }

        /// <summary>Waits until his phone shows something new with these words in it.</summary>
        public async Task ScreenAsync(string words)
        {
            using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (!(await LinesAsync()).Skip(_seen).Any(line => line.Body.Contains(words, StringComparison.Ordinal)))
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, giveUp.Token);
        }

        /// <summary>What his phone shows up to now is not new any more.</summary>
        public async Task ForgetScreenAsync() => _seen = (await LinesAsync()).Count;

        private async Task<List<Line>> LinesAsync() => (await Program.Http.GetFromJsonAsync<List<Line>>($"/try/sms?number={Uri.EscapeDataString(_sam.Mobile)}"))!;

        private sealed record Line(string Body);
    }
}
