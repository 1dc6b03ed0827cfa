namespace MentorBot.BotFramework.Dialogs;

/// <summary>Choices to be shown with a question.</summary>
internal sealed record ChoiceListing(IList<Choice> Choices, ListStyle Style, ChoiceFactoryOptions Options)
{
    /// <summary>The question with its choices, as the turn's channel shows them. The question must be the caller's own to change.</summary>
    public Activity AppendTo(Activity? question, ITurnContext turn)
    {
        question ??= MessageFactory.Text(null, speak: null, InputHints.ExpectingInput);
        if (Style == ListStyle.None || Choices.Count == 0)
            return question;
        var listing = Make(turn.Activity.ChannelId, question.Text);
        question.Text = listing.Text;
        if (listing.SuggestedActions is { } buttons)
            question.SuggestedActions = For(turn.Activity.From?.Id, buttons);
        if (listing.Attachments is { } cards)
            question.Attachments = [.. question.Attachments ?? [], .. cards];
        return question;
    }

    private Activity Make(string? channelId, string? text) => Style switch
    {
        ListStyle.Inline => ChoiceFactory.Inline(Choices, text, Options),
        ListStyle.List => ChoiceFactory.List(Choices, text, Options),
        ListStyle.SuggestedAction => ChoiceFactory.SuggestedAction(Choices, text),
        ListStyle.HeroCard => ChoiceFactory.HeroCard(Choices, text),
        _ => ChoiceFactory.ForChannel(channelId, Choices, text, Options),
    };

    // In a group the buttons are for the one who was asked.
    private static SuggestedActions For(string? personId, SuggestedActions buttons)
    {
        if (personId is not null)
            buttons.To ??= [personId];
        return buttons;
    }
}
