using MentorBot.Channels.WebChat;
using MentorBot.Mentoring.WebChats;

namespace MentorBot.FrontPage;

/// <summary>What somebody on our page can do: begin a chat, come back to one, write, leave.</summary>
/// <remarks>Who only looks makes no row: a chat begins with the first words.</remarks>
internal sealed class ChatVisits(ChatCookie cookie, BegunChats chats, ChatWords words, WebChatSettings settings)
{
    // A script waits ten seconds for Direct Line too.
    private static readonly TimeSpan LongestStoring = TimeSpan.FromSeconds(10);

    /// <summary>The chat that somebody is in; null if in none that we still know.</summary>
    public async Task<ChatVisit?> FindAsync(HttpContext http)
    {
        if (cookie.Read(http) is not { } pass) return null;
        return await chats.FindAsync(pass.ConversationId, pass.Site, http.RequestAborted) is { } chat ? new ChatVisit(pass, chat) : null;
    }

    /// <summary>Begins a chat.</summary>
    /// <returns>The chat, and what a script may keep in the cookie's place.</returns>
    public async Task<(ChatVisit Visit, string Ticket)> BeginAsync(HttpContext http)
    {
        var pass = ChatPasses.Begin(ChatDoor.Of(http.Request, settings).Site);
        await chats.StartAsync(pass.ConversationId, pass.Site).WaitAsync(LongestStoring, TimeProvider.System);
        var chat = await chats.FindAsync(pass.ConversationId, pass.Site, http.RequestAborted);
        return (new ChatVisit(pass, chat!), cookie.Write(http, pass));
    }

    /// <summary>Goes back to the chat of a code.</summary>
    /// <returns>What a script may keep in the cookie's place; null if no chat has this code.</returns>
    public async Task<string?> ComeBackAsync(HttpContext http, string? code) =>
        await chats.FindByCodeAsync(code, http.RequestAborted) is { } found ? cookie.Write(http, ChatPasses.For(found.ConversationId, found.Site)) : null;

    /// <summary>Forgets on this device which chat she was in.</summary>
    public void Leave(HttpContext http) => cookie.Forget(http);

    /// <summary>Writes something: see <see cref="ChatWords.SayAsync"/>.</summary>
    public Task<bool> SayAsync(ChatVisit visit, string formId, string text, string language) => words.SayAsync(visit, formId, text, language);
}

/// <summary>Somebody in her chat.</summary>
/// <param name="Pass">What she may read and write.</param>
/// <param name="Chat">What she is shown of it.</param>
internal sealed record ChatVisit(ChatPass Pass, BegunChat Chat);

internal static class WholeHistory
{
    // 500 messages: more than a chat of a day has, and few enough to read at once.
    private const int MostPages = 5;

    /// <summary>All that was said, as far as anybody reads it at once.</summary>
    public static async Task<ChatPage> ReadAllAsync(this ChatHistory history, byte[] conversationKey, CancellationToken cancellationToken)
    {
        var all = await history.ReadAsync(conversationKey, Watermark.Start, cancellationToken);
        for (var pages = 1; pages < MostPages && all.MayHaveMore; pages++)
        {
            var next = await history.ReadAsync(conversationKey, all.Watermark, cancellationToken);
            all = next with { Lines = [.. all.Lines, .. next.Lines] };
        }
        return all;
    }
}
