namespace MentorBot.Desk;

/// <summary>Who may be where at the desk: the names of the policies.</summary>
internal static class DeskAccess
{
    /// <summary>Signed in, with all that is asked for.</summary>
    public const string Desk = "desk";

    /// <summary>A coordinator, signed in likewise.</summary>
    public const string Coordinator = "desk-coordinator";
}
