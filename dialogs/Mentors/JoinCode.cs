using System.Text.Json;
using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Mentoring.Mentors;

namespace MentorBot.Dialogs.Mentors;

/// <summary>Finds the code with which somebody becomes a mentor: <c>JOIN ABCD2345</c>, or a Telegram link, <c>t.me/OURBOT?start=join-ABCD2345</c>.</summary>
internal static class JoinCode
{
    private const string DeepLink = "join-";

    /// <summary>The code, in capitals and without spaces; nothing in any other message: somebody may write "join the library".</summary>
    public static string? In(Activity activity, Commands commands)
    {
        if (activity.Value?.GetValueKind() == JsonValueKind.String && activity.Value.GetValue<string>() is { } payload && payload.StartsWith(DeepLink, StringComparison.Ordinal))
            return payload[DeepLink.Length..].ToUpperInvariant();
        var words = Commands.Plain(activity.Text ?? "").Split(' ');
        if (words.Length < 2 || commands.RecogniseMentors(words[0]) != "mentor-join") return null;
        var code = string.Concat(words.Skip(1));
        return LooksLikeOne(code) ? code : null;
    }

    // Of a slip in a code its length or its digits are left.
    private static bool LooksLikeOne(string code) =>
        code.Length <= Invitations.CodeLength + 2 && (code.Any(char.IsAsciiDigit) || (code.Length == Invitations.CodeLength && code.All(Invitations.Letters.Contains)));
}
