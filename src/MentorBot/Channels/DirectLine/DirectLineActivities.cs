using System.Text.Json;
using MentorBot.BotFramework;
using MentorBot.Channels.WebChat;
using MentorBot.Desk;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Channels.DirectLine;

/// <summary>Activities that are posted.</summary>
/// <remarks>
/// A post is answered once it is stored, and shown to whoever looks (the echo by which Web Chat knows that it was sent) before the bot has a turn. So a slow turn delays no answer and
/// repeats nothing.
/// </remarks>
internal sealed class DirectLineActivities(DirectLineGate gate, ConversationLimits limits, Inbox inbox, OpenChats chats, DirectLineReader reader, DeskTyping desk, ILogger<DirectLineActivities> log)
{
    /// <summary>Direct Line's limit, in bytes.</summary>
    public const int LongestActivity = 262_144;

    // Twice our own page's: more than anybody types, and less than a turn is slow with.
    private const int LongestText = 8_000;

    // Less than Microsoft's client waits for an answer (20 seconds, DirectLineJS).
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    public async Task PostAsync(HttpContext http, string conversationId)
    {
        if (await gate.EnterAsync(http, conversationId) is not { } pass || !await WaitAsync(http, pass)) return;
        var body = await DirectLineBodies.ReadAsync(http.Request.Body, LongestActivity, http.RequestAborted);
        if (body is null) await DirectLineErrors.TooLargeAsync(http, "An activity has at most 262,144 bytes.");
        else if (Parse(body) is not { } activity) await DirectLineErrors.BadAsync(http, "The body is not an activity: a JSON object with a type.");
        else if (await MayTakeAsync(http, pass, activity, body.Length)) await TakeAsync(http, pass, activity);
    }

    /// <summary>Waits until something may be posted. Whether it may; if not, that is answered.</summary>
    public async Task<bool> WaitAsync(HttpContext http, ChatPass pass)
    {
        if (await limits.WaitToPostAsync(pass.ConversationId, http.RequestAborted) is not { } after) return true;
        await DirectLineErrors.TooManyAsync(http, after);
        return false;
    }

    /// <summary>Whether an activity is not too long, for itself or for today; if it is, that is answered.</summary>
    /// <param name="http">The call.</param>
    /// <param name="pass">Who posts.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="bytes">Its length on the wire.</param>
    public async Task<bool> MayTakeAsync(HttpContext http, ChatPass pass, Activity activity, int bytes)
    {
        if (activity.Text is { Length: > LongestText }) await DirectLineErrors.TooLongAsync(http, "A text has at most 8,000 characters. Send it in parts.");
        else if (limits.Count(pass.ConversationId, bytes) is { } after) await DirectLineErrors.TooManyAsync(http, after);
        else return true;
        return false;
    }

    /// <summary>Takes an activity that may be taken, and answers.</summary>
    public async Task TakeAsync(HttpContext http, ChatPass pass, Activity activity)
    {
        var message = WireActivities.Receive(pass, activity);
        // That somebody is writing is news for a few seconds: it is shown and not kept.
        if (activity.IsType(ActivityTypes.Typing)) await ShowTypingAsync(http, pass, activity);
        else if (await StoreAsync(http, message)) chats.Wake(pass.ConversationId);
        else return;
        await http.Response.WriteAsJsonAsync(new { id = WireActivities.Id(pass.ConversationId, message.ProviderMessageId) });
    }

    private async Task ShowTypingAsync(HttpContext http, ChatPass pass, Activity activity)
    {
        chats.Show(pass.ConversationId, activity);
        await desk.FromMenteeAsync(pass.ConversationId, reader.KeyOf(pass), http.RequestAborted);
    }

    /// <summary>An activity as it was posted; null if it is none.</summary>
    public static Activity? Parse(byte[] json)
    {
        try
        {
            return ActivityJson.Parse(HalfLetters.Mend(json)) is { Type.Length: > 0 } activity ? activity : null;
        }
        catch (JsonException)
        {
            return null;
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
