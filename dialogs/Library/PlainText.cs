using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MentorBot.Dialogs.Library;

/// <summary>A Markdown paragraph as it reads on a phone that shows only letters.</summary>
internal static class PlainText
{
    /// <summary>Its text on one line.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="cannotShow">Told whether there was something letters cannot show: a link, a picture, code.</param>
    public static string Of(LeafBlock paragraph, out bool cannotShow)
    {
        var text = new StringBuilder();
        cannotShow = false;
        foreach (var inline in paragraph.Inline?.FindDescendants<Inline>() ?? [])
            cannotShow |= !Append(inline, text);
        return text.ToString().Trim();
    }

    private static bool Append(Inline inline, StringBuilder text)
    {
        switch (inline)
        {
            case LiteralInline literal: text.Append(literal.Content.ToString()); return true;
            case HtmlEntityInline entity: text.Append(entity.Transcoded.ToString()); return true;
            case LineBreakInline: text.Append(' '); return true;
            // Bold and italic are dropped; the letters inside them come next
            default: return inline is EmphasisInline;
        }
    }
}
