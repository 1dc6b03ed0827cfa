using System.Text.RegularExpressions;
using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Checks;

/// <summary>A number to dial or text comes from the file of helplines, where it is checked; and a line that is named for a concern is for that concern.</summary>
internal sealed partial class HelplineNumbers : Check
{
    private const string Concerns = "Concerns";
    private const string Afterwards = "after";

    public override IEnumerable<ContentProblem> Problems(Material material) =>
        from phrase in material.Words.Phrases
        from wording in phrase.Wordings
        from number in Number().Matches(wording.Text).Select(match => match.Value)
        from problem in Problems(number, phrase, wording, material.Helplines)
        select problem;

    private static IEnumerable<ContentProblem> Problems(string number, Phrase phrase, Wording wording, Helplines lines)
    {
        var line = lines.All.FirstOrDefault(line => line.Number == number);
        if (line is null)
            yield return wording.Place.Problem($"{number} is not in dialogs/helplines.yaml.", "Put the line there with its source, and name it here as `{itsName}`.");
        else if (phrase.Conversation == Concerns && !line.Topics.Contains(Helpline.AnyTopic) && !line.Topics.Contains(TopicOf(phrase.Name)))
            yield return wording.Place.Problem($"`{line.Id}` is not for this: its topics are {string.Join(", ", line.Topics)}.", "Name another line, or add the topic if the line says so itself.");
    }

    // What is said when a talk about it is over names the same lines: afterSelfHarm as selfHarm.
    private static string TopicOf(string name) => Capital().Replace(name.StartsWith(Afterwards, StringComparison.Ordinal) ? name[Afterwards.Length..] : name, match => "-" + match.Value.ToLowerInvariant()).TrimStart('-');

    // Three digits or more, with single spaces among them.
    [GeneratedRegex(@"(?<![\d{])\d(?: ?\d){2,}(?!\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capital();
}
