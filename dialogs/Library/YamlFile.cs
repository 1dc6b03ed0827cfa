using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MentorBot.Dialogs.Library;

/// <summary>YAML as authors write it: names, each with what it stands for.</summary>
internal static class YamlFile
{
    /// <summary>The names and what they stand for; none, and a problem, when the file cannot be read as that.</summary>
    public static IReadOnlyList<YamlField> Fields(ContentFile file, ICollection<ContentProblem> problems) =>
        Fields(file, file.Text, linesBefore: 0, problems);

    /// <summary>The same for YAML that begins some lines into its file.</summary>
    public static IReadOnlyList<YamlField> Fields(
        ContentFile file, string yaml, int linesBefore, ICollection<ContentProblem> problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
                return YamlField.AllOf(root, file, linesBefore);
            problems.Add(file.At(linesBefore + 1).Problem("There is nothing here to read.", "Write `name: what it stands for`, one a line."));
        }
        catch (YamlException mistake)
        {
            problems.Add(file.At(linesBefore + (int)mistake.Start.Line).Problem(
                $"This line cannot be read as YAML: {mistake.Message.TrimEnd('.')}.",
                "Check the spaces before it, use each name once, and put \"quotes\" around text with a colon or a hash in it."));
        }
        return [];
    }
}

/// <summary>A name in a YAML file and what it stands for.</summary>
internal sealed record YamlField(YamlNode Key, YamlNode Value, ContentFile File, int LinesBefore)
{
    public string Name => Key.ToString();

    /// <summary>The line of the name.</summary>
    public Place Place => File.At(LinesBefore + (int)Key.Start.Line);

    /// <summary>Its text; nothing when it stands for a list, or for names of its own.</summary>
    public string? Text => (Value as YamlScalarNode)?.Value?.Trim();

    /// <summary>The texts of the list it stands for.</summary>
    public IReadOnlyList<string> Texts => Value is YamlSequenceNode list
        ? [.. list.Children.OfType<YamlScalarNode>().Select(item => item.Value ?? "")]
        : [];

    /// <summary>The names it stands for.</summary>
    public IReadOnlyList<YamlField> Fields => Value is YamlMappingNode inner ? AllOf(inner, File, LinesBefore) : [];

    public static IReadOnlyList<YamlField> AllOf(YamlMappingNode node, ContentFile file, int linesBefore) =>
        [.. node.Children.Select(child => new YamlField(child.Key, child.Value, file, linesBefore))];
}
