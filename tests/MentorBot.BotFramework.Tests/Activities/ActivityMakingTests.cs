namespace MentorBot.BotFramework.Tests.Activities;

public class ActivityMakingTests
{
    [Fact]
    public void A_reply_goes_back_where_its_activity_came_from()
    {
        var reply = Cast.AminaSays("hi", locale: "cy").CreateReply("Helo");

        Assert.Equal(("message", "Helo", "cy", "incoming-1"), (reply.Type, reply.Text, reply.Locale, reply.ReplyToId));
        Assert.Equal(("mentorbot", "amina", "talk-1"), (reply.From!.Id, reply.Recipient!.Id, reply.Conversation!.Id));
        Assert.Equal((Channels.Test, "https://channel.example/"), (reply.ChannelId, reply.ServiceUrl));
    }

    [Fact]
    public void A_reply_may_be_in_a_language_of_its_own() => Assert.Equal("en", Cast.AminaSays("hi", locale: "cy").CreateReply("Hello", "en").Locale);

    [Theory]
    [InlineData(Channels.DirectLine, null)]
    [InlineData(Channels.WebChat, null)]
    [InlineData(Channels.Telegram, "incoming-1")]
    public void On_web_channels_nothing_answers_a_conversation_update(string channel, string? replyTo) =>
        Assert.Equal(replyTo, Cast.FromAmina(ActivityTypes.ConversationUpdate, channel).CreateReply("hello").ReplyToId);

    [Fact]
    public void A_reference_leads_back_into_the_conversation()
    {
        var again = Cast.AminaSays("hi").GetConversationReference().GetContinuationActivity();

        Assert.Equal((ActivityTypes.Event, "ContinueConversation"), (again.Type, again.Name));
        Assert.Equal(("amina", "mentorbot", "talk-1"), (again.From!.Id, again.Recipient!.Id, again.Conversation!.Id));
    }

    [Fact]
    public void A_locale_that_is_set_is_not_overwritten()
    {
        var reference = Cast.AminaSays("hi", locale: "cy").GetConversationReference();

        Assert.Equal("en", new Activity("message") { Locale = "en" }.ApplyConversationReference(reference).Locale);
    }

    [Fact]
    public void An_activity_knows_its_type_whatever_the_case()
    {
        Assert.NotNull(new Activity("Message").AsMessageActivity());
        Assert.Null(new Activity("Message").AsEventActivity());
        Assert.NotNull(Activity.CreateEventActivity().AsEventActivity());
        Assert.NotNull(Activity.CreateConversationUpdateActivity().AsConversationUpdateActivity());
    }

    [Fact]
    public void A_trace_says_what_it_is_about()
    {
        var trace = Activity.CreateTraceActivity("state", "json", 3, "State");

        Assert.Equal(("trace", "state", "json", 3, "State"), (trace.Type, trace.Name, trace.ValueType, (int)trace.Value!, trace.Label));
    }

    [Theory]
    [InlineData(Channels.Sms, 2, false)]
    [InlineData(Channels.TwilioSms, 2, false)]
    [InlineData(Channels.Test, 2, false)]
    [InlineData(Channels.Telegram, 100, true)]
    [InlineData(Channels.Telegram, 101, false)]
    [InlineData(Channels.WebChat, 2, true)]
    [InlineData(Channels.DirectLine, 2, true)]
    [InlineData(Channels.Emulator, 2, true)]
    [InlineData(null, 2, false)]
    public void Some_channels_show_buttons(string? channel, int count, bool supported) =>
        Assert.Equal(supported, Channels.SupportsSuggestedActions(channel, count));

    [Fact]
    public void Suggested_answers_say_themselves()
    {
        var message = MessageFactory.SuggestedActions(["Yes", "No"], "Shall I?");

        Assert.Equal(["Yes", "No"], message.SuggestedActions!.Actions!.Select(a => (string)a.Value!));
        Assert.All(message.SuggestedActions.Actions!, a => Assert.Equal(ActionTypes.ImBack, a.Type));
    }
}
