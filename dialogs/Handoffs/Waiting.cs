using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Handoffs;

/// <summary>Says honestly how long it takes, and how it stands.</summary>
internal sealed class Waiting(Content content)
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
        if (wait is not { } time) return Say(turn, Unknown);
        var minutes = Math.Max(1, (int)Math.Ceiling(time.TotalMinutes / RoundedTo)) * RoundedTo;
        return minutes <= MostMinutes ? Say(turn, Minutes, minutes) : Say(turn, Long);
    }

    /// <summary>How it stands with what she asked for.</summary>
    public Activity HowItStands(Turn turn, Handoff handoff)
    {
        var minutes = (int)(turn.Now - handoff.RequestedAt).TotalMinutes;
        var ago = minutes < 2 ? Say(turn, JustNow) : minutes <= MostMinutes ? Say(turn, MinutesAgo, minutes) : Say(turn, LongAgo);
        return content.Words.MessageIn(turn.Conversation, Stands, ("ago", ago));
    }

    private string Say(Turn turn, string key, int count) => content.Words.MessageIn(turn.Conversation, key, ("count", $"{count}")).Text!;

    private string Say(Turn turn, string key) => content.Words.MessageIn(turn.Conversation, key).Text!;
}
