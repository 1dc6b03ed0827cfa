using MentorBot.BotFramework;
using MentorBot.Dialogs.Concerns;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Dialogs.Mentors;

/// <summary>Hears a mentor at the desk: each button there is one of these.</summary>
/// <remarks>Who may is decided here, in the same transaction as what follows; a page that is old cannot do more.</remarks>
public sealed class MentorDesk
{
    /// <summary>The longest reply, in characters: some ten segments of a text message.</summary>
    public const int LongestReply = 1_500;

    private readonly DeskTurns _turns;
    private readonly DeskNotes _notes;
    private readonly MentorDeeds _deeds;
    private readonly Content _content;

    internal MentorDesk(DeskTurns turns, DeskNotes notes, MentorDeeds deeds, Content content) => (_turns, _notes, _deeds, _content) = (turns, notes, deeds, content);

    /// <summary>He takes what he was offered.</summary>
    public Task<DeskResult> TakeAsync(DeskAct act, CancellationToken cancellationToken) => DoAsync(act, async (turn, mentor) =>
    {
        if (await turn.FindOfferAsync(mentor, act.HandoffId, cancellationToken) is not { } offer) return DeskResult.NotHis;
        var result = await _deeds.TakeAsync(turn, mentor, offer, cancellationToken);
        if (result == DeskResult.Done) turn.MoveToDesk(offer.Handoff!);
        return result;
    }, cancellationToken);

    /// <summary>He looks after a concern that is his to take, as by TAKE and its letter: he takes her, too, if she wants a person and nobody has her.</summary>
    public Task<DeskResult> LookAfterAsync(DeskAct act, long concernId, CancellationToken cancellationToken) => DoAsync(act, async (turn, mentor) =>
    {
        if ((await turn.ConcernsForAsync(mentor, cancellationToken)).FirstOrDefault(one => one.Id == concernId) is not { } concern) return await turn.WhyNotAsync(mentor, concernId, cancellationToken);
        var (result, handoff, isTalk) = await _deeds.LookAfterAsync(turn, mentor, concern, cancellationToken);
        if (isTalk && result == DeskResult.Done) turn.MoveToDesk(handoff!);
        return result;
    }, cancellationToken);

    /// <summary>What he looks after is dealt with, and he says how she is, as by DONE and its letter.</summary>
    public Task<DeskResult> SettleConcernAsync(DeskAct act, long concernId, ConcernOutcome outcome, CancellationToken cancellationToken) => LookingAfterAsync(act, concernId, async (turn, concern) =>
        await turn.SettleConcernAsync(concern, outcome, cancellationToken), cancellationToken);

    /// <summary>He cannot look after it any longer, as by PASS and its letter: lead and deputy are alerted again.</summary>
    public Task<DeskResult> PassConcernOnAsync(DeskAct act, long concernId, CancellationToken cancellationToken) => LookingAfterAsync(act, concernId, (turn, concern) =>
    {
        turn.PassConcernOn(concern);
        return Task.CompletedTask;
    }, cancellationToken);

    private Task<DeskResult> LookingAfterAsync(DeskAct act, long concernId, Func<Turn, RaisedConcern, Task> work, CancellationToken cancellationToken) => DoAsync(act, async (turn, mentor) =>
    {
        if ((await turn.ConcernsWithAsync(mentor, cancellationToken)).FirstOrDefault(one => one.Id == concernId) is not { } concern) return await turn.WhyNotAsync(mentor, concernId, cancellationToken);
        await work(turn, concern);
        return DeskResult.Done;
    }, cancellationToken);

    /// <summary>What he hears whose words may be a cry for help of his own, before they go to anybody; null where they are none, or say "you".</summary>
    public string? AnswerToOwnCry(string? text) => OwnCry.MayBeOfHimself(text ?? "") && _content.Concerns.Read(text) is { } concern
        ? _content.Words.MessageFor(Language.English, Channels.WebChat, ConcernWatch.KeyOf(concern.Kind)).Text
        : null;

    /// <summary>He writes to her.</summary>
    /// <param name="act">Who, where, and by which form.</param>
    /// <param name="text">His words.</param>
    /// <param name="sendsContacts">Whether numbers and addresses in them were asked about, and are to be sent.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<DeskResult> ReplyAsync(DeskAct act, string? text, bool sendsContacts, CancellationToken cancellationToken)
    {
        var words = Clean(text);
        if (WhatIsWrong(words, LongestReply) is { } wrong) return Task.FromResult(wrong);
        return HoldingAsync(act, (turn, mentor, handoff) =>
        {
            if (!sendsContacts && Contacts.AreIn(words)) return Task.FromResult(DeskResult.HeldBack);
            MentorDeeds.Write(turn, mentor, handoff, words);
            turn.MoveToDesk(handoff);
            return Task.FromResult(DeskResult.Done);
        }, cancellationToken);
    }

