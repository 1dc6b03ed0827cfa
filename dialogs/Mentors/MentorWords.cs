using System.Diagnostics;
using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Linking;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Mentors;

/// <summary>Carries what a mentor writes to whom he holds. Holds he several and names none, he is asked which; nothing is guessed, and nothing that he wrote is lost.</summary>
internal sealed class MentorWords(Content content, LookingAfter lookingAfter)
{
    private const string Which = "Mentors.which";
    private const string Lost = "Mentors.lost";
    private const string HeldBack = "Mentors.heldBack";
    private const string UnknownTalk = "Mentors.unknownTalk";
    private const string WhichOfNew = "Mentors.whichOfNew";
    private const string NotSent = "Mentors.notSent";
    private const string Unreachable = "Mentors.unreachable";
    private const string SentTo = "Mentors.sentTo";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Which, Lost, HeldBack, UnknownTalk, WhichOfNew, NotSent, SentTo, Unreachable, .. LookingAfter.Keys];

    /// <summary>Carries a message.</summary>
    /// <returns>Whether it was for somebody; if not it is a learner's, for the bot.</returns>
    public async Task<bool> HearAsync(ITurnContext context, Mentor mentor, CancellationToken cancellationToken)
    {
        var held = await context.Turn().HeldByAsync(mentor, cancellationToken);
        var talk = new MentorTalk(context, mentor, held)
        {
            ForLetter = await Kept.ReadAsync(context, context.WaitsForLetter(), cancellationToken),
            HeldBack = await Kept.ReadAsync(context, context.HeldBack(), cancellationToken),
            TalkedTo = await context.TalkedTo().GetAsync(context, cancellationToken: cancellationToken),
        };
        if (held.Count == 0) return await MissAsync(talk, cancellationToken);
        await DoAsync(talk, talk.ForWhom(context.Written(content.Words), OneOrTwo.Heard(context.Activity, content.Commands)), cancellationToken);
        return true;
    }

    /// <summary>He holds nobody. Was it taken from him while he wrote, he hears that nobody got his words, once. Does he look after somebody, he hears it of small talk here, and of all else where the bot has no answer.</summary>
    private async Task<bool> MissAsync(MentorTalk talk, CancellationToken cancellationToken)
    {
        var context = talk.Context;
        var command = content.Commands.Recognise(context.Activity.Text);
        var isForBot = !LookingAfter.IsForHer(command);
        var sends = talk.HeldBack?.IsTooOld(context.Turn().Now) == false && OneOrTwo.Heard(context.Activity, content.Commands) == true;
        var alias = sends ? talk.HeldBack!.FirstAlias : talk.TalkedTo;
        await context.TalkedTo().DeleteAsync(context, cancellationToken);
        await context.WaitsForLetter().DeleteAsync(context, cancellationToken);
        await context.HeldBack().DeleteAsync(context, cancellationToken);
        if (alias is null || (isForBot && !sends)) return !isForBot && await SayWhomHeLooksAfterAsync(talk, cancellationToken);
        await SayAsync(context, Lost, cancellationToken, ("alias", alias));
        return true;
    }

    // To somebody whom the bot has met it may have asked something: it says so itself where it does not understand.
    private async Task<bool> SayWhomHeLooksAfterAsync(MentorTalk talk, CancellationToken cancellationToken)
    {
        if (content.Commands.Recognise(talk.Context.Activity.Text) is null && await talk.Context.HaveMet().GetAsync(talk.Context, cancellationToken: cancellationToken)) return false;
        var answer = await lookingAfter.AnswerAsync(talk.Context.Turn(), talk.Mentor, cancellationToken);
        if (answer is not null) await talk.Context.SendActivityAsync(answer, cancellationToken);
        return answer is not null;
    }

    private Task DoAsync(MentorTalk talk, Aim aim, CancellationToken cancellationToken) => aim switch
    {
        Aim.At at => SendAsync(talk, at, cancellationToken),
        Aim.Unclear unclear => AskWhichAsync(talk, unclear, cancellationToken),
        Aim.Unknown unknown => RefuseAsync(talk, unknown, cancellationToken),
        Aim.Release release => ReleaseAsync(talk, release, cancellationToken),
        Aim.Gone gone => DropHeldBackAsync(talk, Lost, cancellationToken, ("alias", gone.Alias)),
        Aim.TooLate => DropOldAsync(talk, isAnswer: true, cancellationToken),
        _ => throw new UnreachableException(),
    };

    private async Task SendAsync(MentorTalk talk, Aim.At at, CancellationToken cancellationToken)
    {
        if (at.EndsWaiting) await talk.Context.WaitsForLetter().DeleteAsync(talk.Context, cancellationToken);
        if (Contacts.AreIn(at.Text))
        {
            await HoldBackAsync(talk, at, cancellationToken);
            return;
        }
        if (!await CarryAsync(talk, at.Handoff, at.Text, cancellationToken)) return;
        if (talk.HeldBack is not null || talk.IsLate) await DropOldAsync(talk, isAnswer: false, cancellationToken);
        // He chose by a letter alone: then it is good to see to whom it went.
        else if (at.ByLetter) await SayAsync(talk.Context, SentTo, cancellationToken, ("alias", Cards.AliasOf(at.Handoff)));
    }

    // He wrote on in place of an answer: then one answer is for all of it.
    private async Task HoldBackAsync(MentorTalk talk, Aim.At at, CancellationToken cancellationToken)
    {
        var (name, now) = (Listing.Name(at.Handoff), talk.Context.Turn().Now);
        var isMore = talk.HeldBack is { } before && before.Names.Contains(name) && !before.IsTooOld(now);
        var waiting = new Kept(isMore ? $"{talk.HeldBack!.Text}\n{at.Text}" : at.Text, now, IsToBeSentAgain: false, [name]);
        await waiting.KeepAsync(talk.Context, talk.Context.HeldBack(), cancellationToken);
        await SayAsync(talk.Context, HeldBack, cancellationToken);
    }

    // What he wrote before may be for another: one letter never sends words of two moments.
    private async Task AskWhichAsync(MentorTalk talk, Aim.Unclear unclear, CancellationToken cancellationToken)
    {
        await KeepAsync(talk, unclear.Text, isToBeSentAgain: false, cancellationToken);
        await SayAsync(talk.Context, talk.ForLetter is null ? Which : WhichOfNew, cancellationToken, ("list", Listing.Of(talk.Held)));
    }

    private async Task RefuseAsync(MentorTalk talk, Aim.Unknown unknown, CancellationToken cancellationToken)
    {
        await SayAsync(talk.Context, UnknownTalk, cancellationToken, ("tag", unknown.Tag), ("list", Listing.Of(talk.Held)));
        if (unknown.Text is null) return;
        await KeepAsync(talk, unknown.Text, isToBeSentAgain: true, cancellationToken);
        if (talk.ForLetter is { IsToBeSentAgain: false }) await SayAsync(talk.Context, NotSent, cancellationToken);
    }

    private static Task KeepAsync(MentorTalk talk, string text, bool isToBeSentAgain, CancellationToken cancellationToken) =>
        new Kept(text, talk.Context.Turn().Now, isToBeSentAgain, [.. talk.Held.Select(Listing.Name)]).KeepAsync(talk.Context, talk.Context.WaitsForLetter(), cancellationToken);

    private async Task ReleaseAsync(MentorTalk talk, Aim.Release release, CancellationToken cancellationToken)
    {
        await talk.Context.HeldBack().DeleteAsync(talk.Context, cancellationToken);
        await CarryAsync(talk, release.Handoff, release.Text, cancellationToken);
    }

    private async Task DropHeldBackAsync(MentorTalk talk, string key, CancellationToken cancellationToken, params (string Name, string Value)[] values)
    {
        await talk.Context.HeldBack().DeleteAsync(talk.Context, cancellationToken);
        await SayAsync(talk.Context, key, cancellationToken, values);
    }

    /// <summary>He did not answer, or not in time.</summary>
    private async Task DropOldAsync(MentorTalk talk, bool isAnswer, CancellationToken cancellationToken)
    {
        if (talk.IsLate || isAnswer) await talk.Context.WaitsForLetter().DeleteAsync(talk.Context, cancellationToken);
        await DropHeldBackAsync(talk, NotSent, cancellationToken);
    }

    /// <summary>Gives her his words.</summary>
    /// <returns>False if nothing reaches her: then he has heard so.</returns>
    private async Task<bool> CarryAsync(MentorTalk talk, Handoff handoff, string text, CancellationToken cancellationToken)
    {
        if (text.Length == 0) return true;
        if (handoff.Conversation!.Address is not { OptedOutAt: null, UnusableBecause: null })
        {
            await SayAsync(talk.Context, Unreachable, cancellationToken, ("alias", Cards.AliasOf(handoff)));
            return false;
        }
        var turn = talk.Context.Turn();
        MentorDeeds.Write(turn, talk.Mentor, handoff, text);
        await talk.Context.TalkedTo().SetAsync(talk.Context, Cards.AliasOf(handoff), cancellationToken);
        return true;
    }

    private Task<ResourceResponse?> SayAsync(ITurnContext context, string key, CancellationToken cancellationToken, params ReadOnlySpan<(string Name, string Value)> values) =>
        context.SendActivityAsync(content.Words.Message(context, key, values), cancellationToken);
}
