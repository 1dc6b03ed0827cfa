using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Mentors;

/// <summary>What a mentor does, with all that follows from it for others; the same whether he does it by a text message or at the desk.</summary>
internal sealed class MentorDeeds(Content content)
{
    /// <summary>Somebody else was quicker.</summary>
    public const string Gone = "Mentors.gone";

    private const string ToHer = "Handoffs.taken";
    private const string Passed = "handoff.passed";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Gone, ToHer];

    /// <summary>He takes it, if he still can: she is told who is here, and those who were asked too that they need not answer any more.</summary>
    public async Task<DeskResult> TakeAsync(Turn turn, Mentor mentor, Offer offer, CancellationToken cancellationToken)
    {
        var handoff = offer.Handoff!;
        if (handoff.IsHeld && handoff.MentorId == mentor.Id) return DeskResult.Mine;
        if (await turn.TakeAsync(mentor, offer, cancellationToken) is not { } others) return handoff.IsHeld ? DeskResult.Gone : DeskResult.Over;
        foreach (var other in others) turn.TellAsked(content.Words, other, Gone, ("name", mentor.Name), ("tag", handoff.Tag));
        if (await turn.FindConcernInAsync(handoff.Conversation!, cancellationToken) is { IsOpen: true } concern) await LookAfterAsync(turn, mentor, concern, [.. others.Where(other => other.HearsByPhone)], cancellationToken);
        turn.SayIn(handoff.Conversation!, content.Words.MessageIn(handoff.Conversation!, ToHer, ("name", mentor.Name)), Speaker.Mentor);
        return DeskResult.Done;
    }

    /// <summary>He has the duty, and looks after a concern: he takes her, if she wants a person and nobody has her; else he has it in mind, and the others hear so.</summary>
    public async Task<LookedAfter> LookAfterAsync(Turn turn, Mentor mentor, RaisedConcern concern, CancellationToken cancellationToken)
    {
        var handoff = await turn.FindHandoffInAsync(concern.Conversation!, cancellationToken);
        if (handoff is { CanBeTaken: true }) return new(await TakeAsync(turn, mentor, await turn.OfferOfDutyAsync(handoff, mentor, cancellationToken), cancellationToken), handoff, IsTalk: true);
        await LookAfterAsync(turn, mentor, concern, told: [], cancellationToken);
        if (handoff is null) turn.Call(ConcernClock.TakenOf(concern));
        return new(DeskResult.Done, handoff, IsTalk: false);
    }

    /// <summary>He looks after a concern: those who were alerted too need not. They hear it on their phones, which rang with the alert wherever they hear of offers.</summary>
    /// <param name="turn">His turn.</param>
    /// <param name="mentor">He.</param>
    /// <param name="concern">What he looks after.</param>
    /// <param name="told">Who was told already, on his phone, that he took her.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    private async Task LookAfterAsync(Turn turn, Mentor mentor, RaisedConcern concern, IReadOnlyList<Mentor> told, CancellationToken cancellationToken)
    {
        foreach (var other in (await turn.TakeConcernAsync(concern, mentor, cancellationToken)).Except(told))
            turn.Tell(content.Words, other, Gone, ("name", mentor.Name), ("tag", concern.Tag));
    }

    /// <summary>He writes to her, with his name before his words.</summary>
    public static void Write(Turn turn, Mentor mentor, Handoff handoff, string text)
    {
        turn.NoteMentorSpoke(handoff);
        turn.SayIn(handoff.Conversation!, MentorLines.Plain($"{mentor.Name}: {text}"), Speaker.Mentor);
    }

    /// <summary>He gives back what he holds: others are asked.</summary>
    public static Task GiveBackAsync(Turn turn, Handoff handoff, CancellationToken cancellationToken) => turn.ReturnAsync(handoff, Passed, cancellationToken);

    /// <summary>He wants to be asked nothing for now, or again: then he hears at once of the messages that wait. Whom he holds stays with him.</summary>
    public static async Task SetAwayAsync(Turn turn, Mentor mentor, bool isAway, CancellationToken cancellationToken)
    {
        var isBack = !isAway && mentor.AwaySince is not null;
        mentor.AwaySince = isAway ? mentor.AwaySince ?? turn.Now : null;
        mentor.Version++;
        if (isBack) await turn.LookForMessagesAsync(mentor, cancellationToken);
    }
}

/// <summary>What became of a mentor's taking a concern.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Handoff">What is open with her, or null.</param>
/// <param name="IsTalk">Whether he took that, too: he talks with her now.</param>
internal sealed record LookedAfter(DeskResult Result, Handoff? Handoff, bool IsTalk);
