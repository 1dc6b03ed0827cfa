using System.Collections.Concurrent;
using MentorBot.BotFramework;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Mentoring.Tests;

/// <summary>A bot that counts in its state and says the count with the words it got: <c>2. hello</c>. It can be given other ways for single texts.</summary>
internal sealed class EchoBot : IBot
{
    public const string Apology = "Sorry";

    private readonly ConcurrentDictionary<string, Func<ITurnContext, Task>> _ways = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _heard = new();

    /// <summary>The texts that it was given, in order, also those of turns that were not kept.</summary>
    public IReadOnlyCollection<string> Heard => _heard;

    /// <summary>Does something else when it hears this text.</summary>
    public EchoBot When(string text, Func<ITurnContext, Task> way)
    {
        _ways[text] = way;
        return this;
    }

    public EchoBot ThrowsAt(string text) => When(text, _ => throw new InvalidOperationException("The test's bot broke."));

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var text = turnContext.Activity.Name ?? turnContext.Activity.Text ?? "";
        _heard.Enqueue(text);
        if (_ways.TryGetValue(text, out var way)) await way(turnContext);
        else if (text == TurnTaking.TurnSetAside) await turnContext.SendActivityAsync(Apology, cancellationToken: cancellationToken);
        else await EchoAsync(turnContext, text);
    }

    public static async Task EchoAsync(ITurnContext turnContext, string text)
    {
        var count = turnContext.TurnState.Get<ConversationState>()!.CreateProperty<int>("count");
        var number = await count.GetAsync(turnContext, () => 0) + 1;
        await count.SetAsync(turnContext, number);
        turnContext.Turn().Record("text.answered", number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await turnContext.SendActivityAsync($"{number}. {text}");
    }
}
