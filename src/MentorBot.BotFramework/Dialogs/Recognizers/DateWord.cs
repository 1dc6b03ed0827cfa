using System.Runtime.InteropServices;

namespace MentorBot.BotFramework.Dialogs;

/// <summary>What a word does in a day or a time.</summary>
internal enum DateWordKind
{
    /// <summary>Nothing.</summary>
    Filler,

    /// <summary>A day so many days from today.</summary>
    Day,

    /// <summary>A day of the week, 0 for Sunday; with ten times a <see cref="DayPart"/>, only that part of it.</summary>
    Weekday,

    /// <summary>A month, 1 for January.</summary>
    Month,

    /// <summary>Makes a weekday one of next week.</summary>
    Next,

    /// <summary>The week so many weeks from this one.</summary>
    Week,

    /// <summary>Saturday and Sunday.</summary>
    Weekend,

    /// <summary>A part of the day: one of <see cref="DayPart"/>.</summary>
    Part,

    /// <summary>A part of the day so many days from today: the number of days times ten, and one of <see cref="DayPart"/>.</summary>
    DayAndPart,

    /// <summary>Before noon.</summary>
    Am,

    /// <summary>After noon.</summary>
    Pm,

    /// <summary>An hour comes next.</summary>
    At,

    /// <summary>An hour came.</summary>
    OClock,

    /// <summary>An hour comes next, and so many minutes after it are meant (before it, when less than 0).</summary>
    MinutesPast,

    /// <summary>Minutes came and an hour comes next: 1 after it, -1 before it.</summary>
    Past,

    /// <summary>A time of day, in minutes since midnight.</summary>
    Time,

    /// <summary>So many of a unit from now come next.</summary>
    In,

    /// <summary>So many of a unit came before.</summary>
    FromNow,

    /// <summary>So many minutes.</summary>
    Minutes,

    /// <summary>So many days.</summary>
    Days,

    /// <summary>The end of a number that is a day of the month.</summary>
    DayEnding,

    /// <summary>This very instant.</summary>
    Now,
}

/// <summary>A word of a day or a time.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DateWord(DateWordKind Kind, int Value = 0);

/// <summary>The parts of a day, with the hours they have in the TIMEX3 convention.</summary>
internal enum DayPart
{
    /// <summary>8 to 12.</summary>
    Morning = 1,

    /// <summary>12 to 16.</summary>
    Afternoon = 2,

    /// <summary>16 to 20.</summary>
    Evening = 3,

    /// <summary>20 to 24.</summary>
    Night = 4,
}
