namespace MentorBot.BotFramework.Tests.Turns;

public class ActivityHandlerTests
{
    private readonly BufferedAdapter adapter = Cast.NumberingAdapter();
    private readonly NotingBot bot = new();

    [Theory]
    [InlineData(ActivityTypes.Message, "message")]
    [InlineData(ActivityTypes.MessageUpdate, "messageUpdate")]
    [InlineData(ActivityTypes.MessageDelete, "messageDelete")]
    [InlineData(ActivityTypes.EndOfConversation, "end")]
    [InlineData(ActivityTypes.Typing, "typing")]
    [InlineData(ActivityTypes.Command, "command")]
    [InlineData(ActivityTypes.CommandResult, "commandResult")]
    [InlineData(ActivityTypes.Event, "event")]
    [InlineData("somethingNew", "unrecognized")]
    public async Task Each_type_has_its_method(string type, string heard)
    {
        await RunAsync(Cast.FromAmina(type));

        Assert.Equal([heard], bot.Heard);
    }

    [Fact]
    public async Task The_bot_does_not_greet_itself()
    {
        await RunAsync(Cast.FromAmina(ActivityTypes.ConversationUpdate, with: a => a.MembersAdded = [Cast.MentorBot]));

        Assert.Empty(bot.Heard);
    }

    [Fact]
    public async Task A_list_with_nobody_in_it_does_no_harm()
    {
        await RunAsync(ActivityJson.Parse("""{"type":"conversationUpdate","channelId":"test","membersAdded":[null]}"""));

        Assert.Empty(bot.Heard);
    }

    [Fact]
    public async Task Newcomers_come_as_one_list_with_the_bot_among_them()
    {
        await RunAsync(Cast.FromAmina(ActivityTypes.ConversationUpdate, with: a => a.MembersAdded = [Cast.MentorBot, Cast.Amina]));

        Assert.Equal(["added mentorbot amina"], bot.Heard);
    }

    [Fact]
    public async Task Those_who_left_are_heard_of_only_when_nobody_joined()
    {
        await RunAsync(Cast.FromAmina(ActivityTypes.ConversationUpdate, with: a => a.MembersRemoved = [Cast.Amina]));
        await RunAsync(Cast.FromAmina(ActivityTypes.ConversationUpdate, with: a => (a.MembersAdded, a.MembersRemoved) = ([], [Cast.Amina])));

        Assert.Equal(["removed amina"], bot.Heard);
    }

    [Fact]
    public async Task Reactions_come_added_first()
    {
        await RunAsync(Cast.FromAmina(ActivityTypes.MessageReaction, with: a =>
            (a.ReactionsAdded, a.ReactionsRemoved) = ([new MessageReaction { Type = "like" }], [new MessageReaction { Type = "sad" }])));

        Assert.Equal(["reaction+ like", "reaction- sad"], bot.Heard);
    }

    [Theory]
    [InlineData("add", "installed")]
    [InlineData("remove", "uninstalled")]
    public async Task Installing_is_told_from_removing(string action, string heard)
    {
        await RunAsync(Cast.FromAmina(ActivityTypes.InstallationUpdate, with: a => a.Action = action));

        Assert.Equal([heard], bot.Heard);
    }

    [Fact]
    public async Task A_sign_in_token_is_an_event_of_its_own()
    {
        await RunAsync(Cast.FromAmina(ActivityTypes.Event, with: a => a.Name = "tokens/response"));

        Assert.Equal(["token"], bot.Heard);
    }

    [Fact]
    public async Task An_invoke_nobody_handles_is_answered_501()
    {
        var turn = await RunAsync(Cast.FromAmina(ActivityTypes.Invoke));

        Assert.Equal(501, turn.InvokeResponse!.Status);
        Assert.Empty(turn.Replies);
    }

    [Fact]
    public async Task An_activity_without_a_type_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(new Activity { ChannelId = Channels.Test }));

    private Task<BufferedTurn> RunAsync(Activity activity) => adapter.ProcessActivityAsync(activity, bot.OnTurnAsync);

    private sealed class NotingBot : ActivityHandler
    {
        public List<string> Heard { get; } = [];

        protected override Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note("message");

        protected override Task OnMessageUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note("messageUpdate");

        protected override Task OnMessageDeleteActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note("messageDelete");

        protected override Task OnEndOfConversationActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note("end");

        protected override Task OnTypingActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note("typing");

        protected override Task OnCommandActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note("command");

        protected override Task OnCommandResultActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note("commandResult");

        protected override Task OnEventAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note("event");

        protected override Task OnTokenResponseEventAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note("token");

        protected override Task OnInstallationUpdateAddAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note("installed");

        protected override Task OnInstallationUpdateRemoveAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note("uninstalled");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note("unrecognized");

        protected override Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext turnContext, CancellationToken cancellationToken) =>
            Note("added " + string.Join(' ', membersAdded.Select(m => m.Id)));

        protected override Task OnMembersRemovedAsync(IList<ChannelAccount> membersRemoved, ITurnContext turnContext, CancellationToken cancellationToken) =>
            Note("removed " + string.Join(' ', membersRemoved.Select(m => m.Id)));

        protected override Task OnReactionsAddedAsync(IList<MessageReaction> messageReactions, ITurnContext turnContext, CancellationToken cancellationToken) =>
            Note("reaction+ " + messageReactions[0].Type);

        protected override Task OnReactionsRemovedAsync(IList<MessageReaction> messageReactions, ITurnContext turnContext, CancellationToken cancellationToken) =>
            Note("reaction- " + messageReactions[0].Type);

        private Task Note(string what)
        {
            Heard.Add(what);
            return Task.CompletedTask;
        }
    }
}
