using MentorBot.BotFramework;
using MentorBot.Channels.Sms;

namespace MentorBot.Dialogs.Tests.Transcripts;

/// <summary>A provider that takes everything and remembers what it was given. By text message it renders as the real one does.</summary>
internal sealed class RecordingChannel(string id) : IChannel
{
    private readonly List<OutgoingMessage> _sent = [];

    public string Id => id;

    public int MessagesPerSecond => 100;

    /// <summary>Whoever comes by Azure Bot is at a contact centre.</summary>
    public bool IsHub(string ourAddress) => id == BotFramework.Channels.AzureBot;

    public IReadOnlyList<Activity> Render(Activity reply) => id == BotFramework.Channels.Sms ? SmsRendering.Render(reply) : [reply];

    public Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        lock (_sent) _sent.Add(message);
        return Task.FromResult(Delivery.Accepted($"{message.Id:N}"));
    }

    public Task<Delivery> LookUpAsync(OutgoingMessage message, IReadOnlySet<string> knownProviderIds, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Everything is accepted, so there is nothing to look up.");

    /// <summary>What was sent to an address since this was last asked, as a transcript shows it: words, then buttons. Of what only programs read it shows nothing.</summary>
    public IReadOnlyList<string> TakeSent(string address)
    {
        lock (_sent)
        {
            var texts = _sent.Where(message => message.Address == address && !message.Activity.IsType(ActivityTypes.Event)).Select(message => Shown(message.Activity)).ToList();
            _sent.RemoveAll(message => message.Address == address);
            return texts;
        }
    }

    private static string Shown(Activity activity)
    {
        var buttons = activity.SuggestedActions?.Actions?.Select(action => $"[{action.Title}]") ?? [];
        return string.Join('\n', [activity.Text, .. buttons]);
    }
}
