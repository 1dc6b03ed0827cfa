using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Checks;

/// <summary>English files that a child of nine can read.</summary>
/// <remarks>
/// Flesch and Kincaid's grade: 0.39 words a sentence + 11.8 syllables a word - 15.59. Their grade 4 is the age of nine, grade 5 of ten.
/// It was made for whole pages, so a file of a few sentences is not marked by it.
/// </remarks>
internal sealed class ReadingAge : Check
{
    private const double MostGrade = 5;
    private const int FewestSentences = 10;

    public override IEnumerable<ContentProblem> Problems(Material material) =>
        from file in material.Passages.Where(passage => passage.Locale == Language.English).GroupBy(passage => passage.Place.File)
        let sentences = file.SelectMany(passage => Prose.Sentences(passage.Text)).ToList()
        where sentences.Count >= FewestSentences
        let grade = Grade(sentences)
        where grade > MostGrade
        select new ContentProblem(
            file.Key, 1, $"This is hard to read: grade {grade:0.0}, and {MostGrade} is the most.", $"Shorten sentences and long words, such as {Longest(sentences)}.");

    /// <summary>The school grade, in the United States, of somebody who can just read these sentences.</summary>
    public static double Grade(IReadOnlyList<string> sentences)
    {
        var words = sentences.SelectMany(Prose.Words).ToList();
        return 0.39 * words.Count / sentences.Count + 11.8 * words.Sum(Syllables.In) / words.Count - 15.59;
    }

    private static string Longest(List<string> sentences) => string.Join(", ", sentences
        .SelectMany(Prose.Words)
        .Select(word => word.ToLowerInvariant())
        .Distinct()
        .OrderByDescending(Syllables.In)
        .ThenByDescending(word => word.Length)
        .Take(3));
}
