using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Privacy;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.WebChats;

/// <summary>Keeps the files that people send in web chats, sealed, for a day.</summary>
public sealed class Uploads(IDbContextFactory<MentorBotDb> contexts, Writes writes, Cipher cipher, TimeProvider clock)
{
    private const string Purpose = "upload";

    /// <summary>The most bytes, sealed, that a chat's files of a day may have: 50 MB.</summary>
    public const int MostADay = 50 * 1024 * 1024;

    /// <summary>Keeps files, all or none.</summary>
    /// <returns>What names each of them, in their order; nothing if the chat has had its share of the day.</returns>
    /// <remarks>On a server two that come in the same moment do not see each other, and may go over it together, once.</remarks>
    public async Task<IReadOnlyList<Guid>> KeepAsync(byte[] conversationKey, IReadOnlyList<UploadedFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var uploads = files.Select(file => new Upload
        {
            Id = Guid.NewGuid(),
            ConversationKey = conversationKey,
            ContentType = file.ContentType,
            SealedContent = cipher.Seal(file.Content.Span, Purpose, conversationKey),
            UploadedAt = clock.GetUtcNow(),
        }).ToList();
        return await writes.RunAsync<IReadOnlyList<Guid>>(async db =>
        {
            if (await BytesOfTheDayAsync(db, conversationKey) + uploads.Sum(upload => (long)upload.SealedContent.Length) > MostADay) return [];
            db.Uploads.AddRange(uploads);
            return uploads.ConvertAll(upload => upload.Id);
        }, CancellationToken.None);
    }

    /// <summary>A file of a chat; null if there is none of that name, or its day is over.</summary>
    public async Task<UploadedFile?> FindAsync(byte[] conversationKey, Guid id, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - ChatRetention.KeepWordsFor;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var upload = await db.Uploads.AsNoTracking()
            .SingleOrDefaultAsync(u => u.Id == id && u.ConversationKey == conversationKey && u.UploadedAt > since, cancellationToken);
        return upload is null ? null : new UploadedFile(upload.ContentType, cipher.Open(upload.SealedContent, Purpose, conversationKey));
    }

    private Task<long> BytesOfTheDayAsync(MentorBotDb db, byte[] conversationKey)
    {
        var since = clock.GetUtcNow() - ChatRetention.KeepWordsFor;
        return db.Uploads.Where(u => u.ConversationKey == conversationKey && u.UploadedAt > since).SumAsync(u => (long)u.SealedContent.Length);
    }
}

/// <summary>A file that somebody sent.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record UploadedFile(string ContentType, ReadOnlyMemory<byte> Content);
