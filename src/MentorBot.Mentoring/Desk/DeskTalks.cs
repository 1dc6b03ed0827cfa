using MentorBot.BotFramework;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Desk;

/// <summary>Reads one talk for a mentor who may: he holds it or held it last, looks on, or was asked about it. Of an offer he sees the card alone.</summary>
public sealed class DeskTalks(IDbContextFactory<MentorBotDb> contexts, TalkLines lines, Abouts abouts)
{
    /// <summary>Reads it.</summary>
    /// <returns>Null if it is none of his.</returns>
    public async Task<DeskTalk?> ReadAsync(int mentorId, long handoffId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, handoffId, cancellationToken) is not { } handoff) return null;
        var role = await RoleAsync(db, mentorId, handoff, cancellationToken);
        if (role == DeskRole.None) return null;
        var about = DeskQueues.IsForTaker(handoff) ? null : await abouts.ReadAsync(db, handoff.AboutId, cancellationToken);
        return new DeskTalk(handoff, role, string.IsNullOrWhiteSpace(about) ? null : Contacts.Hide(about.Trim()))
        {
            Concern = await TalkConcern.FindAsync(db, handoff, cancellationToken),
            FormerMentor = await NameOfAsync(db, handoff.CanBeTaken ? handoff.MentorId : handoff.FormerMentorId, cancellationToken),
            Lines = role == DeskRole.Asked ? [] : await lines.ReadAsync(db, handoff, cancellationToken),
            LastTips = await db.CourseProgress.Where(p => p.MenteeId == handoff.MenteeId).ToDictionaryAsync(p => p.CourseId, p => p.LastTipId, cancellationToken),
            LooksAfterConcern = await db.Concerns.AnyAsync(c => c.ConversationId == handoff.ConversationId && c.State == ConcernState.Taken && c.TakenById == mentorId, cancellationToken),
            Onlookers = await db.Onlookers.Where(o => o.HandoffId == handoffId && o.Until == null).OrderBy(o => o.Id).Select(o => o.Mentor!.Name).ToListAsync(cancellationToken),
        };
    }

    /// <summary>A file that she sent to him.</summary>
    /// <returns>Where it is kept, as her message names it, and her conversation's look-up key; null if there is none that he may see.</returns>
    public async Task<PassedFile?> FindFileAsync(int mentorId, long passedId, int place, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // As the talk itself: what was given to a mentor before is not for the one after him.
        var row = await db.PassedMessages.Where(p => p.Id == passedId && p.MentorId == p.Handoff!.MentorId)
            .Join(db.Inbox, p => p.InboxId, m => m.Id, (p, m) => new { p.HandoffId, m.SealedActivity, m.ConversationKey }).FirstOrDefaultAsync(cancellationToken);
        if (row is null || await ReadRoleAsync(mentorId, row.HandoffId, cancellationToken) is DeskRole.None or DeskRole.Asked) return null;
        var files = lines.Open(row.SealedActivity, row.ConversationKey)?.Attachments;
        return files is not null && place >= 0 && place < files.Count ? new PassedFile(files[place], row.ConversationKey) : null;
    }

    /// <summary>What he has to do with it now.</summary>
    public async Task<DeskRole> ReadRoleAsync(int mentorId, long handoffId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(db, handoffId, cancellationToken) is { } handoff ? await RoleAsync(db, mentorId, handoff, cancellationToken) : DeskRole.None;
    }

    /// <summary>Who may have it after him, or look on: those who help where she is, but for himself.</summary>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(Handoff handoff, int mentorId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handoff);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schemes = await db.SchemesUpwardsAsync(handoff.SchemeId, cancellationToken);
        var all = await db.Mentors.Where(m => m.Id != mentorId && m.WithdrawnAt == null && schemes.Contains(m.SchemeId))
            .OrderBy(m => m.Name).ThenBy(m => m.Id).Select(m => new { m.Id, m.Name, m.AwaySince, m.JoinedAt }).ToListAsync(cancellationToken);
        var several = all.GroupBy(m => m.Name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).SelectMany(same => same).Select(m => m.Id).ToHashSet();
        return all.ConvertAll(m => new Colleague(m.Id, m.Name, m.AwaySince is not null) { JoinedAt = several.Contains(m.Id) ? m.JoinedAt : null });
    }

    private static async Task<string?> NameOfAsync(MentorBotDb db, int? mentorId, CancellationToken cancellationToken) =>
        mentorId is { } id ? await db.Mentors.Where(m => m.Id == id).Select(m => m.Name).FirstOrDefaultAsync(cancellationToken) : null;

    private static Task<Handoff?> FindAsync(MentorBotDb db, long handoffId, CancellationToken cancellationToken) =>
        db.Handoffs.AsNoTracking().Include(h => h.Conversation!.Address!.Mentee).Include(h => h.Mentor).FirstOrDefaultAsync(h => h.Id == handoffId, cancellationToken);

    private static async Task<DeskRole> RoleAsync(MentorBotDb db, int mentorId, Handoff handoff, CancellationToken cancellationToken)
    {
        if (!await db.Mentors.AnyAsync(m => m.Id == mentorId && m.WithdrawnAt == null, cancellationToken)) return DeskRole.None;
        // Whoever gave it back is remembered until it is taken again, and has no part in it any more.
        if (handoff.MentorId == mentorId && (handoff.IsHeld || handoff.State == HandoffState.Finishing)) return DeskRole.Holder;
        if (handoff.MentorId == mentorId && handoff.State == HandoffState.Ended && handoff.TakenAt is not null && !await GaveBackAsync(db, mentorId, handoff.Id, cancellationToken)) return DeskRole.Held;
        if (await db.Onlookers.AnyAsync(o => o.HandoffId == handoff.Id && o.MentorId == mentorId && o.Until == null, cancellationToken)) return DeskRole.Onlooker;
        var isAsked = handoff.CanBeTaken && await db.Offers.AnyAsync(o => o.HandoffId == handoff.Id && o.MentorId == mentorId && o.Answer == OfferAnswer.None, cancellationToken);
        return isAsked ? DeskRole.Asked : DeskRole.None;
    }

    private static Task<bool> GaveBackAsync(MentorBotDb db, int mentorId, long handoffId, CancellationToken cancellationToken) =>
        db.Offers.AnyAsync(o => o.HandoffId == handoffId && o.MentorId == mentorId && (o.Answer == OfferAnswer.Declined || o.Answer == OfferAnswer.Silent), cancellationToken);
}