    /// <summary>He notes something for other mentors. Whoever looks on may, too.</summary>
    public Task<DeskResult> NoteAsync(DeskAct act, string? text, CancellationToken cancellationToken)
    {
        var words = Clean(text);
        if (WhatIsWrong(words, HandoffNote.Longest) is { } wrong) return Task.FromResult(wrong);
        return DoAsync(act, async (turn, mentor) =>
        {
            var handoff = await FindHeldAsync(turn, act, cancellationToken) ?? await FindLookedOnAsync(turn, act, cancellationToken);
            if (handoff is null) return DeskResult.NotHis;
            _notes.Add(turn, handoff, mentor, words);
            return DeskResult.Done;
        }, cancellationToken);
    }

    /// <summary>He does not take what he was offered, and is not asked again.</summary>
    public Task<DeskResult> DeclineAsync(DeskAct act, CancellationToken cancellationToken) => DoAsync(act, async (turn, mentor) =>
    {
        if (await turn.FindOfferAsync(mentor, act.HandoffId, cancellationToken) is not { Answer: OfferAnswer.None } offer) return DeskResult.NotHis;
        await turn.DeclineAsync(offer, cancellationToken);
        return DeskResult.Done;
    }, cancellationToken);

    /// <summary>He gives back what he holds, with a word for whoever has it next.</summary>
    /// <param name="act">Who, what, and by which form.</param>
    /// <param name="toMentorId">Who is asked before all others; null for nobody in particular.</param>
    /// <param name="word">The word, or nothing.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<DeskResult> PassAsync(DeskAct act, int? toMentorId, string? word, CancellationToken cancellationToken)
    {
        var words = Clean(word);
        if (words.Length > HandoffNote.Longest) return Task.FromResult(DeskResult.TooLong);
        return HoldingAsync(act, async (turn, mentor, handoff) =>
        {
            if (toMentorId is { } to && await WhyNotToAsync(turn, handoff, to, cancellationToken) is { } reason) return reason;
            if (words.Length > 0) _notes.Add(turn, handoff, mentor, words);
            await MentorDeeds.GiveBackAsync(turn, handoff, cancellationToken);
            if (toMentorId is { } named) turn.PassTo(handoff, named);
            return DeskResult.Done;
        }, cancellationToken);
    }

    // He was to keep her: who passes her to somebody who is not there leaves her alone.
    private static async Task<DeskResult?> WhyNotToAsync(Turn turn, Handoff handoff, int mentorId, CancellationToken cancellationToken)
    {
        if (mentorId == handoff.MentorId || await turn.FindColleagueAsync(handoff, mentorId, cancellationToken) is not { } colleague) return DeskResult.NoSuchMentor;
        return await turn.CanBeAskedNowAsync(handoff, colleague, cancellationToken) ? null : DeskResult.ColleagueAway;
    }

    /// <summary>It is done. Her own turn, which follows at once, gives her back to the bot.</summary>
    /// <returns><see cref="DeskResult.WorryOpen"/> where she told of danger after his page was made: nothing ends unseen.</returns>
    public Task<DeskResult> FinishAsync(DeskAct act, HandoffOutcome outcome, CancellationToken cancellationToken) => HoldingAsync(act, async (turn, mentor, handoff) =>
    {
        if (await FindHisConcernAsync(turn, mentor, handoff, cancellationToken) is not null) return DeskResult.WorryOpen;
        turn.Finish(handoff, outcome);
        return DeskResult.Done;
    }, cancellationToken);

    /// <summary>It is done, and he says how she is: he looked after what makes us worry for her (<see cref="DeskTalk.LooksAfterConcern"/>).</summary>
    public Task<DeskResult> FinishAsync(DeskAct act, ConcernOutcome outcome, CancellationToken cancellationToken) => HoldingAsync(act, async (turn, mentor, handoff) =>
    {
        if (await FindHisConcernAsync(turn, mentor, handoff, cancellationToken) is { } concern) await turn.SettleConcernAsync(concern, outcome, cancellationToken);
        turn.Finish(handoff);
        return DeskResult.Done;
    }, cancellationToken);

