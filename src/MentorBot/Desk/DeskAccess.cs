namespace MentorBot.Desk;

/// <summary>The names of what pages and endpoints of the desk ask for.</summary>
internal static class DeskAccess
{
    /// <summary>Signed in by both proofs, and still a mentor or a coordinator.</summary>
    public const string Desk = "desk";

    /// <summary>The same, and answers for the scheme.</summary>
    public const string Coordinator = "coordinator";

    /// <summary>Where all of it is.</summary>
    public const string Path = "/desk";

    /// <summary>Where somebody signs in.</summary>
    public const string SignInPath = "/desk/sign-in";

    /// <summary>Where a link of an invitation leads.</summary>
    public const string JoinPath = "/desk/join";
}
