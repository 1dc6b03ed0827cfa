namespace MentorBot.Mentoring.Desk;

/// <summary>What became of something that a mentor did at the desk.</summary>
public enum DeskResult
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>The same form was dealt with before: nothing was done a second time.</summary>
    Repeated,

    /// <summary>It is his already.</summary>
    Mine,

    /// <summary>Somebody else was quicker.</summary>
    Gone,

    /// <summary>It is over: she needs nobody any more, or it was finished.</summary>
    Over,

    /// <summary>He neither holds it nor was he asked about it.</summary>
    NotHis,

    /// <summary>There is a number or an e-mail address in it: he is asked first.</summary>
    HeldBack,

    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It is longer than allowed.</summary>
    TooLong,

    /// <summary>Whom he named may not have it: no mentor here, or himself.</summary>
    NoSuchMentor,

    /// <summary>Whom he named is away, asleep or out of his hours, or said no to it: nothing was passed on.</summary>
    ColleagueAway,

    /// <summary>What makes us worry for her is his to look after: he says first how she is.</summary>
    WorryOpen,

    /// <summary>He is no mentor, or not any more.</summary>
    NoMentor,
}
