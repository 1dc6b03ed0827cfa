using MentorBot.BotFramework.Dialogs;
using static MentorBot.BotFramework.Tests.Dialogs.Steps;

namespace MentorBot.BotFramework.Tests.Dialogs;

public class ComponentDialogTests
{
    [Fact]
    public async Task A_component_begins_with_the_first_dialog_added() =>
        await new TestFlow(Component("c", Waterfall("first", SayAndWait("first")), Waterfall("second", SayAndWait("second")))).Send("hi").AssertReply("first").StartTestAsync();

    [Fact]
    public async Task Or_with_the_one_it_is_told()
    {
        var component = Component("c", Waterfall("first", SayAndWait("first")), Waterfall("second", SayAndWait("second")));
        component.InitialDialogId = "second";

        await new TestFlow(component).Send("hi").AssertReply("second").StartTestAsync();
    }

    [Fact]
    public async Task The_result_of_the_inner_dialog_is_the_components()
    {
        var flow = await new TestFlow(Component("outer", Waterfall("w", Begin("inner"), SayResult("got ")), Component("inner", Waterfall("w", SayAndWait("tea?"), End("tea")))))
            .Send("hi").AssertReply("tea?").Send("yes").AssertReply("got tea").StartTestAsync();

        Assert.Equal("tea", flow.Result.Result);
    }

    [Fact]
    public async Task Inner_ids_do_not_clash_with_outer_ones() =>
        await new TestFlow(Component("w", Waterfall("x", Begin("c"), SayResult("outer ")), Component("c", Waterfall("x", SayAndWait("inner x"), End("done")))))
            .Send("hi").AssertReply("inner x").Send("on").AssertReply("outer done").StartTestAsync();

    [Fact]
    public async Task Dialogs_around_a_component_can_be_begun_inside_it() =>
        await new TestFlow(Component("outer", Component("inner", Waterfall("w", Begin("shared"), SayResult("inner got "))), Waterfall("shared", SayAndWait("shared"), End("it"))))
            .Send("hi").AssertReply("shared").Send("on").AssertReply("inner got it").StartTestAsync();

    [Fact]
    public async Task An_interruption_that_waits_stays_where_it_was() => await new TestFlow(new Interruptible())
        .Send("hi").AssertReply("Your name?")
        .Send("help").AssertReply("Type your name.").AssertStatus(DialogTurnStatus.Waiting)
        .Send("Amina").AssertReply("Hello Amina")
        .StartTestAsync();

    [Fact]
    public async Task An_interruption_may_ask_again() => await new TestFlow(new Interruptible())
        .Send("hi").AssertReply("Your name?")
        .Send("again").AssertReply("Your name?").AssertStatus(DialogTurnStatus.Waiting)
        .StartTestAsync();

    [Fact]
    public async Task An_interruption_that_cancels_leaves() => await new TestFlow(new Interruptible())
        .Send("hi").AssertReply("Your name?")
        .Send("cancel").AssertReply("ended CancelCalled").AssertStatus(DialogTurnStatus.Cancelled)
        .Send("hi").AssertReply("Your name?")
        .StartTestAsync();

    [Fact]
    public async Task An_interruption_may_begin_a_dialog_and_the_prompt_asks_again_when_it_ends() => await new TestFlow(new Interruptible())
        .Send("hi").AssertReply("Your name?")
        .Send("aside").AssertReply("By the way")
        .Send("ok").AssertReply("Your name?")
        .Send("Amina").AssertReply("Hello Amina")
        .StartTestAsync();

    [Fact]
    public async Task Cancelling_an_interruption_keeps_the_prompt_it_interrupted() => await new TestFlow(new Interruptible())
        .Send("hi").AssertReply("Your name?")
        .Send("aside").AssertReply("By the way")
        .Send("drop").AssertReply("Your name?").AssertStatus(DialogTurnStatus.Waiting)
        .StartTestAsync();

    [Fact]
    public async Task A_component_without_dialogs_says_so() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => new TestFlow(new ComponentDialog("empty")).Send("hi").StartTestAsync());

    private sealed class Interruptible : ComponentDialog
    {
        public Interruptible()
            : base("interruptible")
        {
            AddDialog(Waterfall("w", Ask("name", "Your name?"), SayResult("Hello ")));
            AddDialog(new TextPrompt("name"));
            AddDialog(Waterfall("aside", SayAndWait("By the way"), (step, ct) => (string?)step.Result == "drop" ? step.CancelDialogAsync(ct) : step.EndDialogAsync(null, ct)));
        }

        protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
        {
            switch (innerDc.Context.Activity.Text)
            {
                case "help":
                    await innerDc.Context.SendActivityAsync("Type your name.", cancellationToken: cancellationToken);
                    return EndOfTurn;
                case "again":
                    await innerDc.RepromptDialogAsync(cancellationToken);
                    return EndOfTurn;
                case "cancel":
                    return await innerDc.CancelAllDialogsAsync(cancellationToken);
                case "aside":
                    return await innerDc.BeginDialogAsync("aside", null, cancellationToken);
                default:
                    return await base.OnContinueDialogAsync(innerDc, cancellationToken);
            }
        }

        protected override async Task OnEndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        {
            if (reason != DialogReason.EndCalled)
                await turnContext.SendActivityAsync($"ended {reason}", cancellationToken: cancellationToken);
        }
    }
}
