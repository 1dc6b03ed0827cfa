using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Concerns;

/// <summary>Gets a person for somebody who gave us reason to worry: lead and deputy are alerted, she is asked whether she wants one, and her yes is an urgent handoff. In a turn of her conversation.</summary>
/// <remarks>Nobody is promised who is not there: she is asked only while the lead or the deputy is on duty and can be reached, and hears otherwise that nobody is.</remarks>
internal sealed class PersonNow(Content content, Rounds rounds, Alarms alarms)
{
    private const string Question = "Concerns.ask";
    private const string QuestionAgain = "Concerns.askAgain";
    private const string Asked = "Concerns.asked";
    private const string AskedAgain = "Concerns.askedAgain";
    private const string NotAsked = "Concerns.notAsked";
    private const string NobodyHere = "Concerns.nobodyHere";
    private const string Kept = "Handoffs.messageKept";
    private const string KeptWithout = "Handoffs.askedWithout";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Question, QuestionAgain, Asked, AskedAgain, NotAsked, NobodyHere, Kept, KeptWithout, .. Alarms.Keys];

    /// <summary>Alerts people, and says to her what can be said of them, after the answer that she had already.</summary>
    /// <param name="context">Her turn.</param>
    /// <param name="concern">What she told of.</param>
    /// <param name="language">The language that she was answered in; null where she is not to be asked once more.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task FollowAsync(ITurnContext context, RaisedConcern concern, string? language, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var handoff = await turn.FindHandoffAsync(cancellationToken);
        // Asked what to tell a mentor she cries for help: it is her message too, and reaches whoever it was meant for.
        if (handoff is null && await MessageDialog.IsWaitingAsync(context, cancellationToken))
        {
            await KeepAsMessageAsync(context, concern, cancellationToken);
            return;
        }
        bool? isHope = handoff is { CanBeTaken: true, IsUrgent: false } ? await HurryAsync(context, handoff, cancellationToken) : null;
        await AlertAsync(turn, concern, isHope == true ? handoff : null, cancellationToken);
        // She was promised somebody before: so she hears it too where nobody can be asked now.
        if (isHope is { } isAsked) await SayAsync(context, isAsked ? AskedAgain : NobodyHere, language ?? turn.Mentee.Language, cancellationToken);
        else if (language is null || handoff is not null) return;
        else if (await turn.FindOnDutyAsync(concern.SchemeId, cancellationToken) is { } people) await AskOrOwnUpAsync(context, people.IsAnybodyThere(turn.Now, turn.Conversation), language, cancellationToken);
        // She had asked for a person, and this is what it is about.
        else if (await context.AskedWhatAbout().GetAsync(context, cancellationToken: cancellationToken) is { } at && turn.Now - at < PersonDialog.QuestionCounts) await AskAtOnceAsync(context, concern, language, cancellationToken);
    }

    private async Task KeepAsMessageAsync(ITurnContext context, RaisedConcern concern, CancellationToken cancellationToken)
    {
        await context.AskedForMessage().DeleteAsync(context, cancellationToken);
        await context.Dialogs().DeleteAsync(context, cancellationToken);
        var isHope = await LeaveMessageAsync(context, concern, cancellationToken);
        var turn = context.Turn();
        await AlertAsync(turn, concern, isHope ? await turn.FindHandoffAsync(cancellationToken) : null, cancellationToken);
    }

    /// <summary>Alerts whoever is to know now. While the lead holds her, he does; while the deputy does, he looks after it, and the lead hears of it once.</summary>
    /// <param name="turn">A turn of her conversation.</param>
    /// <param name="concern">What is open in it.</param>
    /// <param name="offered">What mentors were asked in this turn to take for it; null where they were asked nothing.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task AlertAsync(Turn turn, RaisedConcern concern, Handoff? offered, CancellationToken cancellationToken)
    {
        if (await FindHolderOnDutyAsync(turn, concern, cancellationToken) is { } holder)
        {
            await TakeForAsync(turn, concern, holder, cancellationToken);
            return;
        }
        var told = await turn.AlertIfDueAsync(concern, cancellationToken);
        await alarms.TellAsync(turn, concern, [.. told.Where(mentor => !IsAskedNow(turn, offered, mentor))], cancellationToken);
    }

    // Whoever reads on his phone in this moment that she wants a person need not be told besides. Other turns of the same batch offer other things.
    private static bool IsAskedNow(Turn turn, Handoff? offered, Mentor mentor) => offered is not null && mentor is { HearsByPhone: true, Phone: not null }
        && turn.Db.Offers.Local.Any(offer => offer.Handoff == offered && offer.Mentor == mentor && offer.Answer == OfferAnswer.None);

    /// <summary>She wants a person.</summary>
    public Task AskAsync(ITurnContext context, RaisedConcern concern, string language, CancellationToken cancellationToken) =>
        AskAsync(context, (concern, null), language, cancellationToken);

    /// <summary>The same, where she said more of it in a message, which whoever takes it reads.</summary>
    public async Task AskAsync(ITurnContext context, (RaisedConcern Concern, long? AboutId) what, string language, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var (handoff, isHope) = await OfferAsync(context, what, cancellationToken);
        if (!isHope) await turn.ExpireAsync(handoff, cancellationToken);
        await SayAsync(context, isHope ? Asked : NobodyHere, language, cancellationToken);
    }

    /// <summary>She leaves this turn's message, and there is reason to worry for her: it is urgent, unless she wants nobody to write with her now. Is nobody there, it waits as it would have without the concern.</summary>
    /// <returns>Whether somebody was asked at once.</returns>
    public async Task<bool> LeaveMessageAsync(ITurnContext context, RaisedConcern? concern, CancellationToken cancellationToken)
    {
        var isHope = concern is { WantsPerson: not false } && await LeaveUrgentlyAsync(context, concern, cancellationToken);
        if (concern is null or { WantsPerson: false }) await rounds.AskAsync(context, await context.Turn().LeaveMessageAsync(cancellationToken), cancellationToken);
        await SayAsync(context, isHope ? Asked : Contacts.AreIn(context.Activity.Text!) ? KeptWithout : Kept, context.Turn().Mentee.Language, cancellationToken);
        return isHope;
    }

    private async Task<bool> LeaveUrgentlyAsync(ITurnContext context, RaisedConcern concern, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var (handoff, isHope) = await OfferAsync(context, (concern, turn.MessageId), cancellationToken);
        if (isHope) turn.KeepAsMessage(handoff);
        else turn.Park(handoff);
        return isHope;
    }

    private async Task<(Handoff Handoff, bool IsHope)> OfferAsync(ITurnContext context, (RaisedConcern Concern, long? AboutId) what, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        turn.NoteAnswer(what.Concern, wantsPerson: true);
        var handoff = await turn.AskForMentorNowAsync(what.Concern, what.AboutId, cancellationToken);
        return (handoff, await rounds.AskAsync(context, handoff, cancellationToken));
    }

    private async Task AskAtOnceAsync(ITurnContext context, RaisedConcern concern, string language, CancellationToken cancellationToken)
    {
        await context.AskedWhatAbout().DeleteAsync(context, cancellationToken);
        await context.Dialogs().DeleteAsync(context, cancellationToken);
        await AskAsync(context, concern, language, cancellationToken);
    }

    /// <summary>Asks her once more: what she wrote was no answer, and she may be in no state to read twice.</summary>
    public async Task AskOnceMoreAsync(ITurnContext context, string language, CancellationToken cancellationToken)
    {
        await KeepQuestionAsync(context, language, cancellationToken);
        await context.AskedForPersonAgain().SetAsync(context, true, cancellationToken);
        await SayAsync(context, QuestionAgain, language, cancellationToken);
    }

    /// <summary>She wants none.</summary>
    public Task LeaveAsync(ITurnContext context, RaisedConcern concern, string language, CancellationToken cancellationToken)
    {
        context.Turn().NoteAnswer(concern, wantsPerson: false);
        return SayAsync(context, NotAsked, language, cancellationToken);
    }

    /// <summary>Says once more that nobody was asked, for she wanted none.</summary>
    public Task SayNotAskedAsync(ITurnContext context, CancellationToken cancellationToken) => SayAsync(context, NotAsked, context.Turn().Mentee.Language, cancellationToken);

    /// <summary>Says that nobody is here.</summary>
    public Task OwnUpAsync(ITurnContext context, CancellationToken cancellationToken) => SayAsync(context, NobodyHere, context.Turn().Mentee.Language, cancellationToken);

    private async Task<bool> HurryAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var wasLeft = handoff.State == HandoffState.Parked;
        await turn.HurryAsync(handoff, cancellationToken);
        var isHope = await rounds.AskAsync(context, handoff, cancellationToken);
        // She was told how long her message is kept.
        if (!isHope && wasLeft) turn.Park(handoff);
        return isHope;
    }

    private async Task AskOrOwnUpAsync(ITurnContext context, bool isAnybodyThere, string language, CancellationToken cancellationToken)
    {
        if (isAnybodyThere) await KeepQuestionAsync(context, language, cancellationToken);
        await context.AskedForPersonAgain().DeleteAsync(context, cancellationToken);
        await SayAsync(context, isAnybodyThere ? Question : NobodyHere, language, cancellationToken);
    }

    private static async Task KeepQuestionAsync(ITurnContext context, string language, CancellationToken cancellationToken)
    {
        await context.AskedForPerson().SetAsync(context, context.Turn().Now, cancellationToken);
        await context.AskedForPersonIn().SetAsync(context, language, cancellationToken);
    }

    private static async Task<(OnDuty People, Mentor Mentor)?> FindHolderOnDutyAsync(Turn turn, RaisedConcern concern, CancellationToken cancellationToken)
    {
        if (turn.Conversation.Floor != Floor.Mentor || await turn.FindHandoffAsync(cancellationToken) is not { IsHeld: true, Mentor: { } mentor }) return null;
        return await turn.FindOnDutyAsync(concern.SchemeId, cancellationToken) is { } people && people.Duty.Has(mentor.Id) ? (people, mentor) : null;
    }

    /// <summary>Whoever talks with her has the duty, and reads it as it comes: it is his to look after.</summary>
    private async Task TakeForAsync(Turn turn, RaisedConcern concern, (OnDuty People, Mentor Mentor) holder, CancellationToken cancellationToken)
    {
        if (!concern.IsOpen) return;
        await turn.TakeConcernAsync(concern, holder.Mentor, cancellationToken);
        if (holder.People.Lead is { } lead && lead != holder.Mentor && holder.People.Duty.IsOnAt(turn.Now) && lead.HearsOnPhone) alarms.TellTaken(turn, concern, lead, holder.Mentor);
    }

    private async Task SayAsync(ITurnContext context, string key, string language, CancellationToken cancellationToken)
    {
        var message = content.Words.MessageFor(language, context.Activity.ChannelId!, key);
        await context.SendActivityAsync(key is Question or QuestionAgain ? Linking.OneOrTwo.Offer(message, context.Activity.ChannelId) : message, cancellationToken);
    }
}
