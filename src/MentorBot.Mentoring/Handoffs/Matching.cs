using MentorBot.Mentoring.Mentors;

namespace MentorBot.Mentoring.Handoffs;

/// <summary>Who is asked first. Volunteers are not "online": hours and skills put one before another, and only what he himself ruled out keeps him away.</summary>
public static class Matching
{
    // Each outweighs all below it together.
    private const int WasLast = 1000;
    private const int Speaks = 400;
    private const int Knows = 200;
    private const int IsUsuallyThere = 100;
    private const int EachHeld = 20;
    private const int EachThisWeek = 1;

    /// <summary>Those who may be asked now, the best first.</summary>
    /// <param name="candidates">The mentors of the scheme and of those above it.</param>
    /// <param name="wanted">For whom.</param>
    /// <param name="now">This instant.</param>
    public static IReadOnlyList<Mentor> Rank(IEnumerable<Candidate> candidates, Wanted wanted, DateTimeOffset now) =>
        [.. candidates.Where(candidate => MayBeAsked(candidate, wanted, now))
            .OrderByDescending(candidate => Score(candidate, wanted, now)).ThenBy(candidate => candidate.Mentor.Id)
            .Select(candidate => candidate.Mentor)];

    /// <summary>The mentor to whom it was passed on by name, if he may be asked: a colleague asked him, so no cap and no hour keeps him away.</summary>
    internal static Mentor? ByName(IEnumerable<Candidate> candidates, int? mentorId) =>
        mentorId is { } id ? candidates.FirstOrDefault(candidate => candidate.Mentor.Id == id && !candidate.WasAsked)?.Mentor : null;

    private static bool MayBeAsked(Candidate candidate, Wanted wanted, DateTimeOffset now)
    {
        var mentor = candidate.Mentor;
        if (mentor.WithdrawnAt is not null || candidate.WasAsked) return false;
        // A danger does not wait for the morning, nor for a cap.
        return wanted.IsUrgent || (!mentor.IsQuietAt(now) && candidate.Holds < mentor.MostAtOnce && candidate.TookThisWeek < mentor.MostAWeek);
    }

    private static int Score(Candidate candidate, Wanted wanted, DateTimeOffset now)
    {
        var mentor = candidate.Mentor;
        return (mentor.Id == wanted.LastMentorId ? WasLast : 0)
            + (mentor.Languages.Contains(wanted.Language) ? Speaks : 0)
            + (mentor.Skills.Any(skill => wanted.IsAbout(skill)) ? Knows : 0)
            + (mentor.IsUsuallyThereAt(now) ? IsUsuallyThere : 0)
            - (EachHeld * candidate.Holds) - (EachThisWeek * candidate.TookThisWeek);
    }
}

/// <summary>A mentor, and what counts for or against asking him now.</summary>
/// <param name="Mentor">The mentor.</param>
/// <param name="Holds">How many handoffs he holds.</param>
/// <param name="TookThisWeek">How many he took in the last seven days.</param>
/// <param name="WasAsked">Whether he was asked about this one and has not answered, or does not take it.</param>
public sealed record Candidate(Mentor Mentor, int Holds, int TookThisWeek, bool WasAsked);

/// <summary>For whom a mentor is looked for.</summary>
/// <param name="Language">The language that she is answered in.</param>
/// <param name="About">What she said it is about, or null.</param>
/// <param name="LastMentorId">Who helped her last, or null.</param>
/// <param name="IsUrgent">Whether somebody may be in danger.</param>
public sealed record Wanted(string Language, string? About, int? LastMentorId, bool IsUrgent)
{
    /// <summary>Whether what she said names a skill: as a whole word, whatever its case, or with an s more or less.</summary>
    public bool IsAbout(string skill)
    {
        if (About is null || string.IsNullOrWhiteSpace(skill)) return false;
        var stem = Stem(skill);
        return About.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Any(word => string.Equals(Stem(word.Trim('.', ',', '!', '?', '\'', '"')), stem, StringComparison.OrdinalIgnoreCase));
    }

    private static string Stem(string word) => word.TrimEnd('s', 'S');
}
