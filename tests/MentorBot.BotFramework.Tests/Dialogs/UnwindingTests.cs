using System.Text.Json.Serialization;
using MentorBot.BotFramework.Dialogs;
using static MentorBot.BotFramework.Tests.Dialogs.Steps;

namespace MentorBot.BotFramework.Tests.Dialogs;

/// <summary>Nobody is stuck after an upgrade, and nobody is asked again what they have said.</summary>
public partial class UnwindingTests
{
    [Fact]
    public async Task A_dialog_that_is_gone_is_given_up_and_the_root_begins_anew()
    {
        var flow = await new TestFlow(Component("root", Waterfall("w", Remember("name", "Amina"), Begin("old")), Waterfall("old", Remember("town", "Bangor"), SayAndWait("old question"))))
            .Send("hi").AssertReply("old question")
            .Upgrade(Component("root", Waterfall("w", SayUnwound(), SayAndWait("menu"))))
            .Send("answer").AssertReply("sorry: old DialogMissing Amina Bangor").AssertReply("menu").AssertStatus(DialogTurnStatus.Waiting)
            .StartTestAsync();

        Assert.Equal("old", flow.Unwound!.DialogId);
        await flow.Send("next").AssertStatus(DialogTurnStatus.Complete).StartTestAsync();
        Assert.Null(flow.Unwound);
    }

    [Fact]
    public async Task A_root_that_was_renamed_is_no_trouble() => await new TestFlow(Waterfall("old root", SayAndWait("?")))
        .Send("hi").AssertReply("?").Upgrade(Waterfall("root", SayAndWait("menu"))).Send("hi").AssertReply("menu")
        .StartTestAsync();

    [Fact]
    public async Task A_dialog_missing_below_is_found_out_when_the_one_above_ends()
    {
        var flow = await new TestFlow(Component("root", Waterfall("middle", Begin("leaf"), SayResult()), Waterfall("leaf", SayAndWait("leaf"), End())))
            .Send("hi").AssertReply("leaf")
            .Upgrade(Component("root", Waterfall("w", SayAndWait("menu")), Waterfall("leaf", SayAndWait("leaf"), End())))
            .Send("on").AssertReply("menu").StartTestAsync();

        Assert.Equal(("middle", UnwindReason.DialogMissing), (flow.Unwound!.DialogId, flow.Unwound.Reason));
    }

    [Fact]
    public async Task A_waterfall_that_lost_the_step_it_was_at_does_not_just_end()
    {
        var flow = await new TestFlow(Waterfall("w", SayAndWait("1"), SayAndWait("2"), SayAndWait("3")))
            .Send("a").AssertReply("1").Send("b").AssertReply("2").Send("c").AssertReply("3")
            .Upgrade(Waterfall("w", SayAndWait("one")))
            .Send("d").AssertReply("one").StartTestAsync();

        Assert.Equal(("w", UnwindReason.StepMissing), (flow.Unwound!.DialogId, flow.Unwound.Reason));
    }

    [Fact]
    public async Task An_id_that_is_now_a_dialog_of_another_kind_is_given_up()
    {
        var flow = await new TestFlow(Waterfall("x", SayAndWait("?")))
            .Send("hi").AssertReply("?").Upgrade(new AskingRoot("x")).Send("hi").AssertReply("Name?").StartTestAsync();

        Assert.Equal(UnwindReason.StateUnreadable, flow.Unwound!.Reason);
    }

    [Fact]
    public async Task A_stored_type_that_is_gone_is_given_up_and_the_rest_is_kept()
    {
        var storage = new MemoryStorage();
        var old = new StateTypes().Add("slot", SlotJson.Default.Slot);
        await RunAsync(storage, old, Waterfall("w", Remember("name", "Amina"), Remember("slot", new Slot(3)), SayAndWait("?")));

        var unwound = await RunAsync(storage, new StateTypes(), Waterfall("w", SayAndWait("menu")));

        Assert.Equal(("w", UnwindReason.StateUnreadable), (unwound!.DialogId, unwound.Reason));
        Assert.Equal(["name"], unwound.Values.Keys);
    }

