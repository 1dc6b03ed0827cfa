using System.Text;
using System.Text.Json.Nodes;
using MentorBot.BotFramework;
using MentorBot.Channels.WebChat;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using MentorBot.Mentoring.WebChats;

namespace MentorBot.FrontPage;

/// <summary>What somebody on our page can do: begin a chat, come back to one, write, leave.</summary>
/// <remarks>Who only looks makes no row: a chat begins with the first words.</remarks>
internal sealed class ChatVisits(ChatCookie cookie, BegunChats chats, ChatHistory history, Inbox inbox, OpenChats open, KeyRing keys, WebChatSettings settings)
{
    // A script waits ten seconds for Direct Line too.
    private static readonly TimeSpan LongestStoring = TimeSpan.FromSeconds(10);

    // Without a script the answer is shown with the next page: long enough for a turn, short enough for somebody who waits for a page.
    private static readonly TimeSpan LongestAnswering = TimeSpan.FromSeconds(3);

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
    public void Leave(HttpContext http) => cookie.Forget(http);

    /// <summary>Writes something, and waits a while for the answer.</summary>
    /// <param name="visit">The chat.</param>
    /// <param name="formId">Names the form that it came in, so that one sent twice is one message.</param>
    /// <param name="text">The words.</param>
    /// <param name="language">The page's language.</param>
    public async Task SayAsync(ChatVisit visit, string formId, string text, string language)
    {
        using var viewer = open.Open(visit.Pass.ConversationId);
        var before = await history.NowAsync(visit.Chat.ConversationKey, CancellationToken.None);
        await inbox.AcceptAsync(WireActivities.Receive(visit.Pass, Write(formId, text, language))).WaitAsync(LongestStoring, TimeProvider.System);
        open.Wake(visit.Pass.ConversationId);

        using var giveUp = new CancellationTokenSource(LongestAnswering, TimeProvider.System);
        try
        {
            while (!(await history.ReadAsync(visit.Chat.ConversationKey, before, giveUp.Token)).Lines.Any(line => !line.IsMentees)) await viewer.WaitAsync(giveUp.Token);
        }
        catch (OperationCanceledException)
        {
            // It will be there when she looks again.
        }
    }

    private async Task<(ChatVisit Visit, string Ticket)> BeginAsync(HttpContext http, ChatPass pass)
    {
        await chats.StartAsync(pass.ConversationId, pass.Site).WaitAsync(LongestStoring, TimeProvider.System);
        var chat = await chats.FindAsync(pass.ConversationId, pass.Site, http.RequestAborted);
        return (new ChatVisit(pass, chat!), cookie.Write(http, pass));
    }

    // As the page's script writes it.
    private static Activity Write(string formId, string text, string language) => new(ActivityTypes.Message)
    {
        Text = text,
        TextFormat = TextFormatTypes.Plain,
        Locale = language,
        ChannelData = new JsonObject { ["clientActivityID"] = formId, ["welcomeShown"] = language },
    };
}

/// <summary>Somebody in her chat.</summary>
/// <param name="Pass">What she may read and write.</param>
/// <param name="Chat">What she is shown of it.</param>
internal sealed record ChatVisit(ChatPass Pass, BegunChat Chat);
