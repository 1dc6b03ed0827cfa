using System.Globalization;
using System.Text.Json.Serialization;
using MentorBot.Channels.DirectLine;
using MentorBot.Channels.WebChat;

namespace MentorBot.FrontPage;

/// <summary>Lets the page's script into a chat.</summary>
internal sealed class ChatEntrance(ChatVisits visits, ChatLimits limits, ConversationLimits pace, ChatTokens tokens, DirectLineAddresses addresses)
{
    /// <summary>Goes on with a chat, or begins one; with <c>?resume</c> only the first.</summary>
    /// <param name="http">The call.</param>
    /// <param name="isEmbedded">Whether the page is inside another site's, where a browser may keep no cookie.</param>
    public async Task<IResult> OpenAsync(HttpContext http, bool isEmbedded)
    {
        if (await visits.FindAsync(http) is { } known)
            return await pace.WaitToReadAsync(known.Pass.ConversationId, http.RequestAborted) ? Answer(http, known, ticket: null) : TooMany(http, minutes: 1);
        if (http.Request.Query.ContainsKey("resume")) return Results.NotFound();
        if (limits.MinutesToBegin(http) is { } minutes) return TooMany(http, minutes);
        var (visit, ticket) = await visits.BeginAsync(http);
        return Answer(http, visit, isEmbedded ? ticket : null);
    }

    private IResult Answer(HttpContext http, ChatVisit visit, string? ticket) => Results.Json(new Entrance(
        visit.Pass.ConversationId, tokens.Issue(visit.Pass), tokens.SecondsOf(visit.Pass),
        addresses.StreamOf(http.Request, visit.Pass, http.Request.Query["watermark"]), visit.Chat.Alias, visit.Chat.Code, ticket));

    private static IResult TooMany(HttpContext http, int minutes)
    {
        http.Response.Headers.RetryAfter = (minutes * 60).ToString(CultureInfo.InvariantCulture);
        return Results.StatusCode(StatusCodes.Status429TooManyRequests);
    }

    private sealed record Entrance(
        string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string StreamUrl, string? Alias, string Code, string? Ticket);
}
