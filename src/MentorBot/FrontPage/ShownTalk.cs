using MentorBot.BotFramework;
using MentorBot.Mentoring.WebChats;

namespace MentorBot.FrontPage;

/// <summary>What the page shows of a talk.</summary>
/// <param name="Lines">What was said, oldest first.</param>
/// <param name="HasEarlier">Whether more was said before that, and can be asked for.</param>
/// <param name="Watermark">How much of the history it is.</param>
internal sealed record ShownTalk(IReadOnlyList<ChatLine> Lines, bool HasEarlier, Watermark Watermark)
{
    // A phone's screen holds five. Whoever asks for all gets what a page can still be, some 300 kB: the scripts' history has the rest.
    private const int MostLines = 50;
    private const int MostLinesOfAll = 500;

    /// <summary>Nothing was said, or nothing is shown of it.</summary>
    public static ShownTalk Nothing { get; } = new([], HasEarlier: false, Watermark.Start);

    /// <summary>The line that the newest answer begins with, where the page opens; her own while there is none; null if nothing was said.</summary>
    public ChatLine? Newest => Last is { IsMentees: false, Activity.ReplyToId: { } question } ? Lines.First(line => !line.IsMentees && line.Activity.ReplyToId == question) : Last;

    /// <summary>The answers that were offered last; null if nothing was said.</summary>
    public IReadOnlyList<string>? Offered => Last is null ? null
        : Last.IsMentees ? [] : [.. (Last.Activity.SuggestedActions?.Actions ?? []).Select(action => action.Title).OfType<string>()];

    private ChatLine? Last => Lines.Count > 0 ? Lines[^1] : null;

    /// <summary>Reads the end of a talk.</summary>
    public static async Task<ShownTalk> ReadAsync(ChatHistory history, BegunChat chat, bool isAll, CancellationToken cancellationToken)
    {
        var latest = await history.ReadLatestAsync(chat.ConversationKey, isAll ? MostLinesOfAll : MostLines, cancellationToken);
        return new ShownTalk([.. latest.Lines.Where(line => line.Activity.IsType(ActivityTypes.Message) && line.Activity.Text is not null)], latest.MayHaveMore && !isAll, latest.Watermark);
    }
}
