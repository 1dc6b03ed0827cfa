using System.Text.Encodings.Web;
using MentorBot.Channels.WebChat;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.WebChat;
using MentorBot.Web;

namespace MentorBot.FrontPage;

/// <summary>What the page's script asks for beside Direct Line, and the way out.</summary>
internal static class ChatPageEndpoints
{
    /// <summary>Where the way out leads: a page that nobody wonders about, on a site that half the country reads.</summary>
    public const string Elsewhere = "https://www.bbc.co.uk/weather";

    /// <summary>Adds what the page needs.</summary>
    public static IServiceCollection AddChatPage(this IServiceCollection services) =>
        services.AddSingleton<ChatCookie>().AddSingleton<ChatLimits>().AddSingleton<ChatWords>().AddSingleton<ChatVisits>().AddSingleton<ChatEntrance>();

    /// <summary>Adds the addresses.</summary>
    public static void MapChatPage(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/chat", EnterAsync);
        routes.MapPost("/exit", Exit);
    }

    /// <summary>Goes on with a chat, or begins one; with <c>?resume</c> only the first. Answers what a client of Direct Line needs.</summary>
    private static async Task<IResult> EnterAsync(HttpContext http, ChatEntrance entrance, WebChatSettings settings)
    {
        http.Response.Headers.CacheControl = "no-store";
        return OwnOrigin.Sent(http.Request, settings)
            ? await entrance.OpenAsync(http, ChatDoor.Of(http.Request, settings).IsEmbedded)
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static IResult Exit(HttpContext http, ChatVisits visits, Content content, WebChatSettings settings)
    {
        http.Response.Headers.CacheControl = "no-store";
        // Another site must not be able to end somebody's chat; but the way out is never shut.
        if (OwnOrigin.Sent(http.Request, settings)) visits.Leave(http);
        if (ChatDoor.Of(http.Request, settings) is { IsEmbedded: true } door) return ExitInFrame(http, door, content);
        http.Response.Headers.Location = Elsewhere;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>Empties the frame, and offers the way out of the page around it.</summary>
    /// <remarks>
    /// Without a script one click cannot do both: a form that leads the whole page away is sent as a visit to us, and browsers then neither send nor forget the cookie that they keep
    /// for our frame on that site. Her words go first; where scripts run, chat.js does both and nobody sees this.
    /// </remarks>
    private static IResult ExitInFrame(HttpContext http, ChatDoor door, Content content)
    {
        SecurityHeaders.AllowFramesOf(http, door.Site);
        var language = http.Request.Query["lang"] == "cy" ? "cy" : "en";
        var exit = HtmlEncoder.Default.Encode(new PageWords(content.Words, language)["exit"]);
        return Results.Content($"<!DOCTYPE html><html lang=\"{language}\"><title>{exit}</title><p><a href=\"{Elsewhere}\" target=\"_top\" autofocus>{exit}</a></p></html>", "text/html; charset=utf-8");
    }
}
