using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MentorBot.Channels.Telegram;

/// <summary>Turns markdown into plain text and entities: what is bold, italic, code or a link is told by its place.</summary>
internal sealed class TelegramMarkdown
{
    private readonly StringBuilder _text = new();
    private readonly List<TelegramEntity> _entities = [];

    private TelegramMarkdown()
    {
    }

    /// <summary>The text and what parts of it look like. HTML stays as it is written.</summary>
    public static (string Text, IReadOnlyList<TelegramEntity> Entities) Read(string markdown)
    {
        var reading = new TelegramMarkdown();
        reading.Write(Markdown.Parse(markdown), "\n\n");
        return (reading._text.ToString(), reading._entities);
    }

    private void Write(IEnumerable<Block> blocks, string between)
    {
        var isFirst = true;
        foreach (var block in blocks)
        {
            if (!isFirst)
                _text.Append(between);
            isFirst = false;
            Write(block);
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Mark("bold", () => Write(heading.Inline));
                break;
            case ThematicBreakBlock:
                _text.Append("———");
                break;
            case LeafBlock { Inline: { } words }:
                Write(words);
                break;
            case CodeBlock code:
                Mark("pre", () => _text.Append(code.Lines));
                break;
            case ListBlock list:
                Write(list);
                break;
            case QuoteBlock quote:
                Mark("blockquote", () => Write(quote, "\n\n"));
                break;
            case ContainerBlock others:
                Write(others, "\n\n");
                break;
            case LeafBlock { Lines.Count: > 0 } raw:
                _text.Append(raw.Lines);
                break;
        }
    }

    private void Write(ListBlock list)
    {
        var number = int.TryParse(list.OrderedStart, out var first) ? first : 1;
        for (var i = 0; i < list.Count; i++)
        {
            _text.Append(i == 0 ? "" : "\n").Append(list.IsOrdered ? $"{number + i}. " : "• ");
            Write((ListItemBlock)list[i], "\n");
        }
    }

    private void Write(ContainerInline? inlines)
    {
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
            Write(inline);
    }

    private void Write(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline words:
                _text.Append(words.Content.AsSpan());
                break;
            case CodeInline code:
                Mark("code", () => _text.Append(code.Content));
                break;
            case EmphasisInline stress:
                Mark(stress.DelimiterCount == 2 ? "bold" : "italic", () => Write(stress));
                break;
            case LinkInline { IsImage: false } link when IsPage(link.Url):
                Mark("text_link", () => Write(link), link.Url);
                break;
            case AutolinkInline address:
                _text.Append(address.Url);
                break;
            case LineBreakInline:
                _text.Append('\n');
                break;
            case HtmlEntityInline entity:
                _text.Append(entity.Transcoded.AsSpan());
                break;
            case HtmlInline html:
                _text.Append(html.Tag);
                break;
            case ContainerInline others:
                Write(others);
                break;
        }
    }

    // Telegram refuses an entity of no length.
    private void Mark(string type, Action write, string? url = null)
    {
        var start = _text.Length;
        write();
        if (_text.Length > start)
            _entities.Add(new(type, start, _text.Length - start, url));
    }

    private static bool IsPage(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var page) && page.Scheme is "https" or "http";
}
