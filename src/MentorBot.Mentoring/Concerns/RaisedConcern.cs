using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Mentoring.Concerns;

/// <summary>Somebody gave us reason to worry for her, and people have to know. At most one is open in a conversation: what she says more belongs to it.</summary>
/// <remarks>It holds no words: they stay in the messages, and are erased with them. Every change counts <see cref="Version"/> up, so that no two nodes alert for the same thing.</remarks>
public sealed class RaisedConcern
{
    // A day later it is another story, unless people have not been told of this one yet.
    private static readonly TimeSpan OneStory = TimeSpan.FromDays(1);

    /// <summary>The database's number for it.</summary>
    public long Id { get; init; }

    /// <summary>The scheme whose lead is told.</summary>
    public int SchemeId { get; init; }

    /// <summary>For whom we worry.</summary>
    public long MenteeId { get; init; }

    /// <summary>She herself; null where a query did not ask for her.</summary>
    public Mentee? Mentee { get; init; }

    /// <summary>Where she said it.</summary>
    public long ConversationId { get; private set; }

    /// <summary>That conversation itself; null where a query did not ask for it. Another one only where her chat moves.</summary>
    public Conversation? Conversation { get; set; }

    /// <summary>What mentors call it in a text: the tag of her handoff, or one that no handoff begins with, such as A1. No two that are open share one.</summary>
    public required string Tag { get; init; }

    /// <summary>The gravest of what she told: <see cref="ConcernKind.Id"/>.</summary>
    public required string KindId { get; set; }

    /// <summary>How soon a person has to know.</summary>
    public Urgency Urgency { get; private set; }

    /// <summary>The accepted messages that told of it, the first first.</summary>
    public IList<long> MessageIds { get; init; } = [];

    /// <summary>When the first of them was heard.</summary>
    public DateTimeOffset RaisedAt { get; init; }

    /// <summary>When the last of them was.</summary>
    public DateTimeOffset HeardAt { get; private set; }

    /// <summary>How far it has come.</summary>
    public ConcernState State { get; private set; }

    /// <summary>Whether she wants a person, as she answered; null while she did not, or was not asked.</summary>
    public bool? WantsPerson { get; private set; }

    /// <summary>From when the times of alerts are counted.</summary>
    public DateTimeOffset AlertsFrom { get; private set; }

    /// <summary>How many rounds of alerts went out since then.</summary>
    public int Alerts { get; private set; }

    /// <summary>When the next one goes out; when somebody looks after it, when he is reminded of it. Null when neither is to be.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Who looks after it, or did; null until somebody takes it.</summary>
    public int? TakenById { get; private set; }

    /// <summary>He himself; null where a query did not ask for him.</summary>
    public Mentor? TakenBy { get; private set; }

    /// <summary>When he took it, or null.</summary>
    public DateTimeOffset? TakenAt { get; private set; }

    /// <summary>How it ended, or null while it has not.</summary>
    public ConcernEnd? Ending { get; private set; }

    /// <summary>When it ended, or null.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How she was, as whoever looked after it said last; null if nobody said.</summary>
    public ConcernOutcome? Outcome { get; private set; }

    /// <summary>Counts changes.</summary>
    public int Version { get; private set; }

    /// <summary>What it is.</summary>
    public ConcernKind Kind => ConcernKind.Find(KindId)!;

    /// <summary>Whether nobody looks after it yet.</summary>
    public bool IsOpen => State == ConcernState.Open;

    /// <summary>Whether it is over.</summary>
    public bool IsOver => State == ConcernState.Ended;

    /// <summary>Whether what is heard now is another story.</summary>
    internal bool IsPast(DateTimeOffset now) => now - HeardAt > OneStory && (!IsOpen || DueAt is null);

