namespace MentorBot.BotFramework.Tests.Turns;

public class BufferedAdapterTests
{
    private readonly BufferedAdapter adapter = Cast.NumberingAdapter();

    [Fact]
    public async Task Replies_come_back_in_order_and_delays_among_them()
    {
        var turn = await adapter.ProcessActivityAsync(Cast.AminaSays("hi"), async (t, ct) =>
        {
            await t.SendActivityAsync("one", cancellationToken: ct);
            await t.SendActivityAsync(new Activity(ActivityTypes.Delay) { Value = 1000 }, ct);
            await t.SendActivityAsync("two", cancellationToken: ct);
        });

        Assert.Equal(["message", "delay", "message"], turn.Replies.Select(r => r.Type));
        Assert.Equal(1000, (int)turn.Replies[1].Value!);
    }

    [Theory]
    [InlineData(Channels.Emulator, 1)]
    [InlineData(Channels.WebChat, 0)]
    [InlineData(Channels.Sms, 0)]
    public async Task Traces_reach_the_emulator_and_nobody_else(string channel, int replies)
    {
        var turn = await adapter.ProcessActivityAsync(Cast.AminaSays("hi", channel), (t, ct) => t.SendActivityAsync(Activity.CreateTraceActivity("x"), ct));

        Assert.Equal(replies, turn.Replies.Count);
    }

    [Fact]
    public async Task An_exception_leaves_no_replies()
    {
        var failing = adapter.ProcessActivityAsync(Cast.AminaSays("hi"), async (t, ct) =>
        {
            await t.SendActivityAsync("half an answer", cancellationToken: ct);
            throw new InvalidOperationException("bug");
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
    }

    [Fact]
    public async Task After_an_error_only_the_apology_is_said()
    {
        adapter.OnTurnError = (t, _) => t.SendActivityAsync("Sorry, something went wrong.");

        var turn = await adapter.ProcessActivityAsync(Cast.AminaSays("hi"), async (t, ct) =>
        {
            await t.SendActivityAsync("half an answer", cancellationToken: ct);
            throw new InvalidOperationException("bug");
        });

        Assert.Equal(["Sorry, something went wrong."], turn.Replies.Select(r => r.Text));
        Assert.IsType<InvalidOperationException>(turn.Error);
    }

    [Fact]
    public async Task A_stopped_turn_is_no_error_of_the_bot()
    {
        using var stop = new CancellationTokenSource();
        adapter.OnTurnError = (t, _) => t.SendActivityAsync("Sorry");

        await Assert.ThrowsAsync<OperationCanceledException>(() => adapter.ProcessActivityAsync(Cast.AminaSays("hi"), async (_, ct) =>
        {
            await stop.CancelAsync();
            ct.ThrowIfCancellationRequested();
        }, stop.Token));
    }

    [Fact]
    public async Task Turns_that_overlap_do_not_mix_their_replies()
    {
        var gate = new TaskCompletionSource();
        var slow = adapter.ProcessActivityAsync(Cast.AminaSays("slow"), async (t, ct) =>
        {
            await t.SendActivityAsync("slow 1", cancellationToken: ct);
            await gate.Task;
            await t.SendActivityAsync("slow 2", cancellationToken: ct);
        });
        var quick = await adapter.ProcessActivityAsync(Cast.AminaSays("quick"), (t, ct) => t.SendActivityAsync("quick", cancellationToken: ct));
        gate.SetResult();

        Assert.Equal(["quick"], quick.Replies.Select(r => r.Text));
        Assert.Equal(["slow 1", "slow 2"], (await slow).Replies.Select(r => r.Text));
    }

    [Fact]
    public async Task A_turn_of_another_beginning_cannot_send() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Cast.Turn().SendActivityAsync("hello"));

    [Fact]
    public async Task Words_are_not_in_what_a_turn_prints()
    {
        var turn = await adapter.ProcessActivityAsync(Cast.AminaSays("hi"), (t, ct) => t.SendActivityAsync("private", cancellationToken: ct));

        Assert.Equal("1 replies", turn.ToString());
    }
}
