using MentorBot.BotFramework;
using MentorBot.Dialogs.ContactCentres;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Handoffs;

/// <summary>Hears what a mentee writes while she waits for a mentor, and is no command: it is kept for whoever takes her, and she hears so.</summary>
internal sealed class WhileWaiting(Content content, Waiting waiting, HubWords hub)
{
    private const string Added = "Handoffs.added";
    private const string AddedWithout = "Handoffs.addedWithout";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Added, AddedWithout];

    /// <summary>Keeps this turn's message.</summary>
    /// <returns>The answer to her.</returns>
    public async Task<Activity> HearAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken)
    {
        var words = context.Written(content.Words);
        var isKept = words.Length > 0 && handoff.CanBeTaken && !hub.IsAt(context.Turn().Conversation) && await KeepAsync(context, handoff, words, cancellationToken);
        return isKept ? content.Words.Message(context, Contacts.AreIn(words) ? AddedWithout : Added) : waiting.HowItStands(context.Turn(), handoff);
    }

    // Had she not said what it is about, she says it now; and whoever is asked from now on reads it.
    private static async Task<bool> KeepAsync(ITurnContext context, Handoff handoff, string words, CancellationToken cancellationToken)
    {
        if (handoff.AboutId is not null || string.IsNullOrWhiteSpace(context.Activity.Text)) return await ForNextMentor.AddAsync(context, handoff, words, cancellationToken);
        context.Turn().SayAbout(handoff);
        return true;
    }
}
