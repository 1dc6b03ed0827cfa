using MentorBot.BotFramework;
using MentorBot.Dialogs.ContactCentres;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Handoffs;

/// <summary>Says honestly how long it takes, and how it stands.</summary>
internal sealed class Waiting(Content content, HubWords hub)
{
    private const string Stands = "Handoffs.waiting";
    private const string Unknown = "Handoffs.waitUnknown";
    private const string Minutes = "Handoffs.waitMinutes";
    private const string Long = "Handoffs.waitLong";
    private const string JustNow = "Handoffs.justNow";
    private const string MinutesAgo = "Handoffs.minutesAgo";
    private const string LongAgo = "Handoffs.longAgo";

    // Nobody counts a wait more exactly.
    private const int RoundedTo = 5;
    private const int MostMinutes = 60;

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Stands, Unknown, Minutes, Long, JustNow, MinutesAgo, LongAgo];

    /// <summary>How long it mostly takes, in a sentence.</summary>
    /// <param name="turn">Her turn.</param>
    /// <param name="wait">As it was lately; null if that is not known.</param>
    public string Usually(Turn turn, TimeSpan? wait)
    {
        if (wait is not { } time) return Say(turn.Conversation, Unknown);
        var minutes = Math.Max(1, (int)Math.Ceiling(time.TotalMinutes / RoundedTo)) * RoundedTo;
        return minutes <= MostMinutes ? Say(turn.Conversation, Minutes, minutes) : Say(turn.Conversation, Long);
    }

    /// <summary>How it stands with what she asked for.</summary>
    public Activity HowItStands(Turn turn, Handoff handoff)
    {
        return content.Words.MessageIn(turn.Conversation, hub.At(turn.Conversation, Stands), ("ago", Ago(turn.Conversation, turn.Now - handoff.RequestedAt)));
    }

    /// <summary>How long ago something was, in words for a conversation.</summary>
    public string Ago(Conversation where, TimeSpan since)
    {
        var minutes = (int)since.TotalMinutes;
        return minutes < 2 ? Say(where, JustNow) : minutes <= MostMinutes ? Say(where, MinutesAgo, minutes) : Say(where, LongAgo);
    }

    private string Say(Conversation where, string key, int count) => content.Words.MessageIn(where, key, ("count", $"{count}")).Text!;

    private string Say(Conversation where, string key) => content.Words.MessageIn(where, key).Text!;
}
