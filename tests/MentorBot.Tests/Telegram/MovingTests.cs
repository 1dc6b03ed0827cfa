namespace MentorBot.Tests.Telegram;

/// <summary>Telegram says that a chat has another id from now on. It says so of groups, in which we do not talk; should it ever say so of a chat that we know, it is obeyed.</summary>
public sealed class MovingTests() : TelegrammedProgram("Webhook")
{
    private const long Supergroup = -1001234567890;

    [Fact]
    public async Task A_chat_that_moves_gets_what_was_refused_at_its_new_id_and_the_talk_goes_on_there()
    {
        var (before, after) = (Cast.Stranger(), Cast.Stranger());
        await WriteAsync(before, "hi");
        await ReplyAsync(before);
        Telegram.NextAnswers("sendMessage", MovedTo(FakeTelegramUpdates.ChatOf(after)));

        await WriteAsync(before, "more");
        var refused = await ReplyAsync(after);
        await WriteAsync(after, "more");

        Assert.StartsWith("Tip 1 of", refused.Text, StringComparison.Ordinal);
        Assert.StartsWith("Tip 2 of", (await ReplyAsync(after, 2)).Text, StringComparison.Ordinal);
        Assert.Single(await Telegram.TakenForAsync(before, 1));
    }

    [Fact]
    public async Task It_is_followed_to_the_id_of_a_supergroup_too()
    {
        var person = Cast.Stranger();
        Telegram.NextAnswers("sendMessage", MovedTo(Supergroup));

        await WriteAsync(person, "hi");

        Assert.Equal(Supergroup, (long?)(await Telegram.CallsOfAsync("sendMessage", 2))[1]["chat_id"]);
    }

    private static FakeAnswer MovedTo(long chat) => FakeTelegramAnswer.Error(400, "Bad Request: group chat was upgraded to a supergroup chat", migrateTo: chat);

    private async Task WriteAsync(Person from, string text)
    {
        using var answer = await Telegram.PostAsync(Program.Http, FakeTelegramUpdates.Message(from, text));
        answer.EnsureSuccessStatusCode();
    }
}
