using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Groups;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Groups;

/// <summary>Passes what somebody with a seat asks to the mentor who leads: under her alias and without numbers, on his phone and at the desk.</summary>
internal sealed class GroupQuestions(Content content, GroupNews news)
{
    private const string PassedOn = "Groups.passedOn";
    private const string ForMentor = "Groups.questionForMentor";
    private const string Over = "Groups.over";

    // As long as {question} in placeholders.yaml; the desk has all of it.
    private const int Longest = 200;

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [PassedOn, ForMentor, Over];

    /// <summary>Passes it on, and tells her so.</summary>
    public async Task PassAsync(ITurnContext context, Participant participant, string question, CancellationToken cancellationToken)
    {
        var (turn, session) = (context.Turn(), participant.Session!);
        if (!session.TakesQuestionsAt(turn.Now))
        {
            await context.SayAsync(content.Words, Over, cancellationToken);
            return;
        }
        turn.NoteQuestion(participant);
        turn.TellAsked(content.Words, session.Mentor!, ForMentor, ("alias", turn.Mentee.Alias), ("question", Short(question)));
        await news.SayAsync(context, PassedOn, session, cancellationToken, ("alias", turn.Mentee.Alias));
    }

    private static string Short(string question)
    {
        var hidden = Contacts.Hide(string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return hidden.Length <= Longest ? hidden : hidden[..(Longest - 3)].TrimEnd() + "...";
    }
}
