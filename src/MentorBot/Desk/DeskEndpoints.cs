using MentorBot.BotFramework;
using MentorBot.Channels.WebChat;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.WebChats;

namespace MentorBot.Desk;

/// <summary>What of the desk is no page: the stream that tells browsers of news, and the files that mentees sent.</summary>
internal static class DeskEndpoints
{
    // Whatever it is, it is saved and not shown: it came from somebody we do not know.
    private const string Saved = "attachment";

    /// <summary>Maps them.</summary>
    public static void MapDeskTalks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{DeskAccess.Path}/events", (HttpContext http, DeskStreams streams) => streams.RunAsync(http)).RequireAuthorization(DeskAccess.Desk);
        routes.MapGet($"{DeskAccess.Path}/files/{{passed:long}}/{{place:int}}", FileAsync).RequireAuthorization(DeskAccess.Desk);
    }

    private static async Task<IResult> FileAsync(HttpContext http, long passed, int place, DeskTalks talks, Uploads uploads)
    {
        var found = DeskVisitor.Of(http).MentorId is { } mentor ? await talks.FindFileAsync(mentor, passed, place, http.RequestAborted) : null;
        if (found?.File.ContentUrl is not { } url) return Results.NotFound();
        http.Response.Headers.CacheControl = "private, no-store";
        return url.StartsWith(WireActivities.UploadPrefix, StringComparison.Ordinal) ? await UploadAsync(http, uploads, found, url) : Elsewhere(http, found.File, url);
    }

    private static async Task<IResult> UploadAsync(HttpContext http, Uploads uploads, PassedFile found, string url)
    {
        var file = Guid.TryParse(url[WireActivities.UploadPrefix.Length..], out var id) ? await uploads.FindAsync(found.ConversationKey, id, http.RequestAborted) : null;
        if (file is null) return Results.NotFound();
        http.Response.Headers.ContentDisposition = Saved;
        return Results.Bytes(file.Content, file.ContentType);
    }

    // Only an address of ours: a ticket for a file of Telegram. What a carrier or a hub keeps would tell it who looks.
    private static IResult Elsewhere(HttpContext http, Attachment file, string url)
    {
        var path = Uri.TryCreate(url, UriKind.Absolute, out var absolute) ? absolute.AbsolutePath : url;
        return file.ContentType is not null && path.StartsWith(Channels.TelegramTickets.Path, StringComparison.Ordinal) ? Results.LocalRedirect(path) : Results.NotFound();
    }
}
