using MentorBot.Channels.WebChat;
using MentorBot.Mentoring.WebChats;

namespace MentorBot.Channels.DirectLine;

/// <summary>Activities, read by who polls.</summary>
internal sealed class DirectLineReads(DirectLineGate gate, ConversationLimits limits, DirectLineReader reader, ILogger<DirectLineReads> log)
{
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

    /// <summary>Reads a page; an empty one while the database is away, or when many wait to read this chat. Microsoft's client never asks again after any error but 403.</summary>
    private async Task<DirectLinePage> ReadOrNothingAsync(HttpContext http, ChatPass pass, Watermark after)
    {
        try
        {
            if (!await limits.WaitToReadAsync(pass.ConversationId, http.RequestAborted)) return new DirectLinePage([], after, MayHaveMore: false);
            return await reader.ReadAsync(pass, reader.BaseOf(http.Request), after, http.RequestAborted);
        }
        catch (Exception error) when (!http.RequestAborted.IsCancellationRequested)
        {
            log.NotRead(error.GetType().Name);
            return new DirectLinePage([], after, MayHaveMore: false);
        }
    }
}
