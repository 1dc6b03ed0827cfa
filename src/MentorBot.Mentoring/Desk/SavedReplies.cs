using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Privacy;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Desk;

/// <summary>What mentors write often, and need not type again.</summary>
public sealed class SavedReplies(IDbContextFactory<MentorBotDb> contexts, Writes writes, TextVault texts)
{
    /// <summary>A mentor's own, and those that are shared in his scheme and above it; his own first.</summary>
    public async Task<IReadOnlyList<ReplyText>> ReadAsync(int mentorId, int schemeId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schemes = await db.SchemesUpwardsAsync(schemeId, cancellationToken);
        var rows = await db.SavedReplies.AsNoTracking()
            .Where(r => r.MentorId == mentorId || (r.SchemeId != null && schemes.Contains(r.SchemeId.Value)))
            .OrderBy(r => r.SchemeId != null).ThenBy(r => r.Id).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new ReplyText(row.Id, texts.OpenText(row.Sealed, Of(row)), row.SchemeId is not null, row.SchemeId == schemeId));
    }

    /// <summary>Keeps a new one: for himself, or for all of a scheme.</summary>
    public Task<DeskResult> AddAsync(ReplyOwner owner, string? text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(owner);
        var words = text?.Trim() ?? "";
        if (words.Length is 0 or > SavedReply.Longest) return Task.FromResult(words.Length == 0 ? DeskResult.Empty : DeskResult.TooLong);
        return writes.RunAsync(
            async db =>
            {
                var all = db.SavedReplies.Where(r => r.MentorId == owner.MentorId && r.SchemeId == owner.SchemeId);
                if (await all.CountAsync(cancellationToken) >= SavedReply.Most) return DeskResult.TooLong;
                db.SavedReplies.Add(new SavedReply { MentorId = owner.MentorId, SchemeId = owner.SchemeId, Sealed = texts.SealText(words, Of(owner)) });
                return DeskResult.Done;
            },
            cancellationToken);
    }

    /// <summary>Changes one, or forgets it where nothing is left of it.</summary>
    public Task<DeskResult> ChangeAsync(ReplyOwner owner, int id, string? text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(owner);
        var words = text?.Trim() ?? "";
        if (words.Length > SavedReply.Longest) return Task.FromResult(DeskResult.TooLong);
        return writes.RunAsync(
            async db =>
            {
                if (await db.SavedReplies.FirstOrDefaultAsync(r => r.Id == id && r.MentorId == owner.MentorId && r.SchemeId == owner.SchemeId, cancellationToken) is not { } reply) return DeskResult.NotHis;
                if (words.Length == 0) db.SavedReplies.Remove(reply);
                else (reply.Sealed, reply.Version) = (texts.SealText(words, Of(reply)), reply.Version + 1);
                return DeskResult.Done;
            },
            cancellationToken);
    }

    private static string Of(SavedReply reply) => Of(new ReplyOwner(reply.MentorId, reply.SchemeId));

    private static string Of(ReplyOwner owner) => $"reply {owner.MentorId} {owner.SchemeId}";
}

/// <summary>Whose a saved reply is: one mentor's, or a scheme's.</summary>
public sealed record ReplyOwner(int? MentorId, int? SchemeId);

/// <summary>A saved reply.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Text">The words.</param>
/// <param name="IsShared">Whether it is shared.</param>
/// <param name="IsOfScheme">Whether it is shared in the very scheme that was asked for, and not in one above it.</param>
public sealed record ReplyText(int Id, string Text, bool IsShared, bool IsOfScheme);
