using System.Text.Json;
using MentorBot.BotFramework;

namespace MentorBot.Channels.Telegram;

/// <summary>What of a reply's answers, cards and files can be said in words and buttons.</summary>
/// <param name="Words">Paragraphs to say after the text.</param>
/// <param name="Buttons">Buttons to show below.</param>
internal sealed record TelegramCards(IReadOnlyList<string> Words, IReadOnlyList<CardAction> Buttons)
{
    public static TelegramCards Of(Activity reply)
    {
        var cards = (reply.Attachments ?? []).Where(a => a.ContentType == HeroCard.ContentType).Select(Card).OfType<HeroCard>().ToList();
        var files = (reply.Attachments ?? []).Where(a => a.ContentType != HeroCard.ContentType).Select(a => a.ContentUrl).Where(IsPage).OfType<string>();
        return new(
            [.. cards.SelectMany(card => new[] { card.Title, card.Subtitle, card.Text }).Where(words => !string.IsNullOrWhiteSpace(words)).OfType<string>(), .. files],
            [.. reply.SuggestedActions?.Actions ?? [], .. cards.SelectMany(card => card.Buttons ?? [])]);
    }

    /// <summary>The page that a button opens; null if it says something instead.</summary>
    public static string? PageOf(CardAction action) =>
        action.Type == ActionTypes.OpenUrl && action.Value?.GetValueKind() == JsonValueKind.String && action.Value.GetValue<string>() is var page && IsPage(page) ? page : null;

    private static HeroCard? Card(Attachment attachment)
    {
        try
        {
            return attachment.Content.Deserialize(ActivityJson.Context.HeroCard);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsPage(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var page) && page.Scheme is "https" or "http";
}
