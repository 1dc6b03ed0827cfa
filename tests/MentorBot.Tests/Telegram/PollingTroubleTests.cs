namespace MentorBot.Tests.Telegram;

public class PollingTroubleTests(PollingTroubleTests.OwnProgram program) : IClassFixture<PollingTroubleTests.OwnProgram>
{
    private readonly Memory _memory = new(program.Folder);

    [Fact]
    public async Task A_process_that_is_killed_before_it_confirmed_what_it_stored_answers_once()
    {
        var joan = Cast.Stranger();
        // The asking that is under way brings the message; no later one reaches Telegram, so nothing is confirmed.
        await program.Telegram.WhenPolledAsync();
        program.Telegram.AnswerTo = method => method == "getUpdates" ? FakeAnswer.Page(502) : null;
        program.Telegram.Tell(FakeTelegramUpdates.Message(joan, "/start"));
        await program.ReplyAsync(joan);
        await SettledAsync();
        Assert.Equal(1, program.Telegram.Unconfirmed);

        program.Telegram.AnswerTo = _ => null;
        await program.RestartAsync();
        await program.Telegram.WhenPolledAsync();
        program.Telegram.Tell(FakeTelegramUpdates.Message(joan, "1"));

        Assert.StartsWith("Tip 1 of 12", (await program.ReplyAsync(joan, 2)).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await program.Telegram.TakenForAsync(joan, 2)).Count);
    }

    [Fact]
    public async Task A_second_poller_is_survived_with_a_line_in_the_log()
    {
        var joan = Cast.Stranger();
        await program.Telegram.WhenPolledAsync();
        using var other = new HttpClient();
        using var theirs = await other.PostAsync(
            $"{program.Telegram.BaseUrl}/bot{FakeTelegram.Token}/getUpdates", new StringContent("""{"timeout":0}""", System.Text.Encoding.UTF8, "application/json"));
        await program.Program.Process.LineAsync(line => line.Contains("Somebody else fetches this bot's updates", StringComparison.Ordinal));

        program.Telegram.Tell(FakeTelegramUpdates.Message(joan, "/start"));

        Assert.NotEmpty((await program.ReplyAsync(joan)).Text);
    }

    [Fact]
    public async Task An_update_is_not_confirmed_while_the_database_is_away_and_answered_once_when_it_is_back()
    {
        var joan = Cast.Stranger();
        using (_memory.Without("Inbox"))
        {
            program.Telegram.Tell(FakeTelegramUpdates.Message(joan, "/start"));
            await program.Program.Process.LineAsync(line => line.Contains("TelegramPoller failed", StringComparison.Ordinal));
            Assert.Equal(1, program.Telegram.Unconfirmed);
        }

        Assert.NotEmpty((await program.ReplyAsync(joan)).Text);
        program.Telegram.Tell(FakeTelegramUpdates.Message(joan, "1"));
        Assert.StartsWith("Tip 1 of 12", (await program.ReplyAsync(joan, 2)).Text, StringComparison.Ordinal);
    }

    // A reply whose answer was not recorded would be in doubt, and sent again.
    private async Task SettledAsync()
    {
        while (_memory.Count("SELECT COUNT(*) FROM Outbox WHERE ProviderId IS NULL") > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    public sealed class OwnProgram() : TelegrammedProgram("Polling");
}
