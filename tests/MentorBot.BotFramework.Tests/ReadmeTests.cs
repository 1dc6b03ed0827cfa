using MentorBot.BotFramework.Dialogs;

namespace MentorBot.BotFramework.Tests;

/// <summary>The example in the room's README, word for word.</summary>
public class ReadmeTests
{
    [Fact]
    public async Task The_example_is_a_conversation()
    {
        var flow = await new TestFlow(new TownDialog(), Channels.Sms)
            .Send("hi").AssertReply("Which town are you in?")
            .Send("Bangar").AssertReply("Bangar, is that right? (1) Yes or (2) No")
            .Send("nah").AssertReply("Which town are you in?")
            .Send("Bangor").AssertReply("Bangor, is that right? (1) Yes or (2) No")
            .Send("yep").AssertStatus(DialogTurnStatus.Complete)
            .StartTestAsync();

        Assert.Equal("Bangor", flow.Result.Result);
    }

    private sealed class TownDialog : ComponentDialog
    {
        public TownDialog() : base("town")
        {
            AddDialog(new WaterfallDialog("ask", [AskTownAsync, AskSureAsync, EndAsync]));
            AddDialog(new TextPrompt("name"));
            AddDialog(new ConfirmPrompt("sure"));
        }

        private static Task<DialogTurnResult> AskTownAsync(WaterfallStepContext step, CancellationToken ct) =>
            step.PromptAsync("name", new PromptOptions { Prompt = MessageFactory.Text("Which town are you in?") }, ct);

        private static Task<DialogTurnResult> AskSureAsync(WaterfallStepContext step, CancellationToken ct)
        {
            step.Values["town"] = step.Result;
            return step.PromptAsync("sure", new PromptOptions { Prompt = MessageFactory.Text($"{step.Result}, is that right?") }, ct);
        }

        private static Task<DialogTurnResult> EndAsync(WaterfallStepContext step, CancellationToken ct) =>
            (bool)step.Result! ? step.EndDialogAsync(step.Values["town"], ct) : step.ReplaceDialogAsync("ask", cancellationToken: ct);
    }
}
