using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Concerns;

/// <summary>Who has the duty in a scheme, with their phones.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="Lead">Who is told first; null if nobody is set, or he is no mentor any more.</param>
/// <param name="Deputy">Who is told next, likewise.</param>
public sealed record OnDuty(Duty Duty, Mentor? Lead, Mentor? Deputy)
{
    /// <summary>Both of them.</summary>
    public IReadOnlyList<Mentor> Both => [.. new[] { Lead, Deputy }.OfType<Mentor>()];

    /// <summary>Whether one of them is there at an instant and can be reached: then, and only then, a person may be spoken of. Not one who wrote himself.</summary>
    public bool IsAnybodyThere(DateTimeOffset now, Conversation writes) =>
        Duty.IsOnAt(now) && Both.Any(mentor => mentor.AwaySince is null && mentor.CanBeTold(now) && mentor.Phone != writes);
}

/// <summary>Finds who has the duty.</summary>
public static class Rota
{
    /// <summary>Who has the duty in a scheme, whatever the hour; null where nobody has.</summary>
    public static async Task<OnDuty?> FindOnDutyAsync(this Turn turn, int schemeId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return await FindOnDutyAsync(turn.Db, schemeId, cancellationToken);
    }

    /// <summary>The same outside a turn.</summary>
    internal static async Task<OnDuty?> FindOnDutyAsync(MentorBotDb db, int schemeId, CancellationToken cancellationToken)
    {
        if (Duty.Of(await db.SchemesByIdAsync(cancellationToken), schemeId) is not { } duty) return null;
        var both = await db.Mentors.Where(m => m.WithdrawnAt == null && (m.Id == duty.LeadId || m.Id == duty.DeputyId))
            .Include(m => m.Phone!.Address!.Mentee).ToListAsync(cancellationToken);
        return new OnDuty(duty, both.Find(m => m.Id == duty.LeadId), both.Find(m => m.Id == duty.DeputyId));
    }

    /// <summary>Whether a mentor leads in any scheme, or stands in for somebody who does. Neither, if he has no duty.</summary>
    public static async Task<(bool Leads, bool StandsIn)> DutiesOfAsync(this Turn turn, Mentor mentor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(mentor);
        var schemes = await turn.Db.SchemesByIdAsync(cancellationToken);
        return (schemes.Values.Any(s => s.LeadId == mentor.Id), schemes.Values.Any(s => s.DeputyId == mentor.Id));
    }

    /// <summary>The schemes whose concerns a mentor looks after.</summary>
    internal static async Task<IReadOnlyList<int>> SchemesOfDutyAsync(this Turn turn, Mentor mentor, CancellationToken cancellationToken) =>
        mentor.Id == 0 ? [] : SchemesOfDuty(await turn.Db.SchemesByIdAsync(cancellationToken), mentor.Id);

    /// <summary>Of these schemes, those whose concerns a mentor looks after.</summary>
    internal static IReadOnlyList<int> SchemesOfDuty(IReadOnlyDictionary<int, Scheme> schemes, int mentorId) => [.. schemes.Keys.Where(id => Duty.Of(schemes, id)?.Has(mentorId) == true)];

    /// <summary>All schemes: there are few.</summary>
    internal static Task<Dictionary<int, Scheme>> SchemesByIdAsync(this MentorBotDb db, CancellationToken cancellationToken) =>
        db.Schemes.AsNoTracking().ToDictionaryAsync(s => s.Id, cancellationToken);
}
