namespace MentorBot.Channels.Sms;

/// <summary>The provider's own ids for messages: <c>SM…</c> or <c>MM…</c> from Twilio, GUIDs from others that speak its dialect.</summary>
internal static class TwilioIds
{
    private const int Longest = 64;

    /// <summary>Whether it is safe to store, to log and to put in a path.</summary>
    public static bool IsId(string? text) =>
        text is { Length: > 0 and <= Longest } && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
