using MentorBot.Channels.Telegram;
using MentorBot.Mentoring.Incidents;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Channels;

/// <summary>Takes in what Telegram tells us, whether it was posted or fetched.</summary>
internal sealed class TelegramDoor(Inbox inbox, IncidentLog incidents)
{
    private const string Unreadable = "telegram.unreadable";

    /// <summary>Stores what a mentee did; sets aside what cannot be read, for Telegram would send nothing else before it. When this completes it is on disk.</summary>
    public Task AcceptAsync(TelegramArrival arrival)
    {
        if (arrival.Unreadable is { } kind) return incidents.RecordAsync(Unreadable, $"update {arrival.UpdateId?.ToString() ?? "without id"}", kind);
        return arrival.Message is { } message ? inbox.AcceptAsync(message) : Task.CompletedTask;
    }
}
