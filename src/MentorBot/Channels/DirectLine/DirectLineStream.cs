using System.Globalization;
using MentorBot.BotFramework;
using MentorBot.Channels.WebChat;
using MentorBot.Mentoring.WebChats;

namespace MentorBot.Channels.DirectLine;

/// <summary>Opens sockets. Several may look at one chat: Microsoft's client opens new ones beside old ones, and to close those would have the two of them take turns for ever.</summary>
internal sealed class DirectLineStream(DirectLineGate gate, DirectLineReader reader, OpenChats chats, ChatStreams streams, TimeProvider clock, ILogger<DirectLineStream> log)
{
    private const int MostOfOneChat = 10;

    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(10);

    public async Task OpenAsync(HttpContext http, string conversationId)
    {
        if (await gate.EnterAsync(http, http.Request.Query["t"], ChatTokenUse.Stream, conversationId) is not { } pass) return;
        if (!http.WebSockets.IsWebSocketRequest) await DirectLineErrors.BadAsync(http, "This address is for WebSockets. A proxy between may have left out the header Upgrade.");
        else if (!Watermark.TryParse(http.Request.Query["watermark"], out var after)) await DirectLineErrors.BadAsync(http, "The watermark is not one of ours.");
        else if (chats.CountOn(conversationId) >= MostOfOneChat) await DirectLineErrors.TooManyAsync(http, TryAgainAfter);
        else await TellAsync(http, pass, after);
    }

    private async Task TellAsync(HttpContext http, ChatPass pass, Watermark after)
    {
        var baseAddress = reader.BaseOf(http.Request);
        using var viewer = chats.Open(pass.ConversationId);
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var stream = new ChatStream(socket, viewer, TimeProvider.System, log);
        await streams.KeepAsync(stream, reader.KeyOf(pass), () => stream.RunAsync(
            (since, cancellationToken) => reader.ReadAsync(pass, baseAddress, since, cancellationToken), activity => Fleeting(pass, activity), after));
    }

    /// <summary>What is shown and not kept. Others look at it too, so theirs stays as it is.</summary>
    private Activity Fleeting(ChatPass pass, Activity activity)
    {
        var mine = activity.Copy();
        mine.Id ??= Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        mine.Timestamp ??= clock.GetUtcNow();
        return WireActivities.Send(pass, mine, isMentees: activity.From?.Role != RoleTypes.Bot, _ => "");
    }
}
