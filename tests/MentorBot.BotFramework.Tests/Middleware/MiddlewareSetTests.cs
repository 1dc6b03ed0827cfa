namespace MentorBot.BotFramework.Tests.Middleware;

public class MiddlewareSetTests
{
    private readonly BufferedAdapter adapter = Cast.NumberingAdapter();

    [Fact]
    public async Task The_first_added_is_the_outermost()
    {
        adapter.Use(new Saying("a")).Use(new Saying("b"));

        Assert.Equal(["a in", "b in", "bot", "b out", "a out"], await RepliesAsync());
    }

    [Fact]
    public async Task Not_going_on_ends_the_turn_there()
    {
        adapter.Use(new Saying("a")).Use(new Saying("b") { GoesOn = false });

        Assert.Equal(["a in", "b in", "b out", "a out"], await RepliesAsync());
    }

    [Fact]
    public async Task A_set_can_be_one_of_another_set()
    {
        adapter.Use(new MiddlewareSet().Use(new Saying("a")).Use(new Saying("b"))).Use(new Saying("c"));

        Assert.Equal(["a in", "b in", "c in", "bot", "c out", "b out", "a out"], await RepliesAsync());
    }

    [Fact]
    public async Task State_is_saved_after_the_bot_and_not_after_an_exception()
    {
        var storage = new MemoryStorage();
        adapter.Use(new AutoSaveStateMiddleware());

        await CountAsync(storage, fail: false);
        await Assert.ThrowsAsync<InvalidOperationException>(() => CountAsync(storage, fail: true));

        Assert.Equal(2, await CountAsync(storage, fail: false));
    }

    private async Task<int> CountAsync(MemoryStorage storage, bool fail)
    {
        var turn = new TurnContext(adapter, Cast.AminaSays("hi"));
        var state = new UserState(storage, new StateTypes());
        turn.TurnState.Set(state);
        var count = state.CreateProperty<int>("count");
        await adapter.ProcessTurnAsync(turn, async (t, ct) =>
        {
            await count.SetAsync(t, await count.GetAsync(t, cancellationToken: ct) + 1, ct);
            if (fail)
                throw new InvalidOperationException();
        });
        return await count.GetAsync(turn);
    }

    private async Task<IEnumerable<string?>> RepliesAsync() =>
        (await adapter.ProcessActivityAsync(Cast.AminaSays("hi"), (t, ct) => t.SendActivityAsync("bot", cancellationToken: ct))).Replies.Select(r => r.Text);

    private sealed class Saying(string name) : IMiddleware
    {
        public bool GoesOn { get; init; } = true;

        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            await turnContext.SendActivityAsync(name + " in", cancellationToken: cancellationToken);
            if (GoesOn)
                await next(cancellationToken);
            await turnContext.SendActivityAsync(name + " out", cancellationToken: cancellationToken);
        }
    }
}
