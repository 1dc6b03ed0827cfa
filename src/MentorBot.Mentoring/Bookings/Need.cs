namespace MentorBot.Mentoring.Bookings;

/// <summary>What would help a mentee to come. A coordinator arranges it.</summary>
[Flags]
public enum Need
{
    /// <summary>Nothing, or she did not say.</summary>
    None = 0,

    /// <summary>Her fare.</summary>
    Fare = 1,

    /// <summary>Somebody who looks after her children, or after whom she cares for.</summary>
    Childcare = 2,

    /// <summary>Data for her phone.</summary>
    Data = 4,

    /// <summary>An interpreter, also of sign language.</summary>
    Interpreter = 8,

    /// <summary>A way in without steps.</summary>
    StepFree = 16,

    /// <summary>A quiet room.</summary>
    QuietRoom = 32,
}
