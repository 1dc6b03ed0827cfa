using MentorBot.Channels.WebChat;

namespace MentorBot.FrontPage;

/// <summary>What the page's script asks for beside Direct Line, and the way out.</summary>
internal static class ChatPageEndpoints
{
    /// <summary>Adds what the page needs.</summary>
    public static IServiceCollection AddChatPage(this IServiceCollection services) =>
        services.AddSingleton<ChatCookie>().AddSingleton<ChatLimits>().AddSingleton<ChatWords>().AddSingleton<ChatVisits>().AddSingleton<ChatEntrance>().AddSingleton<ChatExit>();

    /// <summary>Adds the addresses.</summary>
    public static void MapChatPage(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/chat", EnterAsync);
        routes.MapPost("/exit", (HttpContext http, ChatExit exit) => exit.Leave(http));
    }

    /// <summary>Goes on with a chat, or begins one; with <c>?resume</c> only the first. Answers what a client of Direct Line needs.</summary>
    private static async Task<IResult> EnterAsync(HttpContext http, ChatEntrance entrance, WebChatSettings settings)
    {
        http.Response.Headers.CacheControl = "no-store";
        return OwnOrigin.Sent(http.Request, settings)
            ? await entrance.OpenAsync(http, ChatDoor.Of(http.Request, settings).IsEmbedded)
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }
}
