namespace MentorBot.Mentoring.Accounts;

/// <summary>Which passwords are taken: long ones that nobody tries first. No rule asks for digits or signs (NIST SP 800-63B-4, 3.1.1.2).</summary>
public static class Passwords
{
    /// <summary>The fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>The most characters: to hash more would only take long.</summary>
    public const int Longest = 200;

    private const int FewestDifferent = 5;

    private static readonly HashSet<string> Common = Read();

    /// <summary>What is wrong with a password that somebody chooses, or null.</summary>
    public static PasswordProblem? ProblemWith(string password, string signInName)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(signInName);
        if (password.Length < Shortest) return PasswordProblem.TooShort;
        if (password.Length > Longest) return PasswordProblem.TooLong;
        return IsTriedFirst(password.ToLowerInvariant(), signInName.Trim().ToLowerInvariant()) ? PasswordProblem.TooCommon : null;
    }

    private static bool IsTriedFirst(string password, string signInName) =>
        password.Distinct().Count() < FewestDifferent
        || Common.Contains(string.Concat(password.Where(char.IsLetterOrDigit)))
        || (signInName.Length > 0 && string.Concat(password.Replace(signInName, "", StringComparison.Ordinal).Where(char.IsLetter)).Length == 0);

    private static HashSet<string> Read()
    {
        using var reader = new StreamReader(typeof(Passwords).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
    }
}

/// <summary>What is wrong with a password.</summary>
public enum PasswordProblem
{
    /// <summary>Fewer than <see cref="Passwords.Shortest"/> characters.</summary>
    TooShort,

    /// <summary>More than <see cref="Passwords.Longest"/>.</summary>
    TooLong,

    /// <summary>Whoever guesses tries it first.</summary>
    TooCommon,
}
