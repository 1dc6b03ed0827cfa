using MentorBot.BotFramework;
using MentorBot.Channels.WebChat;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace MentorBot.Channels.DirectLine;

/// <summary>What somebody uploads: one file as it stands, or a form of files and an activity that goes with them.</summary>
/// <param name="Files">The files, each of them found to be what it says.</param>
/// <param name="Activity">The activity; null if there is none.</param>
/// <param name="Fault">Why nothing of it is taken; null if it is.</param>
internal sealed record UploadForm(IReadOnlyList<UploadForm.Sent> Files, Activity? Activity, UploadFault? Fault = null)
{
    private const string ActivityType = "application/vnd.microsoft.activity";
    private const int LongestName = 100;
    private const int LongestBoundary = 100;

    /// <summary>A file that was sent.</summary>
    internal sealed record Sent(string ContentType, byte[] Content, string? Name);

    /// <summary>Reads all of it. Nothing that somebody sends makes it throw, but that she stops sending.</summary>
    public static async Task<UploadForm> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) return new([], null, UploadFault.Malformed);
            return type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
                ? await ReadPartsAsync(type, request.Body, cancellationToken)
                : await ReadFileAsync(request, cancellationToken);
        }
        catch (Exception error) when (error is InvalidDataException || (error is IOException and not BadHttpRequestException && !cancellationToken.IsCancellationRequested))
        {
            // A form that ends too early, or whose headers are no headers.
            return new([], null, UploadFault.Malformed);
        }
    }

    private static async Task<UploadForm> ReadFileAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var disposition = Disposition(request.Headers.ContentDisposition);
        var (file, fault) = await ReadFileAsync(request.Body, request.ContentType, disposition, cancellationToken);
        return file is null ? new([], null, fault) : new([file], null);
    }

    private static async Task<UploadForm> ReadPartsAsync(MediaTypeHeaderValue type, Stream body, CancellationToken cancellationToken)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > LongestBoundary) return new([], null, UploadFault.Malformed);

        var reader = new MultipartReader(boundary, body);
        var (files, activity) = (new List<Sent>(), (Activity?)null);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            var disposition = Disposition(section.ContentDisposition);
            if (IsActivity(section, disposition))
            {
                activity = await ReadActivityAsync(section.Body, cancellationToken);
                if (activity is null) return new([], null, UploadFault.Malformed);
                continue;
            }
            var (file, fault) = await ReadFileAsync(section.Body, section.ContentType, disposition, cancellationToken);
            if (file is null) return new([], null, fault);
            if (files.Count == UploadKinds.MostFiles) return new([], null, UploadFault.TooLarge);
            files.Add(file);
        }
        return files.Count > 0 ? new(files, activity) : new([], null, UploadFault.Malformed);
    }

    // A file as it stands comes with `name="file"; filename="..."` in Direct Line's own examples, which lacks the first word.
    private static ContentDispositionHeaderValue? Disposition(string? header) =>
        ContentDispositionHeaderValue.TryParse(header, out var read) || ContentDispositionHeaderValue.TryParse($"attachment; {header}", out read) ? read : null;

    private static bool IsActivity(MultipartSection section, ContentDispositionHeaderValue? disposition) =>
        section.ContentType?.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase) == true
        || (disposition is not null && HeaderUtilities.RemoveQuotes(disposition.Name).Equals("activity", StringComparison.OrdinalIgnoreCase));

    private static async Task<Activity?> ReadActivityAsync(Stream body, CancellationToken cancellationToken) =>
        await DirectLineBodies.ReadAsync(body, DirectLineActivities.LongestActivity, cancellationToken) is { } json ? DirectLineActivities.Parse(json) : null;

    private static async Task<(Sent? File, UploadFault Fault)> ReadFileAsync(
        Stream body, string? contentType, ContentDispositionHeaderValue? disposition, CancellationToken cancellationToken)
    {
        var content = await DirectLineBodies.ReadAsync(body, UploadKinds.MostBytes, cancellationToken);
        if (content is null) return (null, UploadFault.TooLarge);
        return UploadKinds.Recognise(contentType, content) is { } kind ? (new Sent(kind, content, NameOf(disposition)), default) : (null, UploadFault.OtherKind);
    }

    /// <summary>The file's name without its folders, for the screen.</summary>
    private static string? NameOf(ContentDispositionHeaderValue? disposition)
    {
        var given = HeaderUtilities.RemoveQuotes(disposition is { FileNameStar.HasValue: true } ? disposition.FileNameStar : disposition?.FileName ?? default).Value;
        var name = given?.Split('/', '\\')[^1].Trim();
        return string.IsNullOrEmpty(name) ? null : name.Length > LongestName ? name[^LongestName..] : name;
    }
}

/// <summary>Why an upload is not taken.</summary>
internal enum UploadFault
{
    /// <summary>It cannot be read.</summary>
    Malformed,

    /// <summary>A file is too large, or there are too many.</summary>
    TooLarge,

    /// <summary>A file is of a kind that is not taken, or not of the kind that it says.</summary>
    OtherKind,
}
