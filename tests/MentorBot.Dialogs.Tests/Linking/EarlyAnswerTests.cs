using MentorBot.BotFramework;
using MentorBot.Dialogs.Tests.Transcripts;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;

namespace MentorBot.Dialogs.Tests.Linking;

/// <summary>What she writes crosses with the question whether it was her: she had not seen it.</summary>
public sealed class EarlyAnswerTests : IAsyncLifetime
{
    private const string Texts = "sms";
    private const string Web = "webchat";

    private readonly World _world = new();
    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal) { [Texts] = Cast.Amina.Mobile, [Web] = "chat" };
    private int _heard;

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_1_before_the_question_was_sent_is_a_choice_and_the_question_stays_open()
    {
        await ShowCodeAsync();

        await HearAsync(Texts, "1");
        await _world.WorkAsync();
        var said = Said(Texts);
        Assert.Contains(said, text => text.Contains("Was that you?", StringComparison.Ordinal));
        Assert.Contains(said, text => text.StartsWith("Tip 1 of 12", StringComparison.Ordinal));
        Assert.DoesNotContain(Said(Web), IsJoined);

        await HearAsync(Texts, "1");
        await _world.WorkAsync();
        Assert.Contains(Said(Texts), IsJoined);
        Assert.Contains(Said(Web), IsJoined);
    }

    [Fact]
    public async Task LINK_before_the_question_was_sent_asks_again_and_the_next_1_is_her_yes()
    {
        await ShowCodeAsync();

        await HearAsync(Texts, "LINK");
        await _world.WorkAsync();
        Assert.Equal(2, Said(Texts).Count(text => text.Contains("Was that you?", StringComparison.Ordinal)));
        await HearAsync(Texts, "1");
        await _world.WorkAsync();

        Assert.Contains(Said(Texts), IsJoined);
    }

    /// <summary>A code was given by text and shown on the web, and the question is still to be sent.</summary>
    private async Task ShowCodeAsync()
    {
        foreach (var text in new[] { "hi", "LINK" })
        {
            await HearAsync(Texts, text);
            await _world.WorkAsync();
        }
        var code = Said(Texts)[^1].Split("LINK ")[1][..6];
        await HearAsync(Texts, "menu");
        await _world.WorkAsync();
        Said(Texts);
        await HearAsync(Web, $"LINK {code}");
        Assert.Equal(1, await _world.Get<Turns>().TakeDueAsync(CancellationToken.None));
    }

    private Task<Acceptance> HearAsync(string channel, string text) => _world.Get<Inbox>().AcceptAsync(
        new IncomingMessage(channel, $"{++_heard}", _addresses[channel], Cast.OurNumber, MessageFactory.Text(text)));

    private IReadOnlyList<string> Said(string channel) => _world.Channels.Single(one => one.Id == channel).TakeSent(_addresses[channel]);

    private static bool IsJoined(string text) => text.Contains("UNLINK", StringComparison.Ordinal);
}
