using MentorBot.Mentoring.Incidents;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Mentoring.Concerns;

/// <summary>Alerts lead and deputy of a concern until somebody takes it; outside their hours it waits for the next.</summary>
/// <remarks>
/// Who is alerted is noted with the ways by which he could be told: on his own phone, at the desk, which shows it by itself, or not at all. That he sent OFF does not count while he is on duty: this
/// is no question whether he has time for a learner.
/// </remarks>
public static class Alerting
{
    /// <summary>Alerts whoever is to be alerted now.</summary>
    /// <param name="turn">A turn of her conversation.</param>
    /// <param name="concern">What is open in it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Whom to tell on their phones; none if it is not time, or nobody can be told so.</returns>
    public static async Task<IReadOnlyList<Mentor>> AlertIfDueAsync(this Turn turn, RaisedConcern concern, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(concern);
        // The node that stored the occasion may be a little ahead of this one.
        if (!concern.IsOpen || !(concern.DueAt <= turn.Now + ConcernClock.ClocksDiffer)) return [];
        var people = await turn.FindOnDutyAsync(concern.SchemeId, cancellationToken);
        if (people is null) GiveUp(turn, concern);
        else if (!people.Duty.IsOnAt(turn.Now)) concern.WaitFor(people.Duty.NextStart(turn.Now));
        else return Alert(turn, concern, people);
        return [];
    }

    // Where nobody ever had the duty, that is known. That it ended while somebody counted on it is not.
    private static void GiveUp(Turn turn, RaisedConcern concern)
    {
        if (concern.Alerts > 0 || concern.TakenAt is not null) Report(turn, concern, "nobody-on-duty");
        concern.End(ConcernEnd.NobodyOnDuty, turn.Now);
    }

    private static List<Mentor> Alert(Turn turn, RaisedConcern concern, OnDuty people)
    {
        var others = people.Both.Where(mentor => mentor.Phone is null || mentor.Phone != concern.Conversation).ToList();
        // Whoever told us to stop cannot be asked anything: then both know at once.
        var isFirst = concern.Alerts == 0 && turn.Conversation.Floor != Floor.Nobody;
        var wanted = isFirst ? others.Take(1).ToList() : others;
        // If he cannot be told, the deputy is in his place.
        if (!wanted.Exists(mentor => mentor.CanBeTold(turn.Now))) wanted = others;
        foreach (var mentor in wanted)
            turn.Db.ConcernAlerts.Add(new ConcernAlert { Concern = concern, Mentor = mentor, At = turn.Now, WasTold = mentor.HearsOnPhone, WasShown = mentor.HearsAtDesk(turn.Now) });
        concern.NoteAlerted();
        turn.Record("concern.alerted", concern.KindId);
        if (!wanted.Exists(mentor => mentor.CanBeTold(turn.Now))) Report(turn, concern, "nobody-told");
        if (concern.DueAt is null) GoOnLater(turn, concern, people);
        return wanted.FindAll(mentor => mentor.HearsOnPhone);
    }

    private static void GoOnLater(Turn turn, RaisedConcern concern, OnDuty people)
    {
        turn.Record("concern.unanswered", concern.KindId);
        Report(turn, concern, "unanswered");
        concern.WaitFor(people.Duty.NextStart(turn.Now));
    }

    private static void Report(Turn turn, RaisedConcern concern, string code) =>
        turn.Db.Incidents.Add(new Incident { Kind = "concern.alert", Subject = $"concern {concern.Tag}", Code = code, At = turn.Now });
}
