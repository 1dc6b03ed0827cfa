using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;

namespace MentorBot.Mentoring.Bookings;

/// <summary>How well a mentor fits a mentee, told in days that she would wait for one who fits better.</summary>
internal static class Fit
{
    // Somebody she knows is worth a week; her language is worth any wait.
    private const double IsNew = 7;
    private const double DoesNotKnow = 2;
    private const double DoesNotSpeak = 100;

    /// <summary>The days; 0 for whoever fits in all.</summary>
    public static double DaysOf(Mentor mentor, string language, string? about, int? lastMentorId)
    {
        var wanted = new Wanted(language, about, lastMentorId, IsUrgent: false);
        return (mentor.Languages.Contains(language) ? 0 : DoesNotSpeak)
            + (lastMentorId is null || mentor.Id == lastMentorId ? 0 : IsNew)
            + (about is null || mentor.Skills.Any(wanted.IsAbout) ? 0 : DoesNotKnow);
    }
}
