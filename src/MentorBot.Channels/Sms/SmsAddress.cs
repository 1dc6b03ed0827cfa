namespace MentorBot.Channels.Sms;

/// <summary>Tells apart what Twilio puts in <c>From</c> and <c>To</c>: numbers, short codes, names.</summary>
internal static class SmsAddress
{
    // E.164: a country code and a subscriber's number, 15 digits at most. The shortest in use have 7.
    private const int FewestDigits = 7;
    private const int MostDigits = 15;

    /// <summary>Whether it is an E.164 number: <c>+</c> and digits, the first of them not 0.</summary>
    public static bool IsNumber(string text) =>
        text.Length is > FewestDigits and <= MostDigits + 1 && text[0] == '+' && text[1] != '0' && IsDigits(text.AsSpan(1));

    /// <summary>Whether it is a short code: 3 to 8 digits.</summary>
    public static bool IsShortCode(string text) => text.Length is >= 3 and <= 8 && IsDigits(text);

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
