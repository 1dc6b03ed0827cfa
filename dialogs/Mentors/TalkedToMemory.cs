using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Handoffs;

namespace MentorBot.Dialogs.Mentors;

/// <summary>Remembers whom a mentor talked to last.</summary>
internal static class TalkedToMemory
{
    /// <summary>He parts from her himself: what he writes next is not for her, and he need not be asked.</summary>
    public static async Task PartAsync(this ITurnContext context, IReadOnlyList<Handoff> held, Handoff left, CancellationToken cancellationToken)
    {
        var talkedTo = await context.TalkedTo().GetAsync(context, cancellationToken: cancellationToken);
        if (held.Count > 1 && talkedTo == Cards.AliasOf(left)) await context.TalkedTo().DeleteAsync(context, cancellationToken);
    }
}
