using System.Text.Json.Nodes;
using MentorBot.BotFramework;
using MentorBot.Channels.DirectLine;
using MentorBot.Channels.WebChat;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.WebChats;

namespace MentorBot.FrontPage;

/// <summary>Takes what is written in the page's form.</summary>
internal sealed class ChatWords(ChatHistory history, Inbox inbox, OpenChats open, ConversationLimits limits)
{
    // A script waits ten seconds for Direct Line too.
    private static readonly TimeSpan LongestStoring = TimeSpan.FromSeconds(10);

    // Without a script the answer is shown with the next page: long enough for a turn, short enough for somebody who waits for a page.
    private static readonly TimeSpan LongestAnswering = TimeSpan.FromSeconds(3);

    /// <summary>Writes something, and waits a while for the answer.</summary>
    /// <param name="visit">The chat.</param>
    /// <param name="formId">Names the form that it came in, so that one sent twice is one message.</param>
    /// <param name="text">The words.</param>
    /// <param name="language">The page's language.</param>
    /// <returns>Whether it was taken; false if too much was written in this chat at once or today.</returns>
    public async Task<bool> SayAsync(ChatVisit visit, string formId, string text, string language)
    {
        var activity = Write(formId, text, language);
        if (await limits.WaitToPostAsync(visit.Pass.ConversationId, CancellationToken.None) is not null) return false;
        if (limits.Count(visit.Pass.ConversationId, ActivityJson.ToUtf8Bytes(activity).Length) is not null) return false;
        using var viewer = open.Open(visit.Pass.ConversationId);
        var before = await history.NowAsync(visit.Chat.ConversationKey, CancellationToken.None);
        await inbox.AcceptAsync(WireActivities.Receive(visit.Pass, activity)).WaitAsync(LongestStoring, TimeProvider.System);
        open.Wake(visit.Pass.ConversationId);

        using var giveUp = new CancellationTokenSource(LongestAnswering, TimeProvider.System);
        try
        {
            while (!(await history.ReadAsync(visit.Chat.ConversationKey, before, giveUp.Token)).Lines.Any(line => !line.IsMentees)) await viewer.WaitAsync(giveUp.Token);
        }
        catch (OperationCanceledException)
        {
            // It will be there when she looks again.
        }
        return true;
    }

    // As the page's script writes it.
    private static Activity Write(string formId, string text, string language) => new(ActivityTypes.Message)
    {
        Text = text,
        TextFormat = TextFormatTypes.Plain,
        Locale = language,
        ChannelData = new JsonObject { ["clientActivityID"] = formId, ["welcomeShown"] = language },
    };
}
