using MentorBot.BotFramework.Dialogs;
using static MentorBot.BotFramework.Tests.Dialogs.Steps;

namespace MentorBot.BotFramework.Tests.Dialogs;

public class WaterfallDialogTests
{
    [Fact]
    public async Task Each_message_runs_the_next_step() => await new TestFlow(Waterfall("w", SayAndWait("one"), SayAndWait("two"), SayAndWait("three")))
        .Send("hi").AssertReply("one")
        .Send("go on").AssertReply("two")
        .Send("go on").AssertReply("three").AssertStatus(DialogTurnStatus.Waiting)
        .Send("go on").AssertStatus(DialogTurnStatus.Complete)
        .StartTestAsync();

    [Fact]
    public async Task A_step_sees_what_was_said() => await new TestFlow(Waterfall("w", SayAndWait("Name?"), SayResult("Hello ")))
        .Send("hi").AssertReply("Name?")
        .Send("Amina").AssertReply("Hello Amina").AssertStatus(DialogTurnStatus.Complete)
        .StartTestAsync();

    [Fact]
    public async Task After_a_last_step_that_waits_the_next_words_are_the_result()
    {
        var flow = await new TestFlow(Waterfall("w", SayAndWait("Name?"))).Send("hi").AssertReply("Name?").Send("Amina").StartTestAsync();

        Assert.Equal((DialogTurnStatus.Complete, "Amina"), (flow.Result.Status, flow.Result.Result));
    }

    [Fact]
    public async Task A_waterfall_without_steps_is_complete_at_once() =>
        await new TestFlow(Waterfall("w")).Send("hi").AssertStatus(DialogTurnStatus.Complete).StartTestAsync();

    [Fact]
    public async Task What_is_no_message_leaves_it_waiting_in_silence() => await new TestFlow(Waterfall("w", SayAndWait("Name?"), SayResult("Hello ")))
        .Send("hi").AssertReply("Name?")
        .Send(Cast.FromAmina(ActivityTypes.Event)).AssertStatus(DialogTurnStatus.Waiting)
        .Send(Cast.FromAmina(ActivityTypes.Typing)).AssertStatus(DialogTurnStatus.Waiting)
        .Send("Amina").AssertReply("Hello Amina")
        .StartTestAsync();

    [Fact]
    public async Task A_message_without_words_gives_no_result() => await new TestFlow(Waterfall("w", SayAndWait("Name?"), SayResult("Hello ")))
        .Send("hi").AssertReply("Name?")
        .Send((string?)null).AssertReply("Hello nothing")
        .StartTestAsync();

    [Fact]
    public async Task Next_runs_the_next_step_in_the_same_turn() =>
        await new TestFlow(Waterfall("w", Say("one"), Say("two"))).Send("hi").AssertReply("one").AssertReply("two").AssertStatus(DialogTurnStatus.Complete).StartTestAsync();

    [Fact]
    public async Task Going_on_twice_from_one_step_is_an_error() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => new TestFlow(Waterfall("w", async (step, ct) =>
        {
            await step.NextAsync(null, ct);
            return await step.NextAsync(null, ct);
        })).Send("hi").StartTestAsync());

    [Fact]
    public async Task Steps_know_why_they_run_and_which_they_are()
    {
        var seen = new List<(int, DialogReason)>();
        WaterfallStep note = (step, ct) =>
        {
            seen.Add((step.Index, step.Reason));
            return step.Index switch
            {
                0 => Task.FromResult(Dialog.EndOfTurn),
                1 => step.NextAsync(null, ct),
                2 => step.BeginDialogAsync("child", null, ct),
                _ => step.EndDialogAsync(null, ct),
            };
        };
        await new TestFlow(Component("c", Waterfall("w", note, note, note, note), Waterfall("child", End()))).Send("hi").Send("on").StartTestAsync();

        Assert.Equal([(0, DialogReason.BeginCalled), (1, DialogReason.ContinueCalled), (2, DialogReason.NextCalled), (3, DialogReason.EndCalled)], seen);
    }

    [Fact]
    public async Task Values_and_options_last_from_turn_to_turn()
    {
        var inner = Waterfall("inner", Remember("age", 42), SayAndWait("?"), async (step, ct) =>
        {
            await step.Context.SendActivityAsync($"{(int)step.Values["age"]! + 1} {step.Values.GetValue<long>("age")} {step.Options}", cancellationToken: ct);
            return await step.EndDialogAsync(null, ct);
        });

        await new TestFlow(Component("c", Waterfall("outer", Begin("inner", "given")), inner)).Send("hi").AssertReply("?").Send("on").AssertReply("43 42 given").StartTestAsync();
    }

    [Fact]
    public async Task The_result_of_a_dialog_goes_to_the_next_step() =>
        await new TestFlow(Component("c", Waterfall("outer", Begin("inner"), SayResult("got ")), Waterfall("inner", End("tea")))).Send("hi").AssertReply("got tea").StartTestAsync();

    [Fact]
    public async Task Replacing_begins_anew_and_nobody_below_notices()
    {
        var again = Waterfall("loop", SayAndWait("again?"), (step, ct) => (string?)step.Result == "yes" ? step.ReplaceDialogAsync("loop", null, ct) : step.EndDialogAsync("done", ct));

        await new TestFlow(Component("c", Waterfall("outer", Begin("loop"), SayResult("outer got ")), again))
            .Send("hi").AssertReply("again?").Send("yes").AssertReply("again?").Send("yes").AssertReply("again?").Send("no").AssertReply("outer got done")
            .StartTestAsync();
    }

    [Fact]
    public async Task Going_round_without_asking_anything_is_an_error() => await Assert.ThrowsAsync<InvalidOperationException>(() =>
        new TestFlow(Component("c", Waterfall("loop", (step, ct) => step.ReplaceDialogAsync("loop", null, ct)))).Send("hi").StartTestAsync());

    [Fact]
    public async Task The_stack_is_stored_as_the_framework_stores_it()
    {
        var flow = await new TestFlow(Component("c", Waterfall("outer", Remember("town", "Bangor"), Begin("inner")), Waterfall("inner", SayAndWait("?")))).Send("hi").AssertReply("?").StartTestAsync();

        Assert.Equal(
            """
            {"DialogState":{"dialogStack":[{"id":"c","state":{"dialogs":{"dialogStack":[{"id":"inner","state":{"values":{},"stepIndex":0}},{"id":"outer","state":{"values":{"town":"Bangor"},"stepIndex":1}}]}}}]}}
            """,
            await flow.StateJsonAsync());
    }

    [Fact]
    public async Task Every_step_can_be_seen_going_by()
    {
        var waterfall = new WatchedWaterfall();
        await new TestFlow(waterfall.AddStep(Say("a")).AddStep(Say("b"))).Send("hi").AssertReply("a").AssertReply("b").StartTestAsync();

        Assert.Equal([0, 1], waterfall.Seen);
    }

    private sealed class WatchedWaterfall() : WaterfallDialog("w")
    {
        public List<int> Seen { get; } = [];

        protected override Task<DialogTurnResult> OnStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken)
        {
            Seen.Add(stepContext.Index);
            return base.OnStepAsync(stepContext, cancellationToken);
        }
    }
}
