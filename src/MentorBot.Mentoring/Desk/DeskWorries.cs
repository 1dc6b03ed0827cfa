using System.Globalization;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Desk;

/// <summary>What a mentor's desk has to know of concerns, to tell whether something is new.</summary>
/// <param name="Mark">Another one whenever anything changed in them.</param>
/// <param name="Waiting">How many wait that are his to take.</param>
/// <param name="NewestAt">When he was last alerted, or last heard from somebody whom he looks after; or null.</param>
internal sealed record DeskWorries(string Mark, int Waiting, DateTimeOffset? NewestAt)
{
    /// <summary>Reads it for each of these mentors, by two queries.</summary>
    public static async Task<IReadOnlyDictionary<int, DeskWorries>> ReadAsync(MentorBotDb db, IReadOnlyCollection<int> mentorIds, CancellationToken cancellationToken)
    {
        var schemes = await db.SchemesByIdAsync(cancellationToken);
        var duties = mentorIds.ToDictionary(id => id, id => Rota.SchemesOfDuty(schemes, id));
        var rows = await RowsAsync(db, [.. duties.Values.SelectMany(ids => ids).Distinct()], mentorIds, cancellationToken);
        return mentorIds.ToDictionary(id => id, id => Of(id, [.. rows.Where(row => row.TakenById == id || (row.TakenById is null && duties[id].Contains(row.SchemeId)))]));
    }

    private static async Task<List<Row>> RowsAsync(MentorBotDb db, IReadOnlyList<int> schemes, IReadOnlyCollection<int> mentorIds, CancellationToken cancellationToken)
    {
        var open = DeskConcerns.OpenIn(db, schemes).Select(c => new Row(c.Id, c.SchemeId, null, c.Version, c.HeardAt)
        {
            Alerts = db.ConcernAlerts.Where(a => a.ConcernId == c.Id && mentorIds.Contains(a.MentorId)).Select(a => new Alerted(a.MentorId, a.At)).ToList(),
        });
        var taken = db.Concerns.Where(c => mentorIds.Contains(c.TakenById!.Value) && c.State == ConcernState.Taken).Select(c => new Row(c.Id, c.SchemeId, c.TakenById, c.Version, c.HeardAt));
        List<Row> all = schemes.Count == 0 ? [] : await open.ToListAsync(cancellationToken);
        return [.. all, .. await taken.ToListAsync(cancellationToken)];
    }

    private static DeskWorries Of(int mentorId, IReadOnlyList<Row> rows)
    {
        var heard = rows.Where(row => row.TakenById is not null).Select(row => row.HeardAt);
        var alerted = rows.SelectMany(row => row.Alerts).Where(alert => alert.MentorId == mentorId).Select(alert => alert.At);
        return new DeskWorries(
            string.Join(' ', rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Id}.{row.Version}"))),
            rows.Count(row => row.TakenById is null),
            heard.Concat(alerted).Select(at => (DateTimeOffset?)at).Max());
    }

    private sealed record Row(long Id, int SchemeId, int? TakenById, int Version, DateTimeOffset HeardAt)
    {
        public IReadOnlyList<Alerted> Alerts { get; init; } = [];
    }

    private sealed record Alerted(int MentorId, DateTimeOffset At);
}
