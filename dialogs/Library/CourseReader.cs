using Markdig;
using Markdig.Extensions.Yaml;

namespace MentorBot.Dialogs.Library;

/// <summary>Reads a course: Markdown with a few lines about itself at the top.</summary>
internal sealed class CourseReader(Words words, ICollection<ContentProblem> problems)
{
    /// <summary>How the last paragraph of a tip begins.</summary>
    public const string TryMark = "Tips.try";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UseGenericAttributes().Build();

    public Course Read(ContentFile file)
    {
        var document = Markdown.Parse(file.Text, Pipeline);
        var course = new FrontMatter(file, problems).Read(document.OfType<YamlFrontMatterBlock>().FirstOrDefault());
        var tips = new TipReader(file, words.For(course.Locale, Phrase.AnyChannel, TryMark), problems);
        return course with { Tips = tips.Read(document.Where(block => block is not YamlFrontMatterBlock)) };
    }
}
