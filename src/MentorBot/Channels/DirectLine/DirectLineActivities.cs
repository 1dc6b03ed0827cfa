using System.Text.Json;
using MentorBot.BotFramework;
using MentorBot.Channels.WebChat;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.WebChats;

namespace MentorBot.Channels.DirectLine;

/// <summary>Activities: read by who polls, and posted by everybody.</summary>
/// <remarks>
/// A post is answered once it is stored, and shown to whoever looks (the echo by which Web Chat knows that it was sent) before the bot has a turn. So a slow turn delays no answer and
/// repeats nothing.
/// </remarks>
internal sealed class DirectLineActivities(DirectLineGate gate, DirectLineReader reader, Inbox inbox, OpenChats chats, ILogger<DirectLineActivities> log)
{
    /// <summary>Direct Line's limit, in bytes.</summary>
    public const int LongestActivity = 262_144;

    // Less than Microsoft's client waits for an answer (20 seconds, DirectLineJS).
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    public async Task ReadAsync(HttpContext http, string conversationId)
    {
        if (await gate.EnterAsync(http, conversationId) is not { } pass) return;
        if (!Watermark.TryParse(http.Request.Query["watermark"], out var after))
        {
            await DirectLineErrors.BadAsync(http, "The watermark is not one of ours.");
            return;
        }
        var page = await ReadOrNothingAsync(http, pass, after);
        http.Response.ContentType = "application/json; charset=utf-8";
        ActivitySet.Write(http.Response.BodyWriter, page.Activities, page.Watermark.ToString());
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    public async Task PostAsync(HttpContext http, string conversationId)
    {
        if (await gate.EnterAsync(http, conversationId) is not { } pass) return;
        var body = await DirectLineBodies.ReadAsync(http.Request.Body, LongestActivity, http.RequestAborted);
        if (body is null) await DirectLineErrors.TooLargeAsync(http, "An activity has at most 262,144 bytes.");
        else if (Parse(body) is { } activity) await TakeAsync(http, pass, activity);
        else await DirectLineErrors.BadAsync(http, "The body is not an activity: a JSON object with a type.");
    }

    /// <summary>Takes an activity that was read, and answers.</summary>
    public async Task TakeAsync(HttpContext http, ChatPass pass, Activity activity)
    {
        var message = WireActivities.Receive(pass, activity);
        // That somebody is writing is news for a few seconds: it is shown and not kept.
        if (activity.IsType(ActivityTypes.Typing)) chats.Show(pass.ConversationId, activity);
        else if (await StoreAsync(http, message)) chats.Wake(pass.ConversationId);
        else return;
        await http.Response.WriteAsJsonAsync(new { id = WireActivities.Id(pass.ConversationId, message.ProviderMessageId) });
    }

    /// <summary>An activity as it was posted; null if it is none.</summary>
    public static Activity? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return ActivityJson.Parse(json) is { Type.Length: > 0 } activity ? activity : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads a page; an empty one while the database is away. Microsoft's client never asks again after any error but 403.</summary>
    private async Task<DirectLinePage> ReadOrNothingAsync(HttpContext http, ChatPass pass, Watermark after)
    {
        try
        {
            return await reader.ReadAsync(pass, reader.BaseOf(http.Request), after, http.RequestAborted);
        }
        catch (Exception error) when (!http.RequestAborted.IsCancellationRequested)
        {
            log.NotRead(error.GetType().Name);
            return new DirectLinePage([], after, MayHaveMore: false);
        }
    }

    /// <summary>Stores it, or answers 503. A client that posts it again with the same <c>clientActivityID</c> does no harm.</summary>
    /// <remarks>
    /// Microsoft's client takes no second try whatever the answer is. After 503 Web Chat waits for the echo: if it was stored after all it is shown as sent, otherwise
    /// as failed, with a button to try again. After 4xx it would show it as failed in either case.
    /// </remarks>
    private async Task<bool> StoreAsync(HttpContext http, IncomingMessage message)
    {
        try
        {
            await inbox.AcceptAsync(message).WaitAsync(LongestWait, TimeProvider.System);
            return true;
        }
        catch (Exception error)
        {
            log.NotStored(DirectLineAddresses.Root, error.GetType().Name);
            await DirectLineErrors.UnavailableAsync(http);
            return false;
        }
    }
}
