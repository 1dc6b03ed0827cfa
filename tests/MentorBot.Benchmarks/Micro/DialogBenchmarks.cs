using BenchmarkDotNet.Attributes;
using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;

namespace MentorBot.Benchmarks.Micro;

/// <summary>A turn of a dialog by itself: state read from JSON, a choice recognised, the question asked again, state written to JSON.</summary>
[MemoryDiagnoser]
public class DialogBenchmarks
{
    private const string Prompt = "choice";

    private readonly BufferedAdapter _adapter = new(() => "reply");
    private readonly StateTypes _types = new();
    private readonly MemoryStorage _storage = new();
    private readonly ComponentDialog _root = new("root");

    [GlobalSetup]
    public async Task BeginAsync()
    {
        _root.AddDialog(new WaterfallDialog("ask for ever", [Ask, Again])).AddDialog(new ChoicePrompt(Prompt));
        await TurnAsync();
    }

    [Benchmark]
    public async Task<int> TurnAsync()
    {
        var turn = new TurnContext(_adapter, new Activity(ActivityTypes.Message)
        {
            Id = "text", ChannelId = BotFramework.Channels.Sms, Text = "the second one", Locale = "en", Timestamp = DateTimeOffset.UnixEpoch,
            Conversation = new ConversationAccount { Id = "talk" }, From = new ChannelAccount { Id = "mentee" }, Recipient = new ChannelAccount { Id = "bot" },
        });
        var state = new ConversationState(_storage, _types);
        turn.TurnState.Set(state);
        turn.TurnState.Set(new TurnTime(DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc));
        var done = await _adapter.ProcessTurnAsync(turn, (context, stop) =>
            _root.RunAsync(context, new DialogRunOptions(state.CreateProperty<DialogState>("dialogs"), ExpireAfter: null), stop));
        await state.SaveChangesAsync(turn);
        return done.Replies.Count == 1 ? 1 : throw new InvalidOperationException($"{done}");
    }

    private static Task<DialogTurnResult> Ask(WaterfallStepContext step, CancellationToken cancellationToken) => step.PromptAsync(
        Prompt,
        new PromptOptions { Prompt = MessageFactory.Text("What would you like?"), Choices = ChoiceFactory.ToChoices(["A tip", "A person", "To stop"]) },
        cancellationToken);

    private static Task<DialogTurnResult> Again(WaterfallStepContext step, CancellationToken cancellationToken) =>
        step.ReplaceDialogAsync("ask for ever", cancellationToken: cancellationToken);
}
