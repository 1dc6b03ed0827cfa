using MentorBot.Mentoring.Accounts;

namespace MentorBot.Desk;

/// <summary>Words that more than one page of the desk says.</summary>
internal static class DeskWords
{
    /// <summary>What is wrong with a password.</summary>
    public static string Of(PasswordProblem? problem) => problem switch
    {
        PasswordProblem.TooShort => $"Please choose a password of {Passwords.Shortest} characters or more.",
        PasswordProblem.TooLong => $"Please choose a password of {Passwords.Longest} characters at the most.",
        _ => "Whoever guesses tries this password first. Please choose another one.",
    };

    /// <summary>What became of a change.</summary>
    public static string Of(OwnChange change) => change switch
    {
        OwnChange.Done => "Done. You are signed out everywhere else.",
        OwnChange.WrongPassword => "That is not your password now. After five wrong tries, wait for five minutes or more.",
        OwnChange.BadLength => $"Please choose a password of {Passwords.Shortest} to {Passwords.Longest} characters.",
        OwnChange.TooCommon => Of(PasswordProblem.TooCommon),
        OwnChange.HasPhone => "You have a phone here already.",
        OwnChange.LastSecondStep => "This is your only second step. Add another one first.",
        _ => "That did not work. Please try again.",
    };
}
