namespace MentorBot.BotFramework;

/// <summary>Makes messages.</summary>
public static class MessageFactory
{
    /// <summary>A message of words.</summary>
    /// <param name="text">The words.</param>
    /// <param name="speak">What a speaking channel says in their place.</param>
    /// <param name="inputHint">One of <see cref="InputHints"/>; none leaves the choice to whoever sends it.</param>
    public static Activity Text(string? text, string? speak = null, string? inputHint = null) =>
        new(ActivityTypes.Message) { Text = text, Speak = speak, InputHint = inputHint };

    /// <summary>A message with answer buttons that say their own words when pressed.</summary>
    public static Activity SuggestedActions(IEnumerable<string> answers, string? text = null) =>
        SuggestedActions(answers.Select(a => new CardAction { Type = ActionTypes.ImBack, Title = a, Value = a }), text);

    /// <summary>A message with answer buttons.</summary>
    /// <param name="actions">The buttons, in the order shown.</param>
    /// <param name="text">The words above them.</param>
    /// <param name="to">Ids of the people who are shown them; null means everybody.</param>
    public static Activity SuggestedActions(IEnumerable<CardAction> actions, string? text = null, IList<string>? to = null)
    {
        var message = Text(text);
        message.SuggestedActions = new SuggestedActions { To = to, Actions = [.. actions] };
        return message;
    }

    /// <summary>A message with one file or card.</summary>
    public static Activity Attachment(Attachment attachment, string? text = null)
    {
        var message = Text(text);
        message.Attachments = [attachment];
        return message;
    }
}
