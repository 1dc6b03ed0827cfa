using MentorBot.BotFramework.Dialogs;
using static MentorBot.BotFramework.Tests.Dialogs.Steps;

namespace MentorBot.BotFramework.Tests.Dialogs;

/// <summary>A cancelled child is never taken for one that was done.</summary>
public class CancellingTests
{
    [Fact]
    public async Task When_a_child_is_cancelled_the_next_step_does_not_run() => await new TestFlow(
        Component("outer", Waterfall("w", Begin("booking"), SayResult("booked ")), Component("booking", Waterfall("w", SayAndWait("When?"), CancelAll()))))
        .Send("hi").AssertReply("When?")
        .Send("never mind").AssertStatus(DialogTurnStatus.Cancelled)
        .StartTestAsync();

    [Fact]
    public async Task Also_when_it_is_cancelled_as_it_begins() => await new TestFlow(
        Component("outer", Waterfall("w", Begin("booking"), SayResult("booked ")), Component("booking", Waterfall("w", CancelAll()))))
        .Send("hi").AssertStatus(DialogTurnStatus.Cancelled)
        .StartTestAsync();

    [Fact]
    public async Task The_cancelling_goes_out_through_every_component() => await new TestFlow(
        Component("a", Waterfall("w", Begin("b"), SayResult()), Component("b", Waterfall("w", Begin("c"), SayResult()), Component("c", Waterfall("w", SayAndWait("?"), CancelAll())))))
        .Send("hi").AssertReply("?").Send("stop").AssertStatus(DialogTurnStatus.Cancelled)
        .StartTestAsync();

    [Fact]
    public async Task A_parent_that_looks_may_catch_it() => await new TestFlow(
        Component("menu", new Catching(), Component("booking", Waterfall("w", SayAndWait("When?"), CancelAll()))))
        .Send("hi").AssertReply("When?")
        .Send("never mind").AssertReply("Back at the menu.").AssertStatus(DialogTurnStatus.Waiting)
        .StartTestAsync();

    [Fact]
    public async Task Cancelling_with_parents_empties_every_stack()
    {
        WaterfallStep everything = (step, ct) => step.CancelAllDialogsAsync(cancelParents: true, null, null, ct);
        var flow = await new TestFlow(Component("outer", Waterfall("w", Begin("inner"), SayResult()), Component("inner", Waterfall("w", SayAndWait("?"), everything))))
            .Send("hi").AssertReply("?").Send("stop").AssertStatus(DialogTurnStatus.Cancelled).StartTestAsync();

        Assert.Equal("""{"DialogState":{"dialogStack":[]}}""", await flow.StateJsonAsync());
    }

    [Fact]
    public async Task After_cancelling_the_conversation_begins_anew() => await new TestFlow(Waterfall("w", SayAndWait("hello"), CancelAll()))
        .Send("hi").AssertReply("hello").Send("stop").Send("hi").AssertReply("hello")
        .StartTestAsync();

    private sealed class Catching() : Dialog("catching")
    {
        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
            dc.BeginDialogAsync("booking", null, cancellationToken);

        public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
        {
            Assert.Equal((DialogReason.CancelCalled, null), (reason, result));
            await dc.Context.SendActivityAsync("Back at the menu.", cancellationToken: cancellationToken);
            return EndOfTurn;
        }
    }
}
