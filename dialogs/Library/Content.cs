using MentorBot.Dialogs.Checks;
using MentorBot.Dialogs.Concerns.Reading;

namespace MentorBot.Dialogs.Library;

/// <summary>Everything that people wrote for MentorBot to say: the words, the commands and the courses. Read once, never changed.</summary>
public sealed class Content
{
    private readonly Material _material;

    private Content(Material material, IEnumerable<ContentProblem> problems)
    {
        _material = material;
        Problems = [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
    }

    /// <summary>Where the build puts the words and courses: <c>dialogs</c>, beside the running program.</summary>
    public static string BesideTheProgram => Path.Combine(AppContext.BaseDirectory, "dialogs");

    /// <summary>The words of every conversation.</summary>
    public Words Words => _material.Words;

    /// <summary>The words that a mentee may send at any time.</summary>
    public Commands Commands => _material.Commands;

    /// <summary>Finds what makes us worry in what a mentee writes.</summary>
    public ConcernReader Concerns => _material.Concerns;

    /// <summary>Every course.</summary>
    public Courses Courses => _material.Courses;

    /// <summary>All that is wrong, by file and line. MentorBot must not start while there is anything here.</summary>
    public IReadOnlyList<ContentProblem> Problems { get; }

    /// <summary>Reads and checks a folder of words and courses.</summary>
    /// <param name="directory">The folder, such as <see cref="BesideTheProgram"/>.</param>
    /// <param name="segments">How many SMS segments a text takes: GSM-7 as 160, then 153 a segment; anything else as 70, then 67.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static Content Read(string directory, Func<string, int> segments) => Read(directory, Check.All(segments));

    internal static Content Read(string directory, IReadOnlyList<Check> checks)
    {
        var problems = new List<ContentProblem>();
        var material = new ContentReader(new ContentFolder(directory), problems).Read();
        return new Content(material, problems.Concat(checks.SelectMany(check => check.Problems(material))));
    }

    /// <summary>Courses whose day to be read again has gone by: worth saying, but no reason not to start.</summary>
    /// <param name="today">The scheme's date.</param>
    public IReadOnlyList<ContentProblem> Overdue(DateOnly today) => [.. new ReviewDates(today).Problems(_material)];

    /// <summary>Helplines that nobody has checked for 90 days: no reason not to start, for an old number is better than none, but no reason to be content either.</summary>
    /// <param name="today">The scheme's date.</param>
    public IReadOnlyList<ContentProblem> Unchecked(DateOnly today) => [.. new HelplineDates(today).Problems(_material)];
}
