using System.Security.Cryptography;
using MentorBot.Mentoring.Mentors;

namespace MentorBot.Mentoring.Accounts;

/// <summary>Codes on paper, for the day on which the phone with the app is lost. Each counts once.</summary>
public static class RecoveryCodes
{
    /// <summary>How many somebody gets.</summary>
    public const int Count = 10;

    private const int Half = 5;

    /// <summary>Fresh ones, such as <c>7KQMW-XH2ZP</c>: 30 to the power of 10, each.</summary>
    public static IReadOnlyList<string> New() => [.. Enumerable.Range(0, Count).Select(_ => $"{Letters()}-{Letters()}")];

    private static string Letters() => RandomNumberGenerator.GetString(Invitations.Letters, Half);
}
