using MentorBot.BotFramework;

namespace MentorBot.Mentoring.Messages;

/// <summary>News that nobody wrote: a mentee has blocked our bot, or lets it in again. It is no talk, so the bot does not hear of it.</summary>
internal static class Reach
{
    private const string Blocked = "blocked";

    /// <summary>Whether an activity is such news.</summary>
    public static bool IsNewsOf(Activity activity) => activity.IsType(ActivityTypes.InstallationUpdate);

    /// <summary>Notes it. Providers tell it apart from messages, so that a blocking may come after what she wrote later: then it is over already.</summary>
    /// <param name="conversation">The conversation; null for a stranger, whom it makes no mentee.</param>
    /// <param name="news">The news, its action <c>remove</c> or <c>add</c>.</param>
    public static void Note(Conversation? conversation, Activity news)
    {
        if (news.Action != "remove") conversation?.Address!.Regain();
        else if (!(news.Timestamp < conversation?.LastTurnAt)) conversation?.Address!.Lose(Blocked);
    }
}
