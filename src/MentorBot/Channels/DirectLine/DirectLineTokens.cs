using System.Text.Json.Serialization;
using MentorBot.Channels.WebChat;

namespace MentorBot.Channels.DirectLine;

/// <summary>Tokens: made for who has the secret, and anew for who has one that is good. Neither leaves a row behind.</summary>
internal static class DirectLineTokens
{
    private const int MostOrigins = 20;

    public static async Task GenerateAsync(HttpContext http, DirectLineGate gate, ChatTokens tokens)
    {
        if (DirectLineGate.Bearer(http) is null)
        {
            await DirectLineErrors.UnauthorizedAsync(http);
            return;
        }
        if (!gate.IsSecret(http))
        {
            await DirectLineErrors.ForbiddenAsync(http, "That is not the secret of this server (MentorBot:WebChat:Secret), or it has none.");
            return;
        }
        var question = await DirectLineBodies.ReadQuestionAsync(http.Request, http.RequestAborted);
        if (question is null) await DirectLineErrors.BadAsync(http, "The body is neither empty nor a JSON object of that kind.");
        else if (question.User?.Id is { } user && !UserIds.CanBeHeld(user)) await DirectLineErrors.BadAsync(http, "user.id must begin with dl_ and have at most 100 characters.");
        else if (question.TrustedOrigins is { } origins && !AreOrigins(origins)) await DirectLineErrors.BadAsync(http, "trustedOrigins must hold at most 20 origins, such as https://www.example.org.");
        else await AnswerAsync(http, tokens, ChatPass.Begin(userId: question.User?.Id) with { TrustedOrigins = [.. (question.TrustedOrigins ?? []).OfType<string>()] });
    }

    /// <remarks>A day after the first of them a token ends for good: see <see cref="ChatTokens.MostOfAll"/>.</remarks>
    public static async Task RefreshAsync(HttpContext http, DirectLineGate gate, ChatTokens tokens)
    {
        if (await gate.EnterAsync(http) is { } pass) await AnswerAsync(http, tokens, pass);
    }

    private static bool AreOrigins(IReadOnlyList<string?> origins) =>
        origins.Count <= MostOrigins && origins.All(origin => origin is not null && WebChatSettings.IsOrigin(origin));

    private static Task AnswerAsync(HttpContext http, ChatTokens tokens, ChatPass pass) =>
        http.Response.WriteAsJsonAsync(new TokenAnswer(pass.ConversationId, tokens.Issue(pass), tokens.SecondsOf(pass)));

    private sealed record TokenAnswer(string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
