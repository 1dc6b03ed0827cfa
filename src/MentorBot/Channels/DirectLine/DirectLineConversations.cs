using System.Text.Json.Serialization;
using MentorBot.Channels.WebChat;
using MentorBot.Mentoring.WebChats;

namespace MentorBot.Channels.DirectLine;

/// <summary>Conversations: begun, and come back to. Nothing is stored for either.</summary>
/// <remarks>The bot is told of nobody's arrival (no <c>conversationUpdate</c>): whoever only looks, a search engine too, leaves no trace. It welcomes her at her first words.</remarks>
internal sealed class DirectLineConversations(DirectLineGate gate, ChatTokens tokens, DirectLineAddresses addresses, DirectLineReader reader)
{
    public async Task StartAsync(HttpContext http)
    {
        if (await gate.EnterAsync(http) is not { } pass) return;
        if (await DirectLineBodies.ReadQuestionAsync(http.Request, http.RequestAborted) is not { } question)
        {
            await DirectLineErrors.BadAsync(http, "The body is neither empty nor a JSON object of that kind.");
            return;
        }

        // Who came with a token that names nobody may still say who she is. What a token says stands.
        if (pass.UserId is null && UserIds.CanBeHeld(question.User?.Id)) pass = pass with { UserId = question.User!.Id };
        http.Response.StatusCode = await reader.HasBegunAsync(pass, http.RequestAborted) ? StatusCodes.Status200OK : StatusCodes.Status201Created;
        await AnswerAsync(http, pass, watermark: null);
    }

    public async Task ReconnectAsync(HttpContext http, string conversationId)
    {
        if (await gate.EnterAsync(http, conversationId) is not { } pass) return;
        var watermark = http.Request.Query["watermark"].ToString();
        if (Watermark.TryParse(watermark, out _)) await AnswerAsync(http, pass, watermark);
        else await DirectLineErrors.BadAsync(http, "The watermark is not one of ours.");
    }

    private Task AnswerAsync(HttpContext http, ChatPass pass, string? watermark) => http.Response.WriteAsJsonAsync(new ConversationAnswer(
        pass.ConversationId, tokens.Issue(pass), tokens.SecondsOf(pass), addresses.StreamOf(http.Request, pass, watermark)));

    private sealed record ConversationAnswer(string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string StreamUrl);
}
