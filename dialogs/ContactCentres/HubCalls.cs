using System.Text.Json.Nodes;
using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Tips;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.ContactCentres;

/// <summary>Asks the hub that carries a conversation for a person of its own. It is told what a mentor would be, and no transcript: nobody was asked whether it may have one.</summary>
internal sealed class HubCalls(Hubs hubs, Cards cards)
{
    /// <summary>Asks it, where there is one, when a handoff begins to go round.</summary>
    public async Task AskAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        // A message that she left waits for whoever comes back, and not for whoever is there now.
        if (handoff.Waves > 0 || handoff.State == HandoffState.Parked || !hubs.IsHub(turn.Conversation)) return;
        turn.AskHub(handoff, EventFactory.CreateHandoffInitiation(context, await CardAsync(turn, handoff, cancellationToken)));
    }

    private async Task<JsonObject> CardAsync(Turn turn, Handoff handoff, CancellationToken cancellationToken)
    {
        var card = new JsonObject
        {
            ["tag"] = handoff.Tag,
            ["alias"] = turn.Mentee.Alias,
            ["language"] = turn.Mentee.Language,
            ["isUrgent"] = handoff.IsUrgent,
            ["course"] = TipsDialog.FirstCourse,
            ["tips"] = await cards.TipsHadAsync(turn, handoff, cancellationToken),
        };
        // What was a cry for help is for whoever takes it, as it is among mentors: the hub's queues and logs need not have it.
        if (!handoff.IsUrgent && await cards.AboutAsync(turn, handoff, cancellationToken) is { } about) card["about"] = about;
        return card;
    }
}
