using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Privacy;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.WebChats;

/// <summary>Keeps the files that people send in web chats, sealed, for a day.</summary>
public sealed class Uploads(IDbContextFactory<MentorBotDb> contexts, Writes writes, Cipher cipher, TimeProvider clock)
{
    private const string Purpose = "upload";

    /// <summary>Keeps files.</summary>
    /// <returns>What names each of them, in their order.</returns>
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
        return await writes.RunAsync(db =>
        {
            db.Uploads.AddRange(uploads);
            return Task.FromResult(uploads.ConvertAll(upload => upload.Id));
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
}

/// <summary>A file that somebody sent.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record UploadedFile(string ContentType, ReadOnlyMemory<byte> Content);
