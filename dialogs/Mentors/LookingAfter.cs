using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Dialogs.SmallTalk;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Mentors;

/// <summary>A mentor looks after a concern and talks with nobody: what he writes reaches nobody, and he must not think that it did.</summary>
internal sealed class LookingAfter(Content content)
{
    private const string NobodyGotIt = "Mentors.lookingAfter";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [NobodyGotIt];

    /// <summary>Whether a message is words for somebody, whether or not we have an answer to them.</summary>
    public static bool IsForHer(string? command) => command is null || SmallTalkDialog.IsSmallTalk(command);

    /// <summary>What a mentor hears who wrote words for nobody: whom he looks after, and what he can do. Null if he looks after nobody.</summary>
    public async Task<Activity?> AnswerAsync(Turn turn, Mentor mentor, CancellationToken cancellationToken)
    {
        var concerns = await turn.ConcernsWithAsync(mentor, cancellationToken);
        return concerns.Count == 0 ? null : content.Words.MessageIn(turn.Conversation, NobodyGotIt, ("list", Listing.Of(concerns.Select(Listing.Name))));
    }

    /// <summary>The same for whoever wrote in this turn; null also if he is no mentor.</summary>
    public async Task<Activity?> AnswerAsync(Turn turn, CancellationToken cancellationToken) =>
        await turn.FindMentorAsync(cancellationToken) is { WithdrawnAt: null } mentor ? await AnswerAsync(turn, mentor, cancellationToken) : null;
}
