using MentorBot.Channels;
using MentorBot.Channels.Telegram;
using MentorBot.Mentoring.Incidents;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Workers;

/// <summary>Step one and two of a message's path, where Telegram's updates are fetched: asks for them again and again.</summary>
internal sealed class TelegramPoller(
    TelegramPolling polling, TelegramDoor door, TelegramSettings settings, IncidentLog incidents, Partitions partitions, ILogger<TelegramPoller> log) : Loop(log)
{
    private const string Stopped = "telegram.stopped";
    private const string WrongToken = "token-refused";

    // Of several nodes the one that looks after this partition fetches, for Telegram lets only one.
    private const int FetchersPartition = 0;

    private static readonly TimeSpan UntilAnotherLook = TimeSpan.FromSeconds(1);

    private bool _isStopped;

    protected override async Task GoRoundAsync(CancellationToken stopping)
    {
        if (!partitions.Held.Ids.Contains(FetchersPartition))
        {
            polling.Forget();
            await Task.Delay(UntilAnotherLook, TimeProvider.System, stopping);
            return;
        }

        var polled = await polling.AskAsync(arrival => AcceptAsync(arrival, stopping), stopping);
        if (polled == TelegramPolled.TokenRefused && !_isStopped) await incidents.RecordAsync(Stopped, $"bot {settings.BotId}", WrongToken);
        _isStopped = polled == TelegramPolled.TokenRefused;
    }

    private async Task AcceptAsync(TelegramArrival arrival, CancellationToken stopping)
    {
        await door.AcceptAsync(arrival);
        // Nobody waits for it: it never fails, and what it does is forgotten soon.
        if (arrival.CallbackQueryId is { } press) _ = polling.AnswerPressAsync(press, stopping);
    }
}
