using System.Text.RegularExpressions;

namespace MentorBot.Dialogs.Library;

/// <summary>Reads the words of one conversation in one language.</summary>
internal sealed partial class WordsReader(ICollection<ContentProblem> problems)
{
    private readonly PhraseReader _phrases = new(problems);

    /// <summary>The phrases of a file that can be said.</summary>
    public IReadOnlyList<Phrase> Read(ContentFile file) =>
        [.. YamlFile.Fields(file, problems).Where(IsNamed).Select(entry => _phrases.Read(entry, file.Folder, file.Locale)).OfType<Phrase>()];

    private bool IsNamed(YamlField entry)
    {
        if (Name().IsMatch(entry.Name)) return true;
        problems.Add(entry.Place.Problem(
            $"`{entry.Name}` cannot be a name.", "Use letters without spaces or accents, the first one small: `first`, `lostPlace`."));
        return false;
    }

    [GeneratedRegex("^[a-z][A-Za-z]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
