using MentorBot.BotFramework;
using MentorBot.Dialogs.ContactCentres;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Dialogs.SmallTalk;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Handoffs;

/// <summary>Hears what a mentee writes while she waits for a mentor, and is no command: it is kept for whoever takes her, and she hears so.</summary>
internal sealed class WhileWaiting(Content content, Waiting waiting, HubWords hub)
{
    private const string Added = "Handoffs.added";
    private const string AddedWithout = "Handoffs.addedWithout";
    private const string Full = "Handoffs.full";

    // What the card of whoever takes her has room for.
    private const int LongestAbout = 200;

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Added, AddedWithout, Full];

    /// <summary>Keeps this turn's message.</summary>
    /// <returns>The answer to her.</returns>
    public async Task<Activity> HearAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken)
    {
        var words = context.Written(content.Words);
        if (words.Length == 0 || SmallTalkDialog.IsSmallTalk(content.Commands.Recognise(context.Activity.Text)) || !handoff.CanBeTaken || hub.IsAt(context.Turn().Conversation)) return waiting.HowItStands(context.Turn(), handoff);
        if (await KeptForMentor.IsFullAsync(context, cancellationToken)) return content.Words.Message(context, Full);
        await KeepAsync(context, handoff, words, cancellationToken);
        return content.Words.Message(context, Contacts.AreIn(words) ? AddedWithout : Added);
    }

    // Had she not said what it is about, she says it now, and whoever is asked from now on reads it.
    private static async Task KeepAsync(ITurnContext context, Handoff handoff, string words, CancellationToken cancellationToken)
    {
        var isAbout = handoff.AboutId is null && !string.IsNullOrWhiteSpace(context.Activity.Text);
        if (isAbout) context.Turn().SayAbout(handoff);
        if (!isAbout || words.Length > LongestAbout || context.Activity.Attachments is { Count: > 0 }) await KeptForMentor.AddAsync(context, words, cancellationToken);
    }
}
