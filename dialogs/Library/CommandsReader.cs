namespace MentorBot.Dialogs.Library;

/// <summary>Reads the commands and the ways to say each.</summary>
internal sealed class CommandsReader(ICollection<ContentProblem> problems)
{
    public Commands Read(ContentFile file)
    {
        var words = YamlFile.Fields(file, problems).SelectMany(WordsOf).ToList();
        foreach (var word in words.Where(word => words.Exists(other => IsTaken(word, by: other))))
            problems.Add(word.Place.Problem($"{word.Text} belongs to two commands.", "Take it out of one of them."));
        return new Commands(words);
    }

    private IEnumerable<CommandWord> WordsOf(YamlField command)
    {
        foreach (var language in command.Fields)
        {
            if (language.Texts is [])
                problems.Add(language.Place.Problem("This command has no words.", $"Write them as a list: `{language.Name}: [MENU]`."));
            foreach (var (index, text) in language.Texts.Index())
                yield return new CommandWord(command.Name, language.Name, text, IsNamed: index == 0, language.Place);
        }
    }

    private static bool IsTaken(CommandWord word, CommandWord by) =>
        by.Command != word.Command && Commands.IsCommand(word) && Commands.IsCommand(by) && Commands.Plain(by.Text) == Commands.Plain(word.Text);
}
