using System.Globalization;
using MentorBot.Mentoring.Concerns;

namespace MentorBot.Dialogs.Library;

/// <summary>Reads who answers when it is serious.</summary>
internal sealed class HelplinesReader(ICollection<ContentProblem> problems)
{
    private static readonly string[] Texts = ["name", "number", "hours", "cost", "source", "checked"];
    private static readonly string[] Lists = ["nations", "topics"];
    private static readonly string[] Nations = ["England", "Wales", "Scotland", "Northern Ireland"];

    public Helplines Read(ContentFile file) => new([.. YamlFile.Fields(file, problems).Select(Line)]);

    private Helpline Line(YamlField line)
    {
        var parts = line.Fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
        foreach (var missing in Texts.Where(name => parts.GetValueOrDefault(name)?.Text is not { Length: > 0 }).Concat(Lists.Where(name => parts.GetValueOrDefault(name)?.Texts is not { Count: > 0 })))
            problems.Add(line.Place.Problem($"`{line.Name}` does not say its `{missing}`.", $"Write `{missing}:` below it."));
        var topics = parts.GetValueOrDefault("topics")?.Texts ?? [];
        Check(parts.GetValueOrDefault("nations"), Nations, "nation");
        Check(parts.GetValueOrDefault("topics"), [Helpline.AnyTopic, .. ConcernKind.All.Select(kind => kind.Id)], "topic");
        return new Helpline(line.Name, parts.GetValueOrDefault("number")?.Text ?? "", topics, Date(parts.GetValueOrDefault("checked")), line.Place);
    }

    private void Check(YamlField? list, string[] known, string kind)
    {
        foreach (var odd in list?.Texts.Except(known) ?? [])
            problems.Add(list!.Place.Problem($"`{odd}` is no {kind}.", $"Write one of {string.Join(", ", known)}."));
    }

    private DateOnly Date(YamlField? field)
    {
        if (DateOnly.TryParseExact(field?.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        if (field is not null) problems.Add(field.Place.Problem("This is not a date.", "Write the year, the month and the day: `2027-11-01`."));
        return DateOnly.MaxValue;
    }
}
