using NodaTime;

namespace MentorBot.Mentoring.Bookings;

// What follows from the time of day: reminders, and when the clock has to look at it.
public sealed partial class Booking
{
    /// <summary>How long after its end somebody is told: whoever talks a little longer need not be looked for.</summary>
    public static readonly TimeSpan AlarmAfter = TimeSpan.FromHours(1);

    /// <summary>What was said about it when it came near.</summary>
    public ReminderStage Reminded { get; private set; }

    /// <summary>The instant at which it begins by the clock that it was agreed by, as the rules of its zone are now; null until she chose.</summary>
    public DateTimeOffset? AgreedStart => LocalStart is { } local ? DateTimeZoneProviders.Tzdb[TimeZone].AtLeniently(LocalDateTime.FromDateTime(local)).ToInstant().ToDateTimeOffset() : null;

    /// <summary>The whole time from then on, as long as it was.</summary>
    internal Slot AgreedSlot => new(Instant.FromDateTimeOffset(AgreedStart!.Value), Instant.FromDateTimeOffset(AgreedStart!.Value + (EndsAt!.Value - StartsAt!.Value)));

    /// <summary>It is when it was agreed again.</summary>
    internal void KeepAgreedTime()
    {
        var (slot, old) = (AgreedSlot, _times.Single(time => time.Number == BookedTime.Chosen));
        _times.Remove(old);
        _times.Add(old.At(slot));
        (StartsAt, EndsAt, Sequence) = (slot.Start.ToDateTimeOffset(), slot.End.ToDateTimeOffset(), Sequence + 1);
        Change();
    }

    /// <summary>Whether she said that she comes; null while she did not say.</summary>
    public bool? IsComing { get; set; }

    /// <summary>The <see cref="Sequence"/> that its mentor was told of, counted up from 1; 0 while he was told nothing.</summary>
    public int MentorKnows { get; private set; }

    /// <summary>When its mentor is to be told what he does not know yet, for he wants to hear nothing now; or null.</summary>
    public DateTimeOffset? TellMentorAt { get; private set; }

    /// <summary>Whether its mentor has to be told how it stands: he knows nothing of what is booked, or something else than what is.</summary>
    internal bool IsNewsForMentor => MentorId is not null && (IsBooked ? MentorKnows != Sequence + 1 : MentorKnows is > 0 and var known && known != Sequence + 1);

    /// <summary>How far it helped, as she said: 1 a lot, 2 a little, 3 not. Null while she did not say.</summary>
    public int? Helped { get; set; }

    /// <summary>When the mentor of a meeting at a place said that he is there; null while he did not.</summary>
    public DateTimeOffset? MentorInAt { get; private set; }

    /// <summary>When he said that he has left; likewise.</summary>
    public DateTimeOffset? MentorOutAt { get; private set; }

    /// <summary>When somebody was told that he has not said so; null if nobody had to be.</summary>
    public DateTimeOffset? AlarmedAt { get; private set; }

    /// <summary>Whether she came, as the mentor said; null while he did not say.</summary>
    public bool? SheCame { get; set; }

    /// <summary>What is to be said next as it comes near, and when; null where nothing is.</summary>
    public (ReminderStage Stage, DateTimeOffset At)? NextReminder => IsBooked ? new ReminderTimes(BookedAt!.Value, StartsAt!.Value, EndsAt!.Value, LocalStart!.Value, TimeZone).After(Reminded) : null;

    /// <summary>When somebody is to be told that its mentor has not said that he is back; null where he has, was never asked, or it is known already.</summary>
    public DateTimeOffset? AlarmDueAt =>
        State == BookingState.Over && Way == MeetingWay.Place && Mentor is null or { PhoneId: not null } && MentorOutAt is null && AlarmedAt is null ? EndsAt + AlarmAfter : null;

    /// <summary>It was said.</summary>
    internal void NoteReminded(ReminderStage stage)
    {
        Reminded = stage;
        if (stage == ReminderStage.After) State = BookingState.Over;
        Change();
    }

    /// <summary>Nobody can be told at this moment: the clock looks again later.</summary>
    internal void PutOff(DateTimeOffset until)
    {
        DueAt = until;
        Version++;
    }

    /// <summary>Its mentor was told how it stands.</summary>
    internal void NoteMentorKnows()
    {
        (MentorKnows, TellMentorAt) = (Sequence + 1, null);
        Change();
    }

    /// <summary>Its mentor wants to hear nothing now.</summary>
    internal void TellMentorLater(DateTimeOffset at)
    {
        TellMentorAt = at;
        Change();
    }

    /// <summary>He said that he is there.</summary>
    internal void NoteMentorIn(DateTimeOffset now)
    {
        MentorInAt = now;
        Change();
    }

    /// <summary>He has left, or said so much that he must be well.</summary>
    internal void NoteMentorOut(DateTimeOffset now)
    {
        MentorOutAt ??= now;
        Change();
    }

    /// <summary>Somebody is told that he has not said so.</summary>
    internal void NoteAlarmed(DateTimeOffset now)
    {
        AlarmedAt = now;
        Change();
    }

    // What became of it meanwhile may leave nothing to tell him.
    private DateTimeOffset? NextDue() => new[] { KeptUntil, NextReminder?.At, IsNewsForMentor ? TellMentorAt : null, AlarmDueAt }.Min();

    private void RemindAnew() => (Reminded, IsComing) = (ReminderStage.None, null);
}

/// <summary>What is said as a meeting comes near, in this order.</summary>
public enum ReminderStage
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>The day before: it is tomorrow, and she may say whether she comes.</summary>
    DayBefore,

    /// <summary>The hour before.</summary>
    HourBefore,

    /// <summary>It begins: whoever meets in messages is brought together.</summary>
    Start,

    /// <summary>Afterwards: how it was.</summary>
    After,
}
