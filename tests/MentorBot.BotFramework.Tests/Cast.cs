namespace MentorBot.BotFramework.Tests;

/// <summary>The people and the places that every test here shares.</summary>
internal static class Cast
{
    public static readonly ChannelAccount Amina = new("amina", "Amina");
    public static readonly ChannelAccount MentorBot = new("mentorbot", "MentorBot", RoleTypes.Bot);
    public static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Ten in the morning of Wednesday 2 June 2027, in London.</summary>
    public static readonly TurnTime WednesdayMorning = new(new DateTimeOffset(2027, 6, 2, 9, 0, 0, TimeSpan.Zero), London);

    public static Activity AminaSays(string? text, string channel = Channels.Test, string? locale = null) =>
        FromAmina(ActivityTypes.Message, channel, a => (a.Text, a.Locale) = (text, locale));

    public static Activity FromAmina(string type, string channel = Channels.Test, Action<Activity>? with = null)
    {
        var activity = new Activity(type)
        {
            Id = "incoming-1",
            ChannelId = channel,
            ServiceUrl = "https://channel.example/",
            From = Amina,
            Recipient = MentorBot,
            Conversation = new ConversationAccount("talk-1"),
        };
        with?.Invoke(activity);
        return activity;
    }

    public static BufferedAdapter NumberingAdapter()
    {
        var sent = 0;
        return new BufferedAdapter(() => $"reply-{++sent}");
    }

    public static TurnContext Turn(Activity? activity = null) => new(NumberingAdapter(), activity ?? AminaSays("hi"));
}