    [Fact]
    public async Task An_idle_conversation_begins_anew()
    {
        var flow = await new TestFlow(Waterfall("w", SayAndWait("hello"), SayAndWait("go on"))) { ExpireAfter = TimeSpan.FromHours(24) }
            .Send("hi").AssertReply("hello").Wait(TimeSpan.FromHours(25)).Send("hi").AssertReply("hello").StartTestAsync();

        Assert.Equal(("w", UnwindReason.Expired), (flow.Unwound!.DialogId, flow.Unwound.Reason));
    }

    [Fact]
    public async Task A_busy_one_does_not()
    {
        var flow = await new TestFlow(Waterfall("w", SayAndWait("1"), SayAndWait("2"), SayAndWait("3"))) { ExpireAfter = TimeSpan.FromHours(24) }
            .Send("hi").AssertReply("1").Wait(TimeSpan.FromHours(23)).Send("hi").AssertReply("2").Wait(TimeSpan.FromHours(23)).Send("hi").AssertReply("3").StartTestAsync();

        Assert.Null(flow.Unwound);
    }

    [Fact]
    public async Task What_expires_is_told_that_it_is_cancelled()
    {
        var told = new List<DialogReason>();

        await new TestFlow(new Told(told)) { ExpireAfter = TimeSpan.FromHours(1) }.Send("hi").Wait(TimeSpan.FromHours(2)).Send("hi").StartTestAsync();

        Assert.Equal([DialogReason.CancelCalled], told);
    }

    [Fact]
    public async Task An_error_is_told_from_the_innermost_out_and_may_be_handled() => await new TestFlow(new Forgiving())
        .Send("hi").AssertReply("?").Send("break it").AssertReply("Sorry: bug").AssertStatus(DialogTurnStatus.Waiting)
        .StartTestAsync();

    [Fact]
    public async Task An_error_nobody_handles_goes_on() =>
        await Assert.ThrowsAsync<NotSupportedException>(() => new TestFlow(Waterfall("w", (_, _) => throw new NotSupportedException())).Send("hi").StartTestAsync());

    private static WaterfallStep SayUnwound() => async (step, ct) =>
    {
        if (step.Context.TurnState.Get<StackUnwound>() is { } unwound)
            await step.Context.SendActivityAsync($"sorry: {unwound.DialogId} {unwound.Reason} {string.Join(' ', unwound.Values.Values)}", cancellationToken: ct);
        return await step.NextAsync(null, ct);
    };

    private static async Task<StackUnwound?> RunAsync(MemoryStorage storage, StateTypes types, Dialog root)
    {
        var (adapter, state) = (Cast.NumberingAdapter(), new ConversationState(storage, types));
        var turn = new TurnContext(adapter, Cast.AminaSays("hi"));
        await adapter.ProcessTurnAsync(turn, (t, ct) => root.RunAsync(t, state.CreateProperty<DialogState>("stack"), ct));
        await state.SaveChangesAsync(turn);
        return turn.TurnState.Get<StackUnwound>();
    }

    public sealed record Slot(int Hour);

    [JsonSerializable(typeof(Slot))]
    private sealed partial class SlotJson : JsonSerializerContext;

    private sealed class AskingRoot(string id) : Dialog(id)
    {
        public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
        {
            await dc.Context.SendActivityAsync("Name?", cancellationToken: cancellationToken);
            return EndOfTurn;
        }

        public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
            throw new BrokenStackException(Id, UnwindReason.StateUnreadable);
    }

    private sealed class Told(List<DialogReason> told) : Dialog("told")
    {
        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) => Task.FromResult(EndOfTurn);

        public override Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        {
            told.Add(reason);
            return Task.CompletedTask;
        }
    }

    private sealed class Forgiving : ComponentDialog
    {
        public Forgiving() => AddDialog(Component("inner", Waterfall("w", SayAndWait("?"), (_, _) => throw new NotSupportedException("bug"))));

        protected override async Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            if (e.Name != DialogEvents.Error)
                return false;
            await dc.Context.SendActivityAsync("Sorry: " + ((Exception)e.Value!).Message, cancellationToken: cancellationToken);
            return true;
        }
    }
}
