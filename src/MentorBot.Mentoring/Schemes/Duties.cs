using System.Globalization;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Schemes;

/// <summary>Sets who is told of concerns in a scheme, and when.</summary>
public sealed class Duties(IDbContextFactory<MentorBotDb> contexts, Writes writes, Saying saying, TimeProvider clock)
{
    /// <summary>The occasion, in a mentor's own conversation, that he has a duty, another one or none any more.</summary>
    public const string Changed = "duty.changed";

    /// <summary>What is set in a scheme, and who may have the duty.</summary>
    /// <exception cref="InvalidOperationException">There is no such scheme.</exception>
    public async Task<DutySheet> ReadAsync(int schemeId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schemes = await db.Schemes.AsNoTracking().ToDictionaryAsync(s => s.Id, cancellationToken);
        var above = await db.SchemesUpwardsAsync(schemeId, cancellationToken);
        // Who has neither a phone nor a way to the desk cannot be told of anything.
        var people = await db.Mentors.AsNoTracking()
            .Where(m => m.WithdrawnAt == null && above.Contains(m.SchemeId) && (m.PhoneId != null || db.Accounts.Any(a => a.MentorId == m.Id && a.ClosedAt == null)))
            .OrderBy(m => m.Name).ThenBy(m => m.Id).Select(m => new DutyPerson(m.Id, m.Name, m.PhoneId != null)).ToListAsync(cancellationToken);
        var own = schemes[schemeId];
        return new DutySheet(own.LeadId, own.DeputyId, [.. own.DutyHours], own.TimeZone, people, Duty.Of(schemes, schemeId) is not null);
    }

    /// <summary>Sets lead and deputy. Both null: the scheme above has the duty again. Whose duty changes hears of it on his phone.</summary>
    /// <param name="schemeId">The scheme.</param>
    /// <param name="leadId">A mentor of it or of a scheme above, or null.</param>
    /// <param name="deputyId">Another one, or null.</param>
    /// <param name="cancellationToken">Ends the writing; nothing was set then.</param>
    public Task<DutyResult> SetPeopleAsync(int schemeId, int? leadId, int? deputyId, CancellationToken cancellationToken) => writes.RunAsync(
        async db =>
        {
            var schemes = await db.Schemes.ToDictionaryAsync(s => s.Id, cancellationToken);
            if (!schemes.TryGetValue(schemeId, out var scheme)) return DutyResult.NoSuchScheme;
            if (leadId is not null && leadId == deputyId) return DutyResult.SamePerson;
            foreach (var id in new[] { leadId, deputyId }.OfType<int>())
                if (!await HelpsInAsync(db, id, schemes, scheme)) return DutyResult.NoMentorHere;
            var changed = new[] { scheme.LeadId, scheme.DeputyId, leadId, deputyId }.OfType<int>().Distinct()
                .Where(id => (id == scheme.LeadId, id == scheme.DeputyId) != (id == leadId, id == deputyId)).ToList();
            (scheme.LeadId, scheme.DeputyId) = (leadId, deputyId);
            await CallAsync(db, changed, cancellationToken);
            return DutyResult.Set;
        },
        cancellationToken);

    /// <summary>Sets when they are on duty.</summary>
    /// <param name="schemeId">The scheme.</param>
    /// <param name="hours">Local times; none for day and night.</param>
    /// <param name="timeZone">Their zone: an IANA name.</param>
    /// <param name="cancellationToken">Ends the writing; nothing was set then.</param>
    public Task<DutyResult> SetHoursAsync(int schemeId, IReadOnlyList<WeeklyHours> hours, string timeZone, CancellationToken cancellationToken) => writes.RunAsync(
        async db =>
        {
            if (await db.Schemes.FindAsync([schemeId], cancellationToken) is not { } scheme) return DutyResult.NoSuchScheme;
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) || !zone.HasIanaId) return DutyResult.NoSuchZone;
            if (hours.Any(one => one.Until != TimeOnly.MinValue && one.Until <= one.From)) return DutyResult.EndsBeforeItBegins;
            scheme.TimeZone = timeZone;
            scheme.DutyHours.Clear();
            foreach (var one in hours) scheme.DutyHours.Add(new WeeklyHours { Day = one.Day, From = one.From, Until = one.Until });
            return DutyResult.Set;
        },
        cancellationToken);

    // What he is told is decided when it is said: a coordinator may have thought better of it by then.
    private async Task CallAsync(MentorBotDb db, IReadOnlyList<int> mentorIds, CancellationToken cancellationToken)
    {
        var (record, now) = (new TurnRecord(), clock.GetUtcNow());
        var turn = new Turn(db, record, now);
        foreach (var mentor in await db.Mentors.Include(m => m.Phone!.Address).Where(m => mentorIds.Contains(m.Id) && m.Phone != null && m.WithdrawnAt == null).ToListAsync(cancellationToken))
            turn.Call(new Occasion(mentor.Phone!, Changed, string.Create(CultureInfo.InvariantCulture, $"duty {mentor.Id} {now.UtcTicks}")));
        saying.PrepareElsewhere(turn);
        await record.WriteAsync(db);
    }

    private static async Task<bool> HelpsInAsync(MentorBotDb db, int mentorId, Dictionary<int, Scheme> schemes, Scheme scheme)
    {
        if (await db.Mentors.FindAsync(mentorId) is not { WithdrawnAt: null } mentor) return false;
        var seen = new HashSet<int>();
        for (int? id = scheme.Id; id is { } one && seen.Add(one); id = schemes[one].ParentId)
            if (one == mentor.SchemeId) return true;
        return false;
    }
}

/// <summary>What became of setting a duty.</summary>
public enum DutyResult
{
    /// <summary>It is set.</summary>
    Set,

    /// <summary>There is no such scheme.</summary>
    NoSuchScheme,

    /// <summary>One of them is no mentor of this scheme, nor of one above it.</summary>
    NoMentorHere,

    /// <summary>Nobody is his own deputy.</summary>
    SamePerson,

    /// <summary>The time zone is unknown.</summary>
    NoSuchZone,

    /// <summary>Some hours end before they begin. What goes on over midnight is two: until 00:00, and from it.</summary>
    EndsBeforeItBegins,
}

/// <summary>What is set about the duty in a scheme.</summary>
/// <param name="LeadId">Its lead, or null.</param>
/// <param name="DeputyId">Its deputy, or null.</param>
/// <param name="Hours">Their hours, local time; none for day and night.</param>
/// <param name="TimeZone">The zone of the hours.</param>
/// <param name="People">Who may have the duty, by name: mentors of this scheme and of those above it who have a phone or work at the desk.</param>
/// <param name="IsAnybodySet">Whether anybody has it, here or above.</param>
public sealed record DutySheet(int? LeadId, int? DeputyId, IReadOnlyList<WeeklyHours> Hours, string TimeZone, IReadOnlyList<DutyPerson> People, bool IsAnybodySet);

/// <summary>A mentor who may have the duty.</summary>
/// <param name="Id">His number.</param>
/// <param name="Name">His name.</param>
/// <param name="HasPhone">Whether an alert rings a phone of his; otherwise he is told only while he has a page of the desk open.</param>
public sealed record DutyPerson(int Id, string Name, bool HasPhone);
