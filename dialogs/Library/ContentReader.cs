using MentorBot.Dialogs.Concerns.Reading;
using MentorBot.Dialogs.Tips;

namespace MentorBot.Dialogs.Library;

/// <summary>Reads a folder of words and courses, and says all that cannot be read.</summary>
internal sealed class ContentReader(ContentFolder folder, ICollection<ContentProblem> problems)
{
    /// <summary>The keys without which no course can be read and sent: the frames of tips, and the mark of a task.</summary>
    public static IReadOnlyList<string> KeysForCourses => [.. TipWording.Keys, CourseReader.TryMark];

    /// <summary>Those of them that there are no words for.</summary>
    public static IReadOnlyList<string> MissingForCourses(Words words) => [.. KeysForCourses.Where(key => words.Find(Language.English, key) is null)];

    public Material Read()
    {
        var helplines = Helplines();
        var words = new Words(folder.Words().SelectMany(new WordsReader(problems).Read).Select(helplines.Fill));
        return new Material
        {
            Words = words,
            Commands = new CommandsReader(problems).Read(folder.File("commands.yaml")),
            Helplines = helplines,
            Concerns = new SignsReader(problems).Read(folder.Signs(), folder.File(WordWeights.FileName)),
            Courses = new Courses(Courses(words)),
            LongestValues = YamlFile.Fields(folder.File("placeholders.yaml"), problems)
                .ToDictionary(field => field.Name, field => field.Text ?? "", StringComparer.Ordinal),
            HardWords = [.. folder.PlainWords().SelectMany(HardWords)],
        };
    }

    // A line that is missing is missed where words name it.
    private Helplines Helplines() =>
        folder.File("helplines.yaml") is { Text.Length: > 0 } file ? new HelplinesReader(problems).Read(file) : new Helplines([]);

    private IReadOnlyList<Course> Courses(Words words)
    {
        var missing = MissingForCourses(words);
        foreach (var key in missing)
            problems.Add(new ContentProblem("dialogs/Tips/words.en.yaml", 1, $"`{key}` is missing, so no course can be sent.", "Put it back."));
        return missing is [] ? [.. folder.Courses().Select(new CourseReader(words, problems).Read)] : [];
    }

    private IEnumerable<HardWord> HardWords(ContentFile file) =>
        YamlFile.Fields(file, problems).Select(field => new HardWord(file.Locale, field.Name, field.Text ?? ""));
}
