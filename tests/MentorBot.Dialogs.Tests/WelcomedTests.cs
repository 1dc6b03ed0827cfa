using System.Text.Json.Nodes;
using MentorBot.BotFramework;
using MentorBot.Dialogs.Tests.Transcripts;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Tests;

/// <summary>Our own page shows the welcome to whoever opens it, before she writes.</summary>
public sealed class WelcomedTests : IAsyncLifetime
{
    // Of its own: in the one that transcripts share, time passes.
    private readonly World _world = new();

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("en", "hi", "What would you like?")]
    [InlineData("en", "my phone is broken", "Sorry, I did not understand.")]
    [InlineData("en", "1", "Tip 1 of 12")]
    [InlineData("en", "mwy", "Awgrym 1 o 12")]
    [InlineData("cy", "hi", "Beth hoffech chi?")]
    [InlineData("cy", "1", "Awgrym 1 o 12")]
    [InlineData("xx", "hi", "Hello, I'm MentorBot.")]
    public async Task Who_has_read_the_welcome_is_answered_in_its_language_and_not_welcomed_again(string shownIn, string text, string answer)
    {
        var address = $"welcomed {shownIn} {text}";
        var activity = MessageFactory.Text(text);
        activity.ChannelData = new JsonObject { ["welcomeShown"] = shownIn };
        await _world.Get<Inbox>().AcceptAsync(new IncomingMessage("webchat", address, address, "web", activity));
        await _world.WorkAsync();

        Assert.StartsWith(answer, Assert.Single(_world.Channels.Single(one => one.Id == "webchat").TakeSent(address)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cy", "START", "Helo, MentorBot")]
    [InlineData("cy-GB", "1", "Helo, MentorBot")]
    [InlineData("cy", "hi", "Hello, I'm MentorBot.")]
    [InlineData("en-GB", "START", "Hello, I'm MentorBot.")]
    [InlineData("fr", "START", "Hello, I'm MentorBot.")]
    [InlineData(null, "START", "Hello, I'm MentorBot.")]
    public async Task Whoever_s_app_is_in_Welsh_is_welcomed_in_it_unless_she_writes_otherwise(string? appIsIn, string text, string answer)
    {
        var address = $"app in {appIsIn} {text}";
        var activity = MessageFactory.Text(text);
        activity.Locale = appIsIn;
        await _world.Get<Inbox>().AcceptAsync(new IncomingMessage("telegram", address, address, "bot", activity));
        await _world.WorkAsync();

        Assert.StartsWith(answer, Assert.Single(_world.Channels.Single(one => one.Id == "telegram").TakeSent(address)), StringComparison.Ordinal);
    }
}
