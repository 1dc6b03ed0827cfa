using System.Globalization;
using System.Text;

namespace MentorBot.BotFramework.Dialogs;

/// <summary>Makes messages that show choices.</summary>
public static class ChoiceFactory
{
    // Telegram and the web chat cut longer titles off their buttons.
    private const int LongestButtonTitle = 20;
    private const int MostInline = 3;
    private static readonly ChoiceFactoryOptions Usual = new();

    /// <summary>Shows choices in the way that suits a channel.</summary>
    /// <remarks>
    /// Buttons where the channel has them and every title fits on one (20 characters); else up to three choices in a sentence; else a list.
    /// </remarks>
    public static Activity ForChannel(string? channelId, IList<Choice> choices, string? text = null, ChoiceFactoryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var titlesFit = choices.All(c => c.Title.Length <= LongestButtonTitle);
        if (titlesFit && Channels.SupportsSuggestedActions(channelId, choices.Count))
            return SuggestedAction(choices, text);
        if (titlesFit && Channels.SupportsCardActions(channelId, choices.Count))
            return HeroCard(choices, text);
        return titlesFit && choices.Count <= MostInline ? Inline(choices, text, options) : List(choices, text, options);
    }

    /// <summary>Shows choices in a sentence: <c>Pick (1) red, (2) green, or (3) blue</c>.</summary>
    public static Activity Inline(IList<Choice> choices, string? text = null, ChoiceFactoryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        options ??= Usual;
        var words = new StringBuilder(text);
        for (var i = 0; i < choices.Count; i++)
        {
            var first = words.Length == 0 ? "" : " ";
            words.Append(i == 0 ? first : Connector(i, choices.Count, options));
            if (options.IncludeNumbers)
                words.Append(CultureInfo.InvariantCulture, $"({i + 1}) ");
            words.Append(choices[i].Title);
        }
        return MessageFactory.Text(words.ToString(), speak: null, InputHints.ExpectingInput);
    }

    /// <summary>Shows choices below one another, each with its number.</summary>
    public static Activity List(IList<Choice> choices, string? text = null, ChoiceFactoryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var numbered = (options ?? Usual).IncludeNumbers;
        var words = new StringBuilder(text);
        for (var i = 0; i < choices.Count; i++)
        {
            words.Append(i == 0 ? "\n\n   " : "\n   ");
            if (numbered)
                words.Append(CultureInfo.InvariantCulture, $"{i + 1}. ");
            else
                words.Append("- ");
            words.Append(choices[i].Title);
        }
        return MessageFactory.Text(words.ToString(), speak: null, InputHints.ExpectingInput);
    }

    /// <summary>Shows choices as buttons that vanish once an answer is given.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="text">The words above them.</param>
    /// <param name="to">Ids of the people who are shown them; null means everybody.</param>
    public static Activity SuggestedAction(IList<Choice> choices, string? text = null, IList<string>? to = null)
    {
        var message = MessageFactory.SuggestedActions(Buttons(choices), text, to);
        message.InputHint = InputHints.ExpectingInput;
        return message;
    }

    /// <summary>Shows choices as the buttons of a card.</summary>
    public static Activity HeroCard(IList<Choice> choices, string? text = null)
    {
        var card = new HeroCard { Text = text, Buttons = [.. Buttons(choices)] };
        var message = MessageFactory.Attachment(card.ToAttachment());
        message.InputHint = InputHints.ExpectingInput;
        return message;
    }

    /// <summary>Choices of these values.</summary>
    public static IList<Choice> ToChoices(IEnumerable<string> values) => [.. values.Select(v => new Choice(v))];

    private static string Connector(int index, int count, ChoiceFactoryOptions options)
    {
        if (index < count - 1)
            return options.InlineSeparator;
        return count == 2 ? options.InlineOr : options.InlineOrMore;
    }

    private static IEnumerable<CardAction> Buttons(IList<Choice> choices) =>
        choices.Select(c => c.Action ?? new CardAction { Type = ActionTypes.ImBack, Title = c.Value, Value = c.Value });
}
