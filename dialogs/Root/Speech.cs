using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Library;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Root;

/// <summary>Says words in the mentee's language and in the form that fits her channel.</summary>
internal static class Speech
{
    public static Task SayAsync(this DialogContext dc, Words words, string key, CancellationToken cancellationToken) =>
        dc.Context.SayAsync(words, key, cancellationToken);

    public static Task SayAsync(this ITurnContext turn, Words words, string key, CancellationToken cancellationToken) =>
        turn.SendActivityAsync(words.Message(turn, key), cancellationToken);

    /// <summary>A message of these words, its gaps filled.</summary>
    public static Activity Message(this Words words, ITurnContext turn, string key, params ReadOnlySpan<(string Name, string Value)> values) =>
        words.MessageIn(turn.Turn().Conversation, key, values);

    /// <summary>The same for another conversation than the one that is being answered: for its mentee and its channel.</summary>
    public static Activity MessageIn(this Words words, Conversation conversation, string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var address = conversation.Address!;
        return words.MessageFor(address.Mentee!.Language, address.Channel, key, values);
    }

    /// <summary>The same in a language, for a channel.</summary>
    public static Activity MessageFor(this Words words, string language, string channel, string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var message = MessageFactory.Text(words.For(language, channel, key, values));
        (message.Locale, message.TextFormat) = (language, TextFormatTypes.Plain);
        return message;
    }

    /// <summary>The message with buttons, each saying the words of a key; where there are no buttons, with a list of them.</summary>
    /// <remarks>Not by text message: there the words name the answers. Nor is one answer a list.</remarks>
    public static Activity WithButtons(this Activity message, ITurnContext turn, Words words, params ReadOnlySpan<string> keys)
    {
        var isAlone = keys.Length == 1 && !Channels.SupportsSuggestedActions(turn.Activity.ChannelId);
        if (turn.Activity.ChannelId == Channels.Sms || isAlone) return message;
        var labels = new List<string>();
        foreach (var key in keys) labels.Add(words.For(message.Locale, turn.Activity.ChannelId!, key));
        var shown = ChoiceFactory.ForChannel(turn.Activity.ChannelId, ChoiceFactory.ToChoices(labels), message.Text, ChoiceFactoryOptions.For(message.Locale));
        (shown.Locale, shown.TextFormat) = (message.Locale, message.TextFormat);
        return shown;
    }
}
