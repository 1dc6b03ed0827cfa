namespace MentorBot.Try;

/// <summary>The numbers that the simulator's phones have: the mobile range that Ofcom keeps for drama, which nobody owns.</summary>
/// <remarks>https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama: 07700 900000 to 900999.</remarks>
internal static class TryNumbers
{
    private const string Range = "+447700900";
    private const int Length = 13;

    /// <summary>The number that the phones text.</summary>
    public const string Ours = "+447700900000";

    /// <summary>Whether a number is one of a simulator's phones: all of the range but our own.</summary>
    public static bool IsPhone(string? number) => Contains(number) && number != Ours;

    /// <summary>Whether a number is in the range, so that no real carrier need be asked.</summary>
    public static bool Contains(string? number) =>
        number is { Length: Length } && number.StartsWith(Range, StringComparison.Ordinal) && number.AsSpan(Range.Length).ContainsAnyExceptInRange('0', '9') is false;

    /// <summary>The number of the phone with these three last digits, or null if there is no such phone.</summary>
    /// <remarks>Pages name phones by these digits alone, so that no page holds a number.</remarks>
    public static string? OfPhone(string? digits) => IsPhone(Range + digits) ? Range + digits : null;
}
