using System.Globalization;
using System.Text.Json.Serialization;
using MentorBot.Channels.DirectLine;
using MentorBot.Channels.WebChat;

namespace MentorBot.FrontPage;

/// <summary>What the page's script asks for beside Direct Line, and the way out.</summary>
internal static class ChatPageEndpoints
{
    /// <summary>Where the way out leads: a page that nobody wonders about, on a site that half the country reads.</summary>
    public const string Elsewhere = "https://www.bbc.co.uk/weather";

    /// <summary>Adds what the page needs.</summary>
    public static IServiceCollection AddChatPage(this IServiceCollection services) =>
        services.AddSingleton<ChatCookie>().AddSingleton<ChatLimits>().AddSingleton<ChatVisits>();

    /// <summary>Adds the addresses.</summary>
    public static void MapChatPage(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/chat", EnterAsync);
        routes.MapPost("/exit", Exit);
    }

    /// <summary>Goes on with a chat, or begins one; with <c>?resume</c> only the first. Answers what a client of Direct Line needs.</summary>
    private static async Task<IResult> EnterAsync(HttpContext http, ChatVisits visits, ChatLimits limits, ChatTokens tokens, DirectLineAddresses addresses, WebChatSettings settings)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!OwnOrigin.Sent(http.Request, settings)) return Results.StatusCode(StatusCodes.Status403Forbidden);

        var (visit, ticket) = (await visits.FindAsync(http), (string?)null);
        if (visit is null)
        {
            if (http.Request.Query.ContainsKey("resume")) return Results.NotFound();
            if (limits.MinutesToBegin(http) is { } minutes) return TooMany(http, minutes);
            (visit, ticket) = await visits.BeginAsync(http);
        }
        var isEmbedded = ChatDoor.Of(http.Request, settings).IsEmbedded;
        return Results.Json(new Entrance(
            visit.Pass.ConversationId, tokens.Issue(visit.Pass), (int)ChatTokens.Lifetime.TotalSeconds,
            addresses.StreamOf(http.Request, visit.Pass, http.Request.Query["watermark"]), visit.Chat.Alias, visit.Chat.Code, isEmbedded ? ticket : null));
    }

    private static IResult Exit(HttpContext http, ChatVisits visits, WebChatSettings settings)
    {
        http.Response.Headers.CacheControl = "no-store";
        // Another site must not be able to end somebody's chat; but the way out is never shut.
        if (OwnOrigin.Sent(http.Request, settings)) visits.Leave(http);
        http.Response.Headers.Location = Elsewhere;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static IResult TooMany(HttpContext http, int minutes)
    {
        http.Response.Headers.RetryAfter = (minutes * 60).ToString(CultureInfo.InvariantCulture);
        return Results.StatusCode(StatusCodes.Status429TooManyRequests);
    }

    private sealed record Entrance(
        string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string StreamUrl, string? Alias, string Code, string? Ticket);
}
