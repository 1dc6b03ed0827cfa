namespace MentorBot.BotFramework.Tests.Turns;

public class TurnContextTests
{
    private readonly BufferedAdapter adapter = Cast.NumberingAdapter();

    [Fact]
    public async Task What_is_sent_is_addressed_and_named()
    {
        var turn = await RunAsync(Cast.AminaSays("hi", locale: "en-GB"), t => t.SendActivityAsync("Hello"));

        var reply = Assert.Single(turn.Replies);
        Assert.Equal(("message", "Hello", "acceptingInput", "reply-1"), (reply.Type, reply.Text, reply.InputHint, reply.Id));
        Assert.Equal(("mentorbot", "amina", "talk-1", "incoming-1", "en-GB"), (reply.From!.Id, reply.Recipient!.Id, reply.Conversation!.Id, reply.ReplyToId, reply.Locale));
    }

    [Fact]
    public async Task Sending_gives_back_the_ids_in_order()
    {
        string[] ids = [];
        await RunAsync(Cast.AminaSays("hi"), async t =>
            ids = [.. (await t.SendActivitiesAsync([MessageFactory.Text("a"), MessageFactory.Text("b")])).Select(r => r.Id!)]);

        Assert.Equal(["reply-1", "reply-2"], ids);
    }

    [Fact]
    public async Task A_turn_has_responded_once_something_but_a_trace_was_sent()
    {
        var seen = new List<bool>();
        await RunAsync(Cast.AminaSays("hi"), async t =>
        {
            seen.Add(t.Responded);
            await t.SendActivityAsync(Activity.CreateTraceActivity("x"));
            seen.Add(t.Responded);
            await t.SendActivityAsync(Activity.CreateTypingActivity());
            seen.Add(t.Responded);
        });

        Assert.Equal([false, false, true], seen);
    }

    [Fact]
    public async Task A_handler_may_change_what_is_sent()
    {
        var turn = await RunAsync(Cast.AminaSays("hi"), t =>
        {
            t.OnSendActivities((_, activities, next) =>
            {
                activities.Add(MessageFactory.Text("added"));
                return next();
            });
            return t.SendActivityAsync("said");
        });

        Assert.Equal(["said", "added"], turn.Replies.Select(r => r.Text));
    }

    [Fact]
    public async Task A_handler_may_keep_back_what_is_sent()
    {
        var responded = true;
        var turn = await RunAsync(Cast.AminaSays("hi"), async t =>
        {
            t.OnSendActivities((_, _, _) => Task.FromResult<ResourceResponse[]>([]));
            Assert.Null(await t.SendActivityAsync("said"));
            responded = t.Responded;
        });

        Assert.Empty(turn.Replies);
        Assert.False(responded);
    }

    [Fact]
    public async Task Handlers_run_in_the_order_they_were_added()
    {
        var order = new List<string>();
        await RunAsync(Cast.AminaSays("hi"), t => t
            .OnSendActivities((_, _, next) => Noting(order, "first", next))
            .OnSendActivities((_, _, next) => Noting(order, "second", next))
            .SendActivityAsync("said"));

        Assert.Equal(["first", "second", "second done", "first done"], order);
    }

    [Fact]
    public async Task A_reply_of_the_turn_is_changed_in_its_place()
    {
        var turn = await RunAsync(Cast.AminaSays("hi"), async t =>
        {
            var sent = await t.SendActivityAsync("One moment");
            await t.SendActivityAsync("second");
            await t.UpdateActivityAsync(new Activity("message") { Id = sent!.Id, Text = "Here it is" });
        });

        Assert.Equal(["Here it is", "second"], turn.Replies.Select(r => r.Text));
    }

    [Fact]
    public async Task A_message_of_an_earlier_turn_is_updated_by_an_activity()
    {
        var turn = await RunAsync(Cast.AminaSays("hi"), t => t.UpdateActivityAsync(new Activity("message") { Id = "old", Text = "new words" }));

        var reply = Assert.Single(turn.Replies);
        Assert.Equal((ActivityTypes.MessageUpdate, "old", "talk-1"), (reply.Type, reply.Id, reply.Conversation!.Id));
    }

    [Fact]
    public async Task A_reply_of_the_turn_can_be_taken_back()
    {
        var turn = await RunAsync(Cast.AminaSays("hi"), async t => await t.DeleteActivityAsync((await t.SendActivityAsync("oops"))!.Id!));

        Assert.Empty(turn.Replies);
    }

    [Fact]
    public async Task A_message_of_an_earlier_turn_is_taken_back_by_an_activity()
    {
        var turn = await RunAsync(Cast.AminaSays("hi"), t => t.DeleteActivityAsync("old"));

        var reply = Assert.Single(turn.Replies);
        Assert.Equal((ActivityTypes.MessageDelete, "old", "amina"), (reply.Type, reply.Id, reply.Recipient!.Id));
    }

    [Fact]
    public async Task Updates_and_deletions_can_be_kept_back()
    {
        var turn = await RunAsync(Cast.AminaSays("hi"), async t =>
        {
            t.OnUpdateActivity((_, _, _) => Task.FromResult<ResourceResponse?>(null)).OnDeleteActivity((_, _, _) => Task.CompletedTask);
            await t.UpdateActivityAsync(new Activity("message") { Id = "old" });
            await t.DeleteActivityAsync(new ConversationReference { ActivityId = "old" });
        });

        Assert.Empty(turn.Replies);
    }

    [Fact]
    public void Turn_state_keeps_objects_by_type_and_by_name()
    {
        var state = Cast.Turn().TurnState;
        state.Add("name", "Amina");
        state.Set(Cast.WednesdayMorning);

        Assert.Equal("Amina", state.Get<string>("name"));
        Assert.Null(state.Get<string>());
        Assert.Same(Cast.WednesdayMorning, state.Get<TurnTime>());
        Assert.Throws<ArgumentException>(() => state.Add("name", "Tomas"));
        state.Set<TurnTime>(null);
        Assert.Null(state.Get<TurnTime>());
    }

    private static async Task<ResourceResponse[]> Noting(List<string> order, string name, Func<Task<ResourceResponse[]>> next)
    {
        order.Add(name);
        var responses = await next();
        order.Add(name + " done");
        return responses;
    }

    private Task<BufferedTurn> RunAsync(Activity activity, Func<ITurnContext, Task> bot) => adapter.ProcessActivityAsync(activity, (t, _) => bot(t));
}
