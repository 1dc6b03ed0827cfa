using System.Text.Encodings.Web;
using MentorBot.Channels.DirectLine;
using MentorBot.Channels.WebChat;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.WebChat;
using MentorBot.Mentoring.WebChats;
using MentorBot.Web;

namespace MentorBot.FrontPage;

/// <summary>The way out of the page: the chat is forgotten in this browser, whatever else shows it there is told, and the weather takes its place.</summary>
internal sealed class ChatExit(ChatCookie cookie, ChatStreams streams, ChatLeaving leaving, DirectLineReader reader, Content content, WebChatSettings settings)
{
    /// <summary>Where it leads: a page that nobody wonders about, on a site that half the country reads.</summary>
    public const string Elsewhere = "https://www.bbc.co.uk/weather";

    /// <summary>Leaves.</summary>
    public IResult Leave(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        // Another site must not be able to end somebody's chat; but the way out is never shut.
        if (OwnOrigin.Sent(http.Request, settings)) Forget(http);
        if (ChatDoor.Of(http.Request, settings) is { IsEmbedded: true } door) return LeaveFrame(http, door);
        http.Response.Headers.Location = Elsewhere;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <remarks>Sockets are closed once the answer is sent: a page of the same browser that then asks whether it is still in the chat has no cookie for it any more.</remarks>
    private void Forget(HttpContext http)
    {
        if (cookie.Find(http) is { } pass) http.Response.OnCompleted(() => EndAsync(pass));
        cookie.Forget(http);
    }

    // A mentor who talks to her is told too. She is away by then, whatever becomes of it.
    private async Task EndAsync(ChatPass pass)
    {
        await streams.EndOfAsync(pass.ConversationId);
        await leaving.LeaveAsync(reader.KeyOf(pass), CancellationToken.None);
    }

    /// <summary>Empties the frame, and offers the way out of the page around it.</summary>
    /// <remarks>
    /// Without a script one click cannot do both: a form that leads the whole page away is sent as a visit to us, and browsers then neither send nor forget the cookie that they keep
    /// for our frame on that site. Her words go first; where scripts run, chat.js does both and nobody sees this.
    /// </remarks>
    private IResult LeaveFrame(HttpContext http, ChatDoor door)
    {
        SecurityHeaders.AllowFramesOf(http, door.Site);
        var language = http.Request.Query["lang"] == "cy" ? "cy" : "en";
        var exit = HtmlEncoder.Default.Encode(new PageWords(content.Words, language)["exit"]);
        return Results.Content($"<!DOCTYPE html><html lang=\"{language}\"><title>{exit}</title><p><a href=\"{Elsewhere}\" target=\"_top\" autofocus>{exit}</a></p></html>", "text/html; charset=utf-8");
    }
}
