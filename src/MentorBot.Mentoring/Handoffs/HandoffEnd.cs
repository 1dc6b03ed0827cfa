namespace MentorBot.Mentoring.Handoffs;

/// <summary>Why a handoff ended.</summary>
public enum HandoffEnd
{
    /// <summary>The mentor said that it is done.</summary>
    Done,

    /// <summary>She said that she needs nobody any more.</summary>
    Withdrawn,

    /// <summary>She told us to stop, or left in a hurry.</summary>
    Left,

    /// <summary>She had not written for long after the mentor's last words.</summary>
    WentQuiet,
}

/// <summary>How a talk with a mentor went, as he saw it.</summary>
public enum HandoffOutcome
{
    /// <summary>What she came with is done.</summary>
    Solved,

    /// <summary>She knows what to do, and tries it by herself.</summary>
    TriesAlone,

    /// <summary>She was told who helps with it elsewhere.</summary>
    SentElsewhere,

    /// <summary>She did not write any more.</summary>
    NoAnswer,

    /// <summary>It was nothing that mentors here help with.</summary>
    NotForUs,
}