    /// <summary>She told of it.</summary>
    internal void Hear(ConcernKind kind, long messageId, DateTimeOffset now)
    {
        if (MessageIds.Count == 0 || ConcernKind.Graver(kind, Kind)) KindId = kind.Id;
        Urgency = Kind.Urgency;
        MessageIds.Add(messageId);
        HeardAt = now;
        Version++;
    }

    /// <summary>People are to be alerted, counted from an instant.</summary>
    internal void AlertFrom(DateTimeOffset from)
    {
        (AlertsFrom, Alerts, DueAt) = (from, 0, from + AlertTimes.Of(Urgency)[0]);
        Version++;
    }

    /// <summary>A round of alerts went out.</summary>
    internal void NoteAlerted()
    {
        var times = AlertTimes.Of(Urgency);
        Alerts++;
        DueAt = Alerts < times.Count ? AlertsFrom + times[Alerts] : null;
        Version++;
    }

    /// <summary>They are alerted when their hours begin, and from then on.</summary>
    internal void WaitFor(DateTimeOffset start)
    {
        (AlertsFrom, Alerts, DueAt) = (start - AlertTimes.Of(Urgency)[0], 0, start);
        Version++;
    }

    /// <summary>She says whether she wants a person.</summary>
    internal void Answer(bool wantsPerson)
    {
        WantsPerson = wantsPerson;
        Version++;
    }

    /// <summary>A mentor looks after it.</summary>
    internal void Take(Mentor mentor, DateTimeOffset now)
    {
        (State, TakenById, TakenBy, TakenAt, DueAt) = (ConcernState.Taken, mentor.Id, mentor, now, now + AlertTimes.BetweenReminders);
        Version++;
    }

    /// <summary>Whoever looks after it is reminded then.</summary>
    internal void RemindAt(DateTimeOffset then)
    {
        DueAt = then;
        Version++;
    }

    /// <summary>Nobody looks after it any more: people are alerted again, at once.</summary>
    internal void Reopen(DateTimeOffset now)
    {
        State = ConcernState.Open;
        AlertFrom(now);
        DueAt = now;
    }

    /// <summary>Whoever looks after it says how she is.</summary>
    internal void Note(ConcernOutcome outcome)
    {
        Outcome = outcome;
        Version++;
    }

    /// <summary>The first alert is for both, as if the lead had been told alone before.</summary>
    internal void AlertBoth() => Alerts = 1;

    /// <summary>It is over.</summary>
    internal void End(ConcernEnd ending, DateTimeOffset now)
    {
        (State, Ending, EndedAt, DueAt) = (ConcernState.Ended, ending, now, null);
        Version++;
    }
}

/// <summary>How far a concern has come.</summary>
public enum ConcernState
{
    /// <summary>Nobody looks after it yet.</summary>
    Open,

    /// <summary>Somebody does.</summary>
    Taken,

    /// <summary>It is over: see <see cref="ConcernEnd"/>.</summary>
    Ended,
}

/// <summary>How she is, as whoever looked after a concern says when he ends it.</summary>
public enum ConcernOutcome
{
    /// <summary>She, or whom she feared for, is safe now.</summary>
    Safe,

    /// <summary>The emergency services were called.</summary>
    EmergencyCalled,

    /// <summary>People whose work it is have it now: a doctor, a helpline, the council, social care.</summary>
    PassedOn,

    /// <summary>Nobody could reach her: nobody knows.</summary>
    NotReached,

    /// <summary>There was nothing to worry about: we took her words for something else.</summary>
    FalseAlarm,
}

/// <summary>How a concern ended.</summary>
public enum ConcernEnd
{
    /// <summary>Whoever looked after it says that it is dealt with.</summary>
    DealtWith,

    /// <summary>A mentor's words were meant for a mentee: they were not about himself.</summary>
    NotHis,

    /// <summary>She told of something again more than a day later: that is another concern.</summary>
    Past,

    /// <summary>Nobody has the duty in her scheme, nor above it: nobody was told, and whoever reads concerns finds it here.</summary>
    NobodyOnDuty,
}
