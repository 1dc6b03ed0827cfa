using MentorBot.Dialogs.Concerns.Reading;

namespace MentorBot.Dialogs.Library;

/// <summary>All that authors wrote, as far as it could be read: what the checks look at.</summary>
internal sealed record Material
{
    public required Words Words { get; init; }

    public required Commands Commands { get; init; }

    public required Helplines Helplines { get; init; }

    public required ConcernReader Concerns { get; init; }

    public required Courses Courses { get; init; }

    /// <summary>For each name of a gap, the longest text that will ever fill it.</summary>
    public required IReadOnlyDictionary<string, string> LongestValues { get; init; }

    public required IReadOnlyList<HardWord> HardWords { get; init; }

    /// <summary>All that a mentee may read.</summary>
    public IEnumerable<Passage> Passages => Words.Phrases.SelectMany(Passage.Of).Concat(Courses.All.SelectMany(Passage.Of));
}

/// <summary>A word that stops a reader, in small letters, and the plain way to say it.</summary>
internal sealed record HardWord(string Locale, string Text, string Plainly);
