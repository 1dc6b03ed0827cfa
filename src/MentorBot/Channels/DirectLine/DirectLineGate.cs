using System.Security.Cryptography;
using System.Text;
using MentorBot.Channels.WebChat;

namespace MentorBot.Channels.DirectLine;

/// <summary>The first questions asked of every call: is the page allowed, is the token good, is it for this chat? What is wrong is answered here.</summary>
internal sealed class DirectLineGate(ChatTokens tokens, DirectLineOrigins origins, WebChatSettings settings)
{
    private const string Scheme = "Bearer ";

    /// <summary>Lets in whoever holds a token of the chat, or the secret, which is good for every chat of our own site.</summary>
    /// <param name="http">The call; it is answered if null is returned.</param>
    /// <param name="conversationId">The chat that the call is about; null for the token's own.</param>
    public async Task<ChatPass?> EnterAsync(HttpContext http, string? conversationId = null)
    {
        if (!IsSecret(http)) return await EnterAsync(http, Bearer(http), ChatTokenUse.Chat, conversationId);
        if (conversationId is not null && !ConversationIds.IsOne(conversationId)) await DirectLineErrors.NotFoundAsync(http);
        else if (!origins.Allows(http.Request)) await DirectLineErrors.OriginAsync(http);
        else return conversationId is null ? ChatPass.Begin() : new ChatPass(conversationId, ChatPass.OwnSite);
        return null;
    }

    /// <summary>Lets in whoever holds a token, of whichever use.</summary>
    public async Task<ChatPass?> EnterAsync(HttpContext http, string? token, ChatTokenUse use, string? conversationId)
    {
        var reading = await tokens.ReadAsync(token, use);
        if (reading.HasExpired) await DirectLineErrors.ExpiredAsync(http);
        else if (reading.Pass is not { } pass) await DirectLineErrors.UnauthorizedAsync(http);
        else if (!origins.Allows(http.Request) || !pass.IsFor(DirectLineOrigins.OriginOf(http.Request))) await DirectLineErrors.OriginAsync(http);
        else if (conversationId is not null && conversationId != pass.ConversationId) await DirectLineErrors.ForbiddenAsync(http, "The token is for another conversation.");
        else return pass;
        return null;
    }

    /// <summary>Whether somebody comes with the secret. Every wrong one takes the same time.</summary>
    public bool IsSecret(HttpContext http) =>
        settings.Secret is { } secret && Bearer(http) is { } sent
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), SHA256.HashData(Encoding.UTF8.GetBytes(sent)));

    /// <summary>What the call's Authorization header holds; null without one.</summary>
    public static string? Bearer(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is { } header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && header[Scheme.Length..].Trim() is { Length: > 0 } sent ? sent : null;
}
