using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace MentorBot.Dialogs.Library;

/// <summary>Reads the tips of one course file: headings, each with an idea and something to try below it.</summary>
/// <param name="file">The course file.</param>
/// <param name="tryMark">How the last paragraph of each tip begins in this language: <c>Try:</c>.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class TipReader(ContentFile file, string tryMark, ICollection<ContentProblem> problems)
{
    /// <summary>The tips that can be sent, numbered in their order.</summary>
    public IReadOnlyList<Tip> Read(IEnumerable<Block> blocks)
    {
        var tips = new List<Tip>();
        foreach (var (heading, below) in ByHeading(blocks))
            if (Read(heading, below, number: tips.Count + 1) is { } tip)
                tips.Add(tip);
        return tips;
    }

    private List<(HeadingBlock Heading, List<Block> Below)> ByHeading(IEnumerable<Block> blocks)
    {
        var tips = new List<(HeadingBlock, List<Block> Below)>();
        foreach (var block in blocks)
        {
            if (block is HeadingBlock { Level: 2 } heading) tips.Add((heading, []));
            else if (tips.Count > 0) tips[^1].Below.Add(block);
            else Report(block, "This comes before the first tip, so nobody is ever sent it.", "Move it into a tip, or into `about:` at the top.");
        }
        return tips;
    }

    private Tip? Read(HeadingBlock heading, List<Block> below, int number)
    {
        var id = heading.TryGetAttributes()?.Id;
        if (id is null)
            Report(heading, "This tip has no id.", "Put one after its title: `## Clean the lens {#clean-lens}`. Never change it later.");

        var paragraphs = below.Select(TextOf).OfType<Paragraph>().ToList();
        if (paragraphs is [] || !paragraphs[^1].Text.StartsWith(tryMark, StringComparison.Ordinal))
            Report(heading, "This tip does not end in something to try.", $"Make its last paragraph start with `{tryMark}`.");
        else if (paragraphs is [_])
            Report(heading, "This tip has nothing before its task.", $"Write the idea in a paragraph above `{tryMark}`.");
        else if (id is not null)
            return NewTip(new Tip(id, number) { Title = PlainText.Of(heading, out _), Body = "", Try = "", Place = PlaceOf(heading) }, paragraphs);
        return null;
    }

    private Tip NewTip(Tip tip, List<Paragraph> paragraphs) => tip with
    {
        Body = string.Join('\n', paragraphs.SkipLast(1).Select(paragraph => paragraph.Text)),
        BodyPlace = paragraphs[0].Place,
        Try = paragraphs[^1].Text[tryMark.Length..].Trim(),
        TryPlace = paragraphs[^1].Place,
    };

    private Paragraph? TextOf(Block block)
    {
        var cannotShow = true;
        var text = block is ParagraphBlock paragraph ? PlainText.Of(paragraph, out cannotShow) : null;
        if (cannotShow)
            Report(block, "A text message can only show sentences.", "Write this without lists, links, pictures or headings.");
        return text is null ? null : new Paragraph(text, PlaceOf(block));
    }

    private void Report(Block block, string what, string mend) => problems.Add(PlaceOf(block).Problem(what, mend));

    // Markdig counts lines from 0
    private Place PlaceOf(Block block) => file.At(block.Line + 1);

    private sealed record Paragraph(string Text, Place Place);
}