    private static async Task<RaisedConcern?> FindHisConcernAsync(Turn turn, Mentor mentor, Handoff handoff, CancellationToken cancellationToken) =>
        await turn.FindConcernInAsync(handoff.Conversation!, cancellationToken) is { State: ConcernState.Taken } concern && concern.TakenById == mentor.Id ? concern : null;

    /// <summary>He lets another mentor look on.</summary>
    public Task<DeskResult> InviteAsync(DeskAct act, int mentorId, CancellationToken cancellationToken) =>
        HoldingAsync(act, (turn, _, handoff) => turn.LetLookOnAsync(handoff, mentorId, cancellationToken), cancellationToken);

    /// <summary>A coordinator who is a mentor, too, looks on at a talk of the scheme or of one below it. Whoever holds it sees that.</summary>
    public Task<DeskResult> LookOnAsync(DeskAct act, int schemeId, CancellationToken cancellationToken) => DoAsync(act, async (turn, mentor) =>
    {
        if (await turn.FindHeldInSchemeAsync(schemeId, act.HandoffId, cancellationToken) is not { } handoff || handoff.MentorId == mentor.Id) return DeskResult.NotHis;
        await turn.LetLookOnAsync(handoff, mentor, cancellationToken);
        return DeskResult.Done;
    }, cancellationToken);

    /// <summary>He wants to be asked nothing for now, or again.</summary>
    public Task<DeskResult> SetAwayAsync(DeskAct act, bool isAway, CancellationToken cancellationToken) => DoAsync(act, async (turn, mentor) =>
    {
        await MentorDeeds.SetAwayAsync(turn, mentor, isAway, cancellationToken);
        return DeskResult.Done;
    }, cancellationToken);

    /// <summary>He chooses where he hears of offers.</summary>
    public Task<DeskResult> HearByAsync(DeskAct act, HearsBy by, CancellationToken cancellationToken) => DoAsync(act, (_, mentor) =>
    {
        (mentor.HearsBy, mentor.Version) = (by, mentor.Version + 1);
        return Task.FromResult(DeskResult.Done);
    }, cancellationToken);

    private Task<DeskResult> DoAsync(DeskAct act, Func<Turn, Mentor, Task<DeskResult>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(act);
        return _turns.TakeAsync(act.MentorId, act.FormId, work, cancellationToken);
    }

    private Task<DeskResult> HoldingAsync(DeskAct act, Func<Turn, Mentor, Handoff, Task<DeskResult>> work, CancellationToken cancellationToken) => DoAsync(act, async (turn, mentor) =>
        await FindHeldAsync(turn, act, cancellationToken) is { } handoff ? await work(turn, mentor, handoff) : await WhyNotAsync(turn, act, cancellationToken), cancellationToken);

    private static Task<Handoff?> FindHeldAsync(Turn turn, DeskAct act, CancellationToken cancellationToken) =>
        turn.Db.Handoffs.Include(h => h.Conversation!.Address!.Mentee).Include(h => h.Mentor)
            .FirstOrDefaultAsync(h => h.Id == act.HandoffId && h.MentorId == act.MentorId && (h.State == HandoffState.Active || h.State == HandoffState.AwaitingMentee), cancellationToken);

    private static Task<Handoff?> FindLookedOnAsync(Turn turn, DeskAct act, CancellationToken cancellationToken) =>
        turn.Db.Onlookers.Where(o => o.HandoffId == act.HandoffId && o.MentorId == act.MentorId && o.Until == null).Select(o => o.Handoff).FirstOrDefaultAsync(cancellationToken);

    private static async Task<DeskResult> WhyNotAsync(Turn turn, DeskAct act, CancellationToken cancellationToken)
    {
        var handoff = await turn.Db.Handoffs.FirstOrDefaultAsync(h => h.Id == act.HandoffId, cancellationToken);
        if (handoff?.MentorId == act.MentorId && (handoff.IsOver || handoff.State == HandoffState.Finishing)) return DeskResult.Over;
        return DeskResult.NotHis;
    }

    private static DeskResult? WhatIsWrong(string words, int longest) => words.Length == 0 ? DeskResult.Empty : words.Length > longest ? DeskResult.TooLong : null;

    // Browsers send each end of a line as two characters; the box counted one.
    private static string Clean(string? text) => (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
}

/// <summary>Something that a mentor does at the desk.</summary>
/// <param name="MentorId">Who.</param>
/// <param name="HandoffId">With which handoff; 0 where it is about none.</param>
/// <param name="FormId">The random name of the form that he sent.</param>
public sealed record DeskAct(int MentorId, long HandoffId, string FormId);
