using System.Globalization;
using Markdig.Extensions.Yaml;

namespace MentorBot.Dialogs.Library;

/// <summary>Reads what a course file says about itself, between the two lines of dashes at its top.</summary>
internal sealed class FrontMatter(ContentFile file, ICollection<ContentProblem> problems)
{
    private static readonly string[] Names = ["course", "language", "title", "about", "licence", "review-by"];

    /// <summary>The course, without its tips. What is missing is empty, and a problem.</summary>
    public Course Read(YamlFrontMatterBlock? block)
    {
        var fields = Fields(block);
        CheckSameAsPath(fields.GetValueOrDefault("course"), file.Folder, "folder");
        CheckSameAsPath(fields.GetValueOrDefault("language"), file.Locale, "file");
        return new Course(file.Folder, file.Locale)
        {
            Title = fields.GetValueOrDefault("title")?.Text ?? "",
            About = fields.GetValueOrDefault("about")?.Text ?? "",
            Licence = fields.GetValueOrDefault("licence")?.Text ?? "",
            ReviewBy = Date(fields.GetValueOrDefault("review-by")),
            Tips = [],
            Place = file.At(1),
        };
    }

    private Dictionary<string, YamlField> Fields(YamlFrontMatterBlock? block)
    {
        var fields = block is null ? [] : YamlFile.Fields(file, block.Lines.ToString(), linesBefore: 1, problems);
        foreach (var unknown in fields.Where(field => !Names.Contains(field.Name)))
            problems.Add(unknown.Place.Problem($"`{unknown.Name}` is not something a course says about itself.", $"The names are {string.Join(", ", Names)}."));
        foreach (var missing in Names.Where(name => !fields.Any(field => field.Name == name && field.Text is { Length: > 0 })))
            problems.Add(file.At(1).Problem($"The top of the course does not say its `{missing}`.", $"Add a line `{missing}: ...` between the two lines of dashes."));
        return fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
    }

    private void CheckSameAsPath(YamlField? field, string path, string kind)
    {
        if (field?.Text is { Length: > 0 } text && text != path)
            problems.Add(field.Place.Problem($"`{field.Name}: {text}` is not the name of the {kind}.", $"Write `{field.Name}: {path}`, or rename the {kind}."));
    }

    private DateOnly Date(YamlField? field)
    {
        if (DateOnly.TryParseExact(field?.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        if (field is not null)
            problems.Add(field.Place.Problem("This is not a date.", "Write the year, the month and the day: `2027-11-01`."));
        return DateOnly.MaxValue;
    }
}
