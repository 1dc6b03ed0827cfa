using System.Text;
using MentorBot.BotFramework.Dialogs;

namespace MentorBot.BotFramework.Tests;

/// <summary>A conversation with a root dialog, written down as a script. State goes to JSON and back between every two turns.</summary>
internal sealed class TestFlow(Dialog root, string channel = Channels.Test, string? locale = null, StateTypes? types = null)
{
    private const string Key = $"{Channels.Test}/conversations/talk-1";
    private readonly List<Func<Task>> script = [];
    private readonly Queue<Activity> unread = new();
    private readonly MemoryStorage storage = new();
    private readonly BufferedAdapter adapter = Cast.NumberingAdapter();
    private readonly StateTypes types = types ?? new StateTypes();
    private TurnTime time = Cast.WednesdayMorning;
    private Dialog root = root;

    public TimeSpan? ExpireAfter { get; init; }

    /// <summary>How the stack stood after the last turn.</summary>
    public DialogTurnResult Result { get; private set; } = new(DialogTurnStatus.Empty);

    /// <summary>What the last turn left in its TurnState when it gave up a stored stack.</summary>
    public StackUnwound? Unwound { get; private set; }

    public async Task<string> StateJsonAsync() =>
        await storage.ReadAsync(Key.Replace(Channels.Test, channel, StringComparison.Ordinal)) is { } item ? Encoding.UTF8.GetString(item.Json.Span) : "";

    public TestFlow Send(string? text) => Send(Cast.AminaSays(text, channel, locale));

    public TestFlow Send(Activity activity) => Then(async () =>
    {
        AssertAllRead();
        foreach (var reply in await TurnAsync(activity))
            unread.Enqueue(reply);
    });

    public TestFlow AssertReply(string text) => AssertReply(reply => Assert.Equal(text, reply.Text));

    public TestFlow AssertReply(Action<Activity> check) => Then(() =>
    {
        Assert.True(unread.Count > 0, "There was no (other) reply.");
        check(unread.Dequeue());
        return Task.CompletedTask;
    });

    public TestFlow AssertStatus(DialogTurnStatus status) => Then(() =>
    {
        Assert.Equal(status, Result.Status);
        return Task.CompletedTask;
    });

    /// <summary>The program is upgraded: the same conversation meets another root.</summary>
    public TestFlow Upgrade(Dialog newRoot) => Then(() =>
    {
        root = newRoot;
        return Task.CompletedTask;
    });

    public TestFlow Wait(TimeSpan span) => Then(() =>
    {
        time = time with { Now = time.Now + span };
        return Task.CompletedTask;
    });

    public async Task<TestFlow> StartTestAsync()
    {
        foreach (var step in script)
            await step();
        AssertAllRead();
        script.Clear();
        return this;
    }

    private async Task<IReadOnlyList<Activity>> TurnAsync(Activity activity)
    {
        var turn = new TurnContext(adapter, activity);
        var state = new ConversationState(storage, types);
        turn.TurnState.Set(state);
        turn.TurnState.Set(time);
        var done = await adapter.ProcessTurnAsync(turn, async (context, ct) =>
            Result = await root.RunAsync(context, new DialogRunOptions(state.CreateProperty<DialogState>("DialogState"), ExpireAfter), ct));
        await state.SaveChangesAsync(turn);
        Unwound = turn.TurnState.Get<StackUnwound>();
        return done.Replies;
    }

    private void AssertAllRead() => Assert.True(unread.Count == 0, $"A reply was not expected: {unread.FirstOrDefault()?.Text}");

    private TestFlow Then(Func<Task> step)
    {
        script.Add(step);
        return this;
    }
}
