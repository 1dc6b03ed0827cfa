using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;

namespace MentorBot.Dialogs.Mentors;

/// <summary>Tells a mentor on his phone that he leads now, stands in, or does neither any more: what is true when it is said.</summary>
internal sealed class DutyDue(Content content) : IMiddleware
{
    private const string Leads = "Mentors.leads";
    private const string StandsIn = "Mentors.standsIn";
    private const string NoDuty = "Mentors.noDuty";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Leads, StandsIn, NoDuty];

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var turn = turnContext.Turn();
        if (turn.Occasion != Duties.Changed)
        {
            await next(cancellationToken);
            return;
        }
        if (turn.Conversation.Floor == Floor.Nobody || await turn.FindMentorAsync(cancellationToken) is not { WithdrawnAt: null } mentor) return;
        var (leads, standsIn) = await turn.DutiesOfAsync(mentor, cancellationToken);
        turn.Tell(content.Words, mentor, leads ? Leads : standsIn ? StandsIn : NoDuty, ("name", mentor.Name));
    }
}
