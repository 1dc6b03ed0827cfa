using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using NodaTime;

namespace MentorBot.Mentoring.Bookings;

/// <summary>A mentee's meeting with a mentor: from the moment in which she has times to choose from, until both have said how it was.</summary>
/// <remarks>Every change goes through a method that counts <see cref="Version"/> up, and gives and frees the <see cref="TakenQuarter"/>s with it.</remarks>
public sealed partial class Booking
{
    private readonly List<BookedTime> _times = [];
    private readonly List<TakenQuarter> _quarters = [];

    /// <summary>The database's number for it.</summary>
    public long Id { get; init; }

    /// <summary>The name by which calendars know it.</summary>
    public Guid Uid { get; init; }

    /// <summary>The scheme whose mentors she meets.</summary>
    public int SchemeId { get; init; }

    /// <summary>Who books.</summary>
    public long MenteeId { get; init; }

    /// <summary>She herself; null where a query did not ask for her.</summary>
    public Mentee? Mentee { get; init; }

    /// <summary>Where she books, and hears of it.</summary>
    public long ConversationId { get; private set; }

    /// <summary>That conversation itself; null likewise. Another one only where her chat moves.</summary>
    public Conversation? Conversation { get; set; }

    /// <summary>The accepted message in which she said what it is about, or null. Its words are erased with it.</summary>
    public long? AboutId { get; init; }

    /// <summary>How they meet.</summary>
    public MeetingWay Way { get; init; }

    /// <summary>What would help her to come.</summary>
    public Need Needs { get; init; }

    /// <summary>Whether a coordinator has seen to what she needs.</summary>
    public bool AreNeedsMet { get; private set; }

    /// <summary>What that cost: in pence, or null while that is not known.</summary>
    public int? CostPence { get; private set; }

    /// <summary>The secret part of the link to a video meeting, and of the link to its calendar file.</summary>
    public required string LinkSecret { get; init; }

    /// <summary>How far it has come.</summary>
    public BookingState State { get; private set; }

    /// <summary>When she began.</summary>
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>When she chose, or null.</summary>
    public DateTimeOffset? BookedAt { get; private set; }

    /// <summary>When she was last offered times, or null.</summary>
    public DateTimeOffset? OfferedAt { get; private set; }

    /// <summary>Until when the times to choose from are kept; null while there are none.</summary>
    public DateTimeOffset? KeptUntil { get; private set; }

    /// <summary>Who is met; null until she chose.</summary>
    public int? MentorId { get; private set; }

    /// <summary>He himself; null where a query did not ask for him.</summary>
    public Mentor? Mentor { get; private set; }

    /// <summary>Where, if it is at a place.</summary>
    public int? VenueId { get; private set; }

    /// <summary>The place itself; null likewise.</summary>
    public Venue? Venue { get; private set; }

    /// <summary>When it begins; null until she chose.</summary>
    public DateTimeOffset? StartsAt { get; private set; }

    /// <summary>When it ends; likewise.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>The zone that she lives in, and by whose clock it was agreed: an IANA name.</summary>
    public required string TimeZone { get; init; }

    /// <summary>When it begins by that clock: what was agreed, also where the rules of the zone are changed meanwhile.</summary>
    public DateTime? LocalStart { get; private set; }

    /// <summary>How often what was booked changed: calendars go by it (SEQUENCE of RFC 5545, section 3.8.7.4).</summary>
    public int Sequence { get; private set; }

    /// <summary>When the clock has to look at it again, or null.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Counts changes.</summary>
    public int Version { get; private set; }

    /// <summary>All its times.</summary>
    public IReadOnlyCollection<BookedTime> Times => _times;

    /// <summary>What it keeps from others.</summary>
    public IReadOnlyCollection<TakenQuarter> Quarters => _quarters;

    /// <summary>The times to choose from, in their order; also those that are kept no more.</summary>
    public IReadOnlyList<BookedTime> Choices => [.. _times.Where(time => time.Number != BookedTime.Chosen).OrderBy(time => time.Number)];

    /// <summary>Whether she has times to choose from, kept or not.</summary>
    public bool CanBeChosenFrom => State is BookingState.Choosing or BookingState.Booked or BookingState.Lapsed && Choices.Count > 0;