/// <summary>One talk, as a mentor may see it.</summary>
/// <param name="Handoff">The handoff, with her and who holds it.</param>
/// <param name="Role">What he has to do with it.</param>
/// <param name="About">What she said it is about, without numbers, or null.</param>
public sealed record DeskTalk(Handoff Handoff, DeskRole Role, string? About)
{
    /// <summary>What was said and noted, oldest first.</summary>
    public IReadOnlyList<TalkLine> Lines { get; init; } = [];

    /// <summary>The tip that she had last of each course that she began.</summary>
    public IReadOnlyDictionary<string, string> LastTips { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether he looks after what makes us worry for her: then he is asked how she is when he finishes (<see cref="ConcernOutcome"/>).</summary>
    public bool LooksAfterConcern { get; init; }

    /// <summary>The names of those who look on.</summary>
    public IReadOnlyList<string> Onlookers { get; init; } = [];

    /// <summary>What makes us worry for her, or null.</summary>
    public TalkConcern? Concern { get; init; }

    /// <summary>Who had it before, and passed it on or lost it; null if nobody did.</summary>
    public string? FormerMentor { get; init; }

    /// <summary>What we call her.</summary>
    public string Alias => Handoff.Hers.Alias;

    /// <summary>The language that she is answered in.</summary>
    public string Language => Handoff.Hers.Language;

    /// <summary>The channel by which she is reached.</summary>
    public string Channel => Handoff.Conversation!.Address!.Channel;
}

/// <summary>What a mentor has to do with a talk.</summary>
public enum DeskRole
{
    /// <summary>Nothing: he may not see it.</summary>
    None,

    /// <summary>He was asked whether he takes it.</summary>
    Asked,

    /// <summary>He holds it.</summary>
    Holder,

    /// <summary>He held it until it ended.</summary>
    Held,

    /// <summary>He looks on.</summary>
    Onlooker,
}

/// <summary>Another mentor.</summary>
/// <param name="Id">His number.</param>
/// <param name="Name">His first name.</param>
/// <param name="IsAway">Whether he said that he is away.</param>
public sealed record Colleague(int Id, string Name, bool IsAway)
{
    /// <summary>When he joined, where somebody else is called as he is: by that they are told apart.</summary>
    public DateTimeOffset? JoinedAt { get; init; }
}

/// <summary>A file in a message of hers.</summary>
/// <param name="File">As the message names it.</param>
/// <param name="ConversationKey">The look-up key of her conversation.</param>
public sealed record PassedFile(Attachment File, byte[] ConversationKey);
