using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MentorBot.BotFramework;

namespace MentorBot.Channels.Telegram;

/// <summary>Turns a reply into Telegram messages, and one of those into a call.</summary>
/// <remarks>
/// Text is sent as it stands unless the reply says that it is markdown. Suggested answers become buttons below the last message, one in a row. A card becomes its words
/// and buttons, a file its address.
/// </remarks>
public static class TelegramRendering
{
    private const string Entities = "entities";

    /// <summary>One element for each message, in order.</summary>
    public static IReadOnlyList<Activity> Render(Activity reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (!reply.IsType(ActivityTypes.Message))
            return [];
        var cards = TelegramCards.Of(reply);
        var words = string.Join("\n\n", new[] { reply.Text }.Concat(cards.Words).Where(part => !string.IsNullOrWhiteSpace(part)));
        var (text, entities) = reply.TextFormat == TextFormatTypes.Markdown ? TelegramMarkdown.Read(words) : (words, []);
        var parts = TelegramSplitter.Split(text);
        return [.. parts.Select((part, index) => Part(reply, text[part], Within(entities, part), index == parts.Count - 1 ? cards.Buttons : []))];
    }

    /// <summary>The call that sends one element of what <see cref="Render"/> returned; null if there is no such chat.</summary>
    internal static TelegramSend? CallFor(OutgoingMessage message)
    {
        if (!long.TryParse(message.Address, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat))
            return null;
        var piece = message.Activity;
        return new(chat, piece.Text ?? "")
        {
            Entities = (piece.ChannelData as JsonObject)?[Entities].Deserialize(TelegramJson.Default.IReadOnlyListTelegramEntity),
            ReplyMarkup = Keyboard(piece.SuggestedActions?.Actions ?? []),
        };
    }

    // What a button sends back must be short and is seen by Telegram, so it is its place and no words: the words are found again on the message itself.
    private static TelegramKeyboard? Keyboard(IList<CardAction> actions)
    {
        var buttons = actions.Where(action => !string.IsNullOrWhiteSpace(action.Title)).Select((action, place) => TelegramCards.PageOf(action) is { } page
            ? new TelegramButton(action.Title!, Url: page)
            : new TelegramButton(action.Title!, CallbackData: place.ToString(CultureInfo.InvariantCulture)));
        List<IReadOnlyList<TelegramButton>> rows = [.. buttons.Select(button => new[] { button })];
        return rows.Count == 0 ? null : new(rows);
    }

    private static Activity Part(Activity reply, string text, List<TelegramEntity> entities, IReadOnlyList<CardAction> buttons)
    {
        var part = reply.Copy();
        (part.Text, part.TextFormat, part.Attachments) = (text, TextFormatTypes.Plain, null);
        part.ChannelData = entities.Count == 0 ? null : new JsonObject { [Entities] = JsonSerializer.SerializeToNode(entities, TelegramJson.Default.IReadOnlyListTelegramEntity) };
        part.SuggestedActions = buttons.Count == 0 ? null : new() { Actions = [.. buttons] };
        return part;
    }

    private static List<TelegramEntity> Within(IReadOnlyList<TelegramEntity> entities, Range part)
    {
        var (start, end) = (part.Start.Value, part.End.Value);
        var within = entities.Select(entity => entity with
        {
            Offset = Math.Max(entity.Offset, start) - start,
            Length = Math.Min(entity.Offset + entity.Length, end) - Math.Max(entity.Offset, start),
        });
        return [.. within.Where(entity => entity.Length > 0)];
    }
}
