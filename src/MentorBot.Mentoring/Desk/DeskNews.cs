using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Desk;

/// <summary>Tells mentors who look at the desk that something is new, whichever node did it.</summary>
/// <remarks>A look takes six queries, for however many mentors. It compares what there is, and remembers nothing: so nothing is ever missed, only seen a look later.</remarks>
public sealed class DeskNews(IDbContextFactory<MentorBotDb> contexts)
{
    private const int MarkBytes = 8;

    /// <summary>How it stands with each of these mentors. Who is missing may not be at the desk any more.</summary>
    public async Task<IReadOnlyDictionary<int, DeskState>> LookAsync(IReadOnlyCollection<int> mentorIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var mentors = await db.Mentors.Where(m => mentorIds.Contains(m.Id) && m.WithdrawnAt == null).Select(m => new { m.Id, m.Version }).ToListAsync(cancellationToken);
        var offers = await OffersAsync(db, mentorIds, cancellationToken);
        var talks = await TalksAsync(db, mentorIds, cancellationToken);
        var concerns = await DeskWorries.ReadAsync(db, mentorIds, cancellationToken);
        return mentors.ToDictionary(mentor => mentor.Id, mentor => StateOf(offers.GetValueOrDefault(mentor.Id), [.. talks.Where(talk => talk.MentorId == mentor.Id)], concerns[mentor.Id], mentor.Version));
    }

    private static async Task<Dictionary<int, Offered>> OffersAsync(MentorBotDb db, IReadOnlyCollection<int> mentorIds, CancellationToken cancellationToken) =>
        await db.Offers.Where(o => mentorIds.Contains(o.MentorId) && o.Answer == OfferAnswer.None && o.Handoff!.State <= HandoffState.Offered)
            .GroupBy(o => o.MentorId)
            .Select(all => new Offered(all.Key, all.Count(), all.Sum(o => o.Version), all.Max(o => o.OfferedAt)))
            .ToDictionaryAsync(offered => offered.MentorId, cancellationToken);

    private static async Task<List<Talk>> TalksAsync(MentorBotDb db, IReadOnlyCollection<int> mentorIds, CancellationToken cancellationToken)
    {
        var held = await SelectAsync(db, db.Handoffs.Where(h => h.State >= HandoffState.Active && h.State < HandoffState.Ended && mentorIds.Contains(h.MentorId!.Value)).Select(h => new Seen { Handoff = h, MentorId = h.MentorId!.Value }), cancellationToken);
        var lookedOn = await SelectAsync(db, db.Onlookers.Where(o => o.Until == null && mentorIds.Contains(o.MentorId)).Select(o => new Seen { Handoff = o.Handoff!, MentorId = o.MentorId }), cancellationToken);
        return [.. held, .. lookedOn];
    }

    private static Task<List<Talk>> SelectAsync(MentorBotDb db, IQueryable<Seen> seen, CancellationToken cancellationToken) => seen
        .Select(s => new Talk(
            s.MentorId, s.Handoff.Id, s.Handoff.Version, s.Handoff.Conversation!.Prepared,
            db.Outbox.Count(m => m.ConversationId == s.Handoff.ConversationId && m.State <= OutboxState.Uncertain),
            db.PassedMessages.Where(p => p.HandoffId == s.Handoff.Id).Max(p => (long?)p.Id) ?? 0,
            db.HandoffNotes.Where(n => n.HandoffId == s.Handoff.Id).Max(n => (long?)n.Id) ?? 0,
            db.Concerns.Where(c => c.ConversationId == s.Handoff.ConversationId && c.State < ConcernState.Ended).Max(c => (int?)c.Version)))
        .ToListAsync(cancellationToken);

    private static DeskState StateOf(Offered? offered, IReadOnlyList<Talk> talks, DeskWorries concerns, int version)
    {
        var all = string.Create(CultureInfo.InvariantCulture, $"{version}\n{offered}\n{concerns.Mark}\n{string.Join('\n', talks)}");
        return new DeskState(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)).AsSpan(0, MarkBytes)), offered?.Count ?? 0, offered?.NewestAt.ToUnixTimeMilliseconds() ?? 0,
            talks.Select(talk => talk.NewestWords).DefaultIfEmpty(0).Max())
        {
            Concerns = concerns.Waiting,
            NewestAlert = concerns.NewestAt?.ToUnixTimeMilliseconds() ?? 0,
        };
    }

    private sealed class Seen
    {
        public required Handoff Handoff { get; init; }

        public int MentorId { get; init; }
    }

    private sealed record Offered(int MentorId, int Count, int Versions, DateTimeOffset NewestAt);

    private sealed record Talk(int MentorId, long HandoffId, int Version, int Prepared, int OnTheirWay, long NewestWords, long NewestNote, int? Concern);
}

/// <summary>How it stands with a mentor at the desk.</summary>
/// <param name="Mark">Another one whenever anything changed that he sees.</param>
/// <param name="Waiting">How many wait for him.</param>
/// <param name="NewestOffer">When he was last asked, also again, in milliseconds since 1970; or 0.</param>
/// <param name="NewestWords">The number of what was said to him last, or 0.</param>
public sealed record DeskState(string Mark, int Waiting, long NewestOffer, long NewestWords)
{
    /// <summary>How many concerns wait that are his to take.</summary>
    public int Concerns { get; init; }

    /// <summary>When he was last alerted of one, or somebody whom he looks after told of it again, in milliseconds since 1970; or 0.</summary>
    public long NewestAlert { get; init; }
}
