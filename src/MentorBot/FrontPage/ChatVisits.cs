using System.Text;
using MentorBot.Channels.DirectLine;
using MentorBot.Channels.WebChat;
using MentorBot.Mentoring.Privacy;
using MentorBot.Mentoring.WebChats;

namespace MentorBot.FrontPage;

/// <summary>What somebody on our page can do: begin a chat, come back to one, write, leave.</summary>
/// <remarks>Who only looks makes no row: a chat begins with the first words.</remarks>
internal sealed class ChatVisits(ChatCookie cookie, BegunChats chats, ChatWords words, ConversationLimits pace, KeyRing keys, WebChatSettings settings)
{
    // A script waits ten seconds for Direct Line too.
    private static readonly TimeSpan LongestStoring = TimeSpan.FromSeconds(10);

    /// <summary>Counts a load of the page. Whoever is in no chat costs the database nothing, and is not counted.</summary>
    /// <returns>Null if it may be shown; otherwise how long to stay away.</returns>
    public TimeSpan? CountPage(HttpContext http) => cookie.Find(http) is { } pass ? pace.CountPage(pass.ConversationId) : null;

    /// <summary>The chat that somebody is in; null if in none that we still know.</summary>
    public async Task<ChatVisit?> FindAsync(HttpContext http)
    {
        if (cookie.Read(http) is not { } pass) return null;
        return await chats.FindAsync(pass.ConversationId, pass.Site, http.RequestAborted) is { } chat ? new ChatVisit(pass, chat) : null;
    }

    /// <summary>Begins a chat.</summary>
    /// <returns>The chat, and what a script may keep in the cookie's place.</returns>
    public Task<(ChatVisit Visit, string Ticket)> BeginAsync(HttpContext http) => BeginAsync(http, ChatPasses.Begin(ChatDoor.Of(http.Request, settings).Site));

    /// <summary>Begins the chat of a form's first words; sent twice, they begin it once.</summary>
    /// <remarks>
    /// Its id is a keyed hash of the form's random name and the words, so nobody can work it out. The words belong to it so that whoever next sits at this device, and finds the
    /// form still open, does not come into the chat. A form that we did not name is one of many alike: it gets a chat of its own.
    /// </remarks>
    /// <param name="http">The request.</param>
    /// <param name="formId">Names the form.</param>
    /// <param name="text">The words.</param>
    public async Task<ChatVisit> BeginOnceAsync(HttpContext http, string formId, string text)
    {
        var site = ChatDoor.Of(http.Request, settings).Site;
        var pass = FormIds.IsOne(formId)
            ? ChatPasses.For(ConversationIds.From(keys.LookUp(Encoding.UTF8.GetBytes($"first-words\n{site}\n{formId}\n{text}"))), site)
            : ChatPasses.Begin(site);
        return (await BeginAsync(http, pass)).Visit;
    }

    /// <summary>Goes back to the chat of a code.</summary>
    /// <returns>What a script may keep in the cookie's place; null if no chat has this code.</returns>
    public async Task<string?> ComeBackAsync(HttpContext http, string? code) =>
        await chats.FindByCodeAsync(code, http.RequestAborted) is { } found ? cookie.Write(http, ChatPasses.For(found.ConversationId, found.Site)) : null;

    /// <summary>Forgets on this device which chat she was in.</summary>
    public void PutAway(HttpContext http) => cookie.Forget(http);

    /// <summary>Writes something: see <see cref="ChatWords.SayAsync"/>.</summary>
    public Task<bool> SayAsync(ChatVisit visit, string formId, string text, string language) => words.SayAsync(visit, formId, text, language);

    private async Task<(ChatVisit Visit, string Ticket)> BeginAsync(HttpContext http, ChatPass pass)
    {
        await chats.StartAsync(pass.ConversationId, pass.Site).WaitAsync(LongestStoring, TimeProvider.System);
        var chat = await chats.FindAsync(pass.ConversationId, pass.Site, http.RequestAborted);
        return (new ChatVisit(pass, chat!), cookie.Write(http, pass));
    }
}

/// <summary>Somebody in her chat.</summary>
/// <param name="Pass">What she may read and write.</param>
/// <param name="Chat">What she is shown of it.</param>
internal sealed record ChatVisit(ChatPass Pass, BegunChat Chat);
