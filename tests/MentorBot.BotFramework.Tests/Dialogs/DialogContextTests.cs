using MentorBot.BotFramework.Dialogs;

namespace MentorBot.BotFramework.Tests.Dialogs;

public class DialogContextTests
{
    private readonly DialogState state = new();
    private readonly NotingDialog a = new("a");
    private readonly NotingDialog b = new("b");

    [Fact]
    public async Task The_newest_dialog_is_first_on_the_stack()
    {
        var dc = Context();
        await dc.BeginDialogAsync("a");
        await dc.BeginDialogAsync("b");

        Assert.Equal(["b", "a"], dc.Stack.Select(i => i.Id));
        Assert.Equal("b", dc.ActiveDialog!.Id);
    }

    [Fact]
    public async Task Beginning_an_unknown_dialog_is_an_error_of_the_bot() => await Assert.ThrowsAsync<ArgumentException>(() => Context().BeginDialogAsync("none"));

    [Fact]
    public async Task Continuing_nothing_is_empty() => Assert.Equal(DialogTurnStatus.Empty, (await Context().ContinueDialogAsync()).Status);

    [Fact]
    public async Task Continuing_goes_to_the_active_dialog()
    {
        var dc = Context();
        await dc.BeginDialogAsync("a");
        await dc.BeginDialogAsync("b");
        await dc.ContinueDialogAsync();

        Assert.Equal(["begin"], a.Heard);
        Assert.Equal(["begin", "continue"], b.Heard);
    }

    [Fact]
    public async Task Ending_gives_the_result_to_the_one_below()
    {
        var dc = Context();
        await dc.BeginDialogAsync("a");
        await dc.BeginDialogAsync("b");

        Assert.Equal(DialogTurnStatus.Waiting, (await dc.EndDialogAsync("tea")).Status);
        Assert.Equal(["begin", "resume EndCalled tea"], a.Heard);
        Assert.Equal(["begin", "end EndCalled"], b.Heard);
    }

    [Fact]
    public async Task Ending_the_last_is_complete_with_its_result()
    {
        var dc = Context();
        await dc.BeginDialogAsync("a");

        Assert.Equal(new DialogTurnResult(DialogTurnStatus.Complete, "tea"), await dc.EndDialogAsync("tea"));
        Assert.Empty(dc.Stack);
    }

    [Fact]
    public async Task Replacing_ends_one_begins_another_and_resumes_nobody()
    {
        var dc = Context();
        await dc.BeginDialogAsync("a");
        await dc.ReplaceDialogAsync("b");

        Assert.Equal(["begin", "end ReplaceCalled"], a.Heard);
        Assert.Equal(["b"], dc.Stack.Select(i => i.Id));
    }

    [Fact]
    public async Task Cancelling_all_of_nothing_is_empty() => Assert.Equal(DialogTurnStatus.Empty, (await Context().CancelAllDialogsAsync()).Status);

    [Fact]
    public async Task Cancelling_all_warns_every_dialog_but_the_first()
    {
        var dc = Context();
        await dc.BeginDialogAsync("a");
        await dc.BeginDialogAsync("b");

        Assert.Equal(DialogTurnStatus.Cancelled, (await dc.CancelAllDialogsAsync()).Status);
        Assert.Equal(["begin", "end CancelCalled"], b.Heard);
        Assert.Equal(["begin", "event cancelDialog", "end CancelCalled"], a.Heard);
    }

    [Fact]
    public async Task A_dialog_that_handles_the_warning_stays()
    {
        var dc = Context();
        await dc.BeginDialogAsync("a");
        await dc.BeginDialogAsync("b");
        a.Handles = DialogEvents.CancelDialog;

        Assert.Equal(DialogTurnStatus.Waiting, (await dc.CancelAllDialogsAsync()).Status);
        Assert.Equal(["a"], dc.Stack.Select(i => i.Id));
    }

    [Fact]
    public async Task Cancelling_one_tells_the_one_below()
    {
        var dc = Context();
        await dc.BeginDialogAsync("a");
        await dc.BeginDialogAsync("b");
        await dc.CancelDialogAsync();

        Assert.Equal(["begin", "resume CancelCalled "], a.Heard);
        Assert.Equal(DialogTurnStatus.Cancelled, (await dc.CancelDialogAsync()).Status);
    }

    [Fact]
    public async Task Reprompting_asks_the_active_dialog_unless_it_handles_the_event()
    {
        var dc = Context();
        await dc.BeginDialogAsync("a");
        await dc.RepromptDialogAsync();
        a.Handles = DialogEvents.RepromptDialog;
        await dc.RepromptDialogAsync();

        Assert.Equal(["begin", "event repromptDialog", "reprompt", "event repromptDialog"], a.Heard);
    }

    [Fact]
    public async Task An_unknown_dialog_on_the_stack_is_an_error_with_its_name()
    {
        state.DialogStack.Add(new DialogInstance("gone"));

        var error = await Assert.ThrowsAsync<BrokenStackException>(() => Context().ContinueDialogAsync());

        Assert.Equal(("gone", UnwindReason.DialogMissing), (error.DialogId, error.Reason));
    }

    [Fact]
    public void A_set_renames_the_newcomer_and_ignores_the_same_again()
    {
        var (first, second, third) = (new NotingDialog("x"), new NotingDialog("x"), new NotingDialog("x"));
        var set = new DialogSet().Add(first).Add(first).Add(second).Add(third);

        Assert.Equal(["x", "x2", "x3"], set.GetDialogs().Select(d => d.Id));
        Assert.Same(second, set.Find("x2"));
    }

    [Fact]
    public async Task A_set_without_a_property_has_no_stack() => await Assert.ThrowsAsync<InvalidOperationException>(() => new DialogSet().CreateContextAsync(Cast.Turn()));

    [Fact]
    public async Task A_set_keeps_its_stack_in_state()
    {
        var (turn, storage) = (Cast.Turn(), new MemoryStorage());
        var conversation = new ConversationState(storage, new StateTypes());
        var set = new DialogSet(conversation.CreateProperty<DialogState>("stack")).Add(a);
        await (await set.CreateContextAsync(turn)).BeginDialogAsync("a");

        Assert.Equal("a", (await set.CreateContextAsync(turn)).ActiveDialog!.Id);
    }

    [Fact]
    public void A_dialog_without_an_id_takes_the_name_of_its_class() => Assert.Equal(nameof(ComponentDialog), new ComponentDialog().Id);

    private DialogContext Context() => new(new DialogSet().Add(a).Add(b), Cast.Turn(), state);

    private sealed class NotingDialog(string id) : Dialog(id)
    {
        public List<string> Heard { get; } = [];

        public string? Handles { get; set; }

        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) => Waiting("begin");

        public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) => Waiting("continue");

        public override Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default) =>
            Waiting($"resume {reason} {result}");

        public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) => Waiting("reprompt");

        public override Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) => Waiting($"end {reason}");

        protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            Heard.Add($"event {e.Name}");
            return Task.FromResult(e.Name == Handles);
        }

        private Task<DialogTurnResult> Waiting(string heard)
        {
            Heard.Add(heard);
            return Task.FromResult(EndOfTurn);
        }
    }
}