    /// <summary>Whether it stands: it is booked, and not over.</summary>
    public bool IsBooked => State == BookingState.Booked;

    /// <summary>She gets times to choose from, in place of those that she had. What she booked already stays hers.</summary>
    internal void Offer(IReadOnlyList<Proposal> proposals, DateTimeOffset now, DateTimeOffset until)
    {
        var old = Choices;
        _times.RemoveAll(time => time.Number != BookedTime.Chosen && !proposals.Any(time.Is));
        for (var i = 0; i < proposals.Count; i++)
        {
            var time = old.FirstOrDefault(one => one.Is(proposals[i])) ?? Add(proposals[i]);
            (time.Number, time.IsKept) = (i + 1, true);
        }
        if (!IsBooked) State = BookingState.Choosing;
        (OfferedAt, KeptUntil) = (now, until);
        Change();
    }

    /// <summary>She chooses one; what she had before is free again.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="now">This instant.</param>
    internal void Choose(int number, DateTimeOffset now)
    {
        var chosen = _times.Single(time => time.Number == number);
        _times.RemoveAll(time => time != chosen);
        (chosen.Number, chosen.IsKept) = (BookedTime.Chosen, true);
        if (MentorId != chosen.MentorId) MentorKnows = 0;
        (State, BookedAt, KeptUntil, Sequence) = (BookingState.Booked, now, null, StartsAt is null ? Sequence : Sequence + 1);
        (MentorId, Mentor, VenueId, Venue) = (chosen.MentorId, chosen.Mentor, chosen.VenueId, chosen.Venue);
        (StartsAt, EndsAt) = (chosen.StartsAt, chosen.EndsAt);
        LocalStart = chosen.Slot.Start.InZone(DateTimeZoneProviders.Tzdb[TimeZone]).ToDateTimeUnspecified();
        RemindAnew();
        Change();
    }

    /// <summary>She can't come then: the time is free again, and she may choose another.</summary>
    internal void GiveBack()
    {
        _times.RemoveAll(time => time.Number == BookedTime.Chosen);
        (State, Sequence) = (BookingState.Choosing, Sequence + 1);
        Change();
    }

    /// <summary>There is no time for her: she waits for one.</summary>
    internal void Wait()
    {
        _times.Clear();
        (State, KeptUntil) = (BookingState.Waiting, null);
        Change();
    }

    /// <summary>The times to choose from are kept no more. They are remembered, for an answer that comes later.</summary>
    internal void Release()
    {
        foreach (var time in Choices) time.IsKept = false;
        if (!IsBooked) State = BookingState.Lapsed;
        KeptUntil = null;
        Change();
    }

    /// <summary>It is given up: by her (<see cref="BookingState.Dropped"/>), or by the other side.</summary>
    internal void End(BookingState ending)
    {
        foreach (var time in _times) time.IsKept = false;
        (State, KeptUntil, Sequence) = (ending, null, StartsAt is null ? Sequence : Sequence + 1);
        Change();
    }

    /// <summary>A coordinator saw to what she needs, or did not yet.</summary>
    internal void SeeToNeeds(bool areMet, int? costPence)
    {
        (AreNeedsMet, CostPence) = (areMet, costPence);
        Version++;
    }

    private BookedTime Add(Proposal proposal)
    {
        var time = new BookedTime
        {
            MentorId = proposal.Mentor.Id,
            Mentor = proposal.Mentor,
            VenueId = proposal.Venue?.Id,
            Venue = proposal.Venue,
            StartsAt = proposal.Slot.Start.ToDateTimeOffset(),
            EndsAt = proposal.Slot.End.ToDateTimeOffset(),
            Buffer = proposal.Mentor.Meets!.Buffer,
        };
        _times.Add(time);
        return time;
    }

    private void Change()
    {
        var wanted = _times.Where(time => time.IsKept).SelectMany(time => time.Quarters).ToHashSet();
        _quarters.RemoveAll(quarter => !wanted.Contains((quarter.MentorId, quarter.Quarter)));
        wanted.ExceptWith(_quarters.Select(quarter => (quarter.MentorId, quarter.Quarter)));
        _quarters.AddRange(wanted.Select(quarter => new TakenQuarter { MentorId = quarter.MentorId, Quarter = quarter.Quarter }));
        DueAt = NextDue();
        Version++;
    }
}
