namespace MentorBot.Mentoring.Handoffs;

/// <summary>How far a handoff has come.</summary>
public enum HandoffState
{
    /// <summary>A person of an outside hub has it, whom we know nothing of. Its number is below all others, which are stored: so it is open like them.</summary>
    Outside = -2,

    /// <summary>Nobody was there, and she left a message: whoever takes it later reads it. Its number is below those that were stored before, likewise.</summary>
    Parked = -1,

    /// <summary>She asked; nobody could be asked yet.</summary>
    Requested = 0,

    /// <summary>Mentors were asked.</summary>
    Offered,

    /// <summary>A mentor holds it, and it is his turn to write.</summary>
    Active,

    /// <summary>A mentor holds it, and wrote last.</summary>
    AwaitingMentee,

    /// <summary>The mentor said that it is done. Her own turn, which follows at once, gives the floor back and ends it.</summary>
    Finishing,

    /// <summary>It is over: see <see cref="HandoffEnd"/>.</summary>
    Ended,

    /// <summary>Nobody took it in time.</summary>
    Expired,
}
