using System.Text.Json.Nodes;

namespace MentorBot.Tests.Telegram;

public class PollingTests(PollingTests.PollingProgram program) : IClassFixture<PollingTests.PollingProgram>
{
    private readonly Memory _memory = new(program.Folder);

    [Fact]
    public async Task A_first_talk_goes_from_start_by_buttons_to_the_first_tip()
    {
        var joan = Cast.Stranger();

        program.Telegram.Tell(FakeTelegramUpdates.Message(joan, "/start"));
        var welcome = await program.ReplyAsync(joan);
        Assert.StartsWith("Hello, I'm MentorBot", welcome.Text, StringComparison.Ordinal);
        Assert.Equal(["A tip to try", "What is this?", "Cymraeg"], welcome.Labels);

        program.Telegram.Tell(FakeTelegram.PressOf(joan, welcome, "A tip to try", "press-7"));
        var tip = await program.ReplyAsync(joan, 2);
        Assert.StartsWith("Tip 1 of 12", tip.Text, StringComparison.Ordinal);
        Assert.Contains("press-7", (await program.Telegram.CallsOfAsync("answerCallbackQuery", 1)).Select(call => (string?)call["callback_query_id"]));

        program.Telegram.Tell(FakeTelegramUpdates.Message(joan, "/more"));
        Assert.StartsWith("Tip 2 of 12", (await program.ReplyAsync(joan, 3)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_commands_are_listed_in_English_and_Welsh()
    {
        var lists = await program.Telegram.CallsOfAsync("setMyCommands", 2);

        Assert.Equal(new string?[] { null, "cy" }.Order(StringComparer.Ordinal), lists.Select(list => (string?)list["language_code"]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(lists, list => Assert.Equal(8, list["commands"]!.AsArray().Count));
    }

    [Fact]
    public async Task Whoever_blocks_the_bot_is_out_of_reach_until_she_lets_it_in_again()
    {
        var (joan, amina) = (Cast.Stranger(), Cast.Stranger());
        program.Telegram.Tell(FakeTelegramUpdates.Message(joan, "/start"));
        await program.ReplyAsync(joan);

        program.Telegram.Tell(FakeTelegramUpdates.Membership(joan, "kicked", Now()));
        await WriteAndReadAsync(amina, 1);
        Assert.Equal(1, _memory.Count("SELECT COUNT(*) FROM Addresses WHERE UnusableBecause = 'blocked'"));

        program.Telegram.Tell(FakeTelegramUpdates.Membership(joan, "member", Now()));
        program.Telegram.Tell(FakeTelegramUpdates.Message(joan, "more"));
        Assert.StartsWith("Tip 1", (await program.ReplyAsync(joan, 2)).Text, StringComparison.Ordinal);
        Assert.Equal(0, _memory.Count("SELECT COUNT(*) FROM Addresses WHERE UnusableBecause IS NOT NULL"));
    }

    [Fact]
    public async Task Groups_strangers_who_block_and_what_cannot_be_read_make_no_mentee_and_hold_up_nobody()
    {
        var (group, stranger, amina) = (Cast.Stranger(), Cast.Stranger(), Cast.Stranger());
        await WriteAndReadAsync(Cast.Stranger(), 1);
        var before = _memory.Count("SELECT COUNT(*) FROM Mentees");

        program.Telegram.Tell(FakeTelegramUpdates.InGroup(FakeTelegramUpdates.Message(group, "hello")));
        program.Telegram.Tell(FakeTelegramUpdates.Membership(stranger, "kicked"));
        var poison = program.Telegram.Tell(new JsonObject { ["message"] = "poison" });
        await WriteAndReadAsync(amina, 1);
        await program.Telegram.WhenPolledAsync();

        Assert.Equal(before + 1, _memory.Count("SELECT COUNT(*) FROM Mentees"));
        Assert.Equal(1, _memory.Count("SELECT COUNT(*) FROM Incidents WHERE Kind = 'telegram.unreadable' AND Code = 'message' AND Subject = @update", ("@update", $"update {poison["update_id"]}")));
    }

    private async Task WriteAndReadAsync(Person person, int reply)
    {
        program.Telegram.Tell(FakeTelegramUpdates.Message(person, "hello"));
        await program.ReplyAsync(person, reply);
    }

    private static long Now() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 1;

    public sealed class PollingProgram() : TelegrammedProgram("Polling");
}
