namespace MentorBot.Mentoring.Groups;

/// <summary>How far a group session has come.</summary>
public enum GroupState
{
    /// <summary>It is ahead, or runs.</summary>
    Planned,

    /// <summary>It was called off.</summary>
    CalledOff,

    /// <summary>It took place.</summary>
    Over,
}

/// <summary>What the mentor who leads a group session was told of it, in this order.</summary>
public enum LeadStage
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>It is soon.</summary>
    Soon,

    /// <summary>It is over, or called off: there is nothing left to tell him.</summary>
    Told,
}

/// <summary>How somebody stands with a group session.</summary>
public enum ParticipantState
{
    /// <summary>She has a seat.</summary>
    Seated,

    /// <summary>A seat became free, and is kept for her until she answers.</summary>
    Offered,

    /// <summary>She waits for a seat.</summary>
    Waiting,

    /// <summary>She gave it up, or did not answer in time.</summary>
    Left,

    /// <summary>It was called off while she had a seat, or waited for one.</summary>
    CalledOff,
}
