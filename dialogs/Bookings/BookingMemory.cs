using MentorBot.Mentoring.Bookings;

namespace MentorBot.Dialogs.Bookings;

/// <summary>What the dialogs of booking remember, under which names, while one hands over to the next.</summary>
internal static class BookingMemory
{
    /// <summary>How they meet: the name of a <see cref="MeetingWay"/>.</summary>
    public const string Way = "way";

    /// <summary>What would help her: the number of a <see cref="Need"/>.</summary>
    public const string Needs = "needs";

    /// <summary>What it is about, in her words.</summary>
    public const string About = "about";

    /// <summary>The message in which she said so.</summary>
    public const string AboutId = "aboutId";

    /// <summary>Her answers, as they are handed over.</summary>
    public static Dictionary<string, object?> Of(string way, Need needs, string? about, long? aboutId) =>
        new() { [Way] = way, [Needs] = (int)needs, [About] = about, [AboutId] = aboutId };
}
