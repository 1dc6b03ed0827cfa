using System.Globalization;
using System.Text.RegularExpressions;
using MentorBot.BotFramework;
using MentorBot.Dialogs.Bookings;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Groups;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Groups;

/// <summary>Hears what somebody means with a group session: its keyword, a question to its mentor, or the answer to what was asked about it. Whatever else is said first is no answer, and closes the question.</summary>
internal sealed partial class GroupAnswers(Content content)
{
    private const string Join = "mentor-join";

    // Asked for their own words, or for a day, people may say a keyword and mean something else. "Join photos" is clear anywhere.
    private static readonly string[] TakeWords = [nameof(BookDialog), nameof(TimesDialog), nameof(ChangeDialog), nameof(PersonDialog), nameof(MessageDialog)];

    // By their place in each question.
    private static readonly Dictionary<string, string[]> Answers = new(StringComparer.Ordinal)
    {
        [GroupNews.JoinedEither] = [GroupDialog.Remote],
        [GroupNews.Full] = [GroupDialog.Wait],
        [GroupNews.Again] = [GroupDialog.Stay, GroupDialog.Leave],
        [GroupNews.AgainWaiting] = [GroupDialog.WaitOn, GroupDialog.Leave],
        [GroupNews.Freed] = [GroupDialog.Take, GroupDialog.Refuse],
        [GroupNews.DayBefore] = [GroupDialog.Comes, GroupDialog.Leave],
        [GroupNews.Digest] = [GroupDialog.Helped, GroupDialog.Helped, GroupDialog.Helped],
    };

    /// <summary>What she asks for by her answer, as the name of what a dialog answers; null where it is none.</summary>
    public static async Task<string?> AnswerInAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (!context.Activity.IsType(ActivityTypes.Message) || await context.AskedAboutMeeting().GetAsync(context, cancellationToken: cancellationToken) is not [var question, var id]) return null;
        if (!Answers.TryGetValue(question, out var answers)) return null;
        await context.AskedAboutMeeting().DeleteAsync(context, cancellationToken);
        if (Numbers.In(context.Activity, answers.Length) is not { } number) return null;
        context.TurnState.Set(new MeantGroup(long.Parse(id, CultureInfo.InvariantCulture), number));
        return answers[number - 1];
    }

    /// <summary>The same for a keyword, alone or behind JOIN, and for a question. It is asked only of what is no command.</summary>
    /// <param name="context">Her turn.</param>
    /// <param name="activeDialog">What asked her something, or null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<string?> KeywordInAsync(ITurnContext context, string? activeDialog, CancellationToken cancellationToken)
    {
        if (!context.Activity.IsType(ActivityTypes.Message) || string.IsNullOrWhiteSpace(context.Activity.Text)) return null;
        var words = content.Commands.Gist(context.Activity.Text).Split(' ');
        if (words is [var join, var behind] && content.Commands.RecogniseMentors(join) == Join && await MeansAsync(context, behind, cancellationToken)) return GroupDialog.Join;
        if (Question().Match(context.Activity.Text) is { Success: true } question && await context.Turn().FindSeatedNowAsync(cancellationToken) is { } seated) return Asks(context, seated.SessionId, question);
        if (TakeWords.Contains(activeDialog)) return null;
        return words.Length == 1 ? await MeansAsync(context, words[0], cancellationToken) ? GroupDialog.Join : null : await QuestionInAsync(context, words[0], cancellationToken);
    }

    private static async Task<bool> MeansAsync(ITurnContext context, string word, CancellationToken cancellationToken)
    {
        if (await context.Turn().FindGroupAsync(word, cancellationToken) is not { } session) return false;
        context.TurnState.Set(new MeantGroup(session.Id, 0));
        return true;
    }

    // "Photos why are mine dark".
    private static async Task<string?> QuestionInAsync(ITurnContext context, string word, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (Behind().Match(context.Activity.Text!) is not { Success: true } question || await turn.FindGroupAsync(word, cancellationToken) is not { } session) return null;
        var isSeated = session.TakesQuestionsAt(turn.Now) && await turn.FindParticipantAsync(session, cancellationToken) is { State: ParticipantState.Seated };
        return isSeated ? Asks(context, session.Id, question) : null;
    }

    private static string Asks(ITurnContext context, long sessionId, Match question)
    {
        context.TurnState.Set(new MeantGroup(sessionId, 0) { Question = question.Groups["words"].Value });
        return GroupDialog.Ask;
    }

    [GeneratedRegex(@"^\s*q(?:\s*[:.,\-]\s*|\s+)(?<words>.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Question();

    [GeneratedRegex(@"^\s*\S+\s+(?<words>.+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Behind();
}

/// <summary>Which group session is meant, and with which answer.</summary>
/// <param name="Id">The session's number.</param>
/// <param name="Answer">The number that was sent; 0 where none was.</param>
internal sealed record MeantGroup(long Id, int Answer)
{
    /// <summary>What she asks its mentor; null where she asks nothing.</summary>
    public string? Question { get; init; }
}
