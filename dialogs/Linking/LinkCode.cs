using System.Text.Json;
using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Linking;

/// <summary>Finds the code that somebody sends to link her chats.</summary>
internal static class LinkCode
{
    /// <summary>The command that a code comes with.</summary>
    public const string Command = "link";

    // A Telegram link, t.me/OURBOT?start=link-123456, comes as START with what stands behind the equals sign.
    internal const string DeepLink = "link-";

    // A code with some digits forgotten is still meant as one.
    private const int LongestChoice = 2;

    /// <summary>The digits of a message that is the command with some digits, however they are spaced; nothing of any other message.</summary>
    public static string? In(Activity activity, Commands commands)
    {
        if (Payload(activity) is { } payload && payload.StartsWith(DeepLink, StringComparison.Ordinal)) return payload[DeepLink.Length..];
        var digits = Digits(activity.Text);
        return digits.Length > 0 && commands.Recognise(WithoutDigits(activity.Text)) == Command ? digits : null;
    }

    /// <summary>The digits of a message that is nothing else, and more of them than a choice has; nothing of any other message.</summary>
    public static string? Alone(Activity activity) =>
        Digits(activity.Text) is { Length: > LongestChoice } digits
            && Commands.Plain(activity.Text ?? "").Replace(" ", "", StringComparison.Ordinal) == digits ? digits : null;

    /// <summary>A message without its digits: in whichever language they are, the words beside them are in one.</summary>
    public static string WithoutDigits(string? text) => string.Concat((text ?? "").Where(letter => !char.IsAsciiDigit(letter)));

    private static string Digits(string? text) => string.Concat((text ?? "").Where(char.IsAsciiDigit));

    private static string? Payload(Activity activity) =>
        activity.Value?.GetValueKind() == JsonValueKind.String ? activity.Value.GetValue<string>() : null;
}
