using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;

namespace MentorBot.Dialogs.Root;

/// <summary>What a conversation remembers from turn to turn. It is erased with the conversation's words, when those are old.</summary>
internal static class Memory
{
    /// <summary>Where the dialogs are.</summary>
    public static IStatePropertyAccessor<DialogState> Dialogs(this ITurnContext turn) => turn.Remembers<DialogState>("DialogState");

    /// <summary>Whether we have said who we are.</summary>
    public static IStatePropertyAccessor<bool> HaveMet(this ITurnContext turn) => turn.Remembers<bool>("HaveMet");

    /// <summary>Whether she left in a hurry: whoever writes next may not be her, and is shown nothing but the choices.</summary>
    public static IStatePropertyAccessor<bool> HasLeft(this ITurnContext turn) => turn.Remembers<bool>("HasLeft");

    /// <summary>The course that a mentee was told she has come to the end of.</summary>
    public static IStatePropertyAccessor<string?> Finished(this ITurnContext turn) => turn.Remembers<string?>("Finished");

    /// <summary>What was not understood last, as a digest, and how often running it was said.</summary>
    public static IStatePropertyAccessor<string?> LastNotUnderstood(this ITurnContext turn) => turn.Remembers<string?>("LastNotUnderstood");

    /// <summary>The kind of concern that she was answered last.</summary>
    public static IStatePropertyAccessor<string?> LastConcern(this ITurnContext turn) => turn.Remembers<string?>("LastConcern");

    /// <summary>The last words that were a cry for help, as a digest, and how often running they were said.</summary>
    public static IStatePropertyAccessor<string?> LastCry(this ITurnContext turn) => turn.Remembers<string?>("LastCry");

    /// <summary>Until when the same kind is answered more shortly.</summary>
    public static IStatePropertyAccessor<DateTimeOffset?> LastConcernUntil(this ITurnContext turn) => turn.Remembers<DateTimeOffset?>("LastConcernUntil");

    /// <summary>Until when a code counts that was given here to link another chat. Nothing once its use was asked about.</summary>
    public static IStatePropertyAccessor<DateTimeOffset?> CodeUntil(this ITurnContext turn) => turn.Remembers<DateTimeOffset?>("CodeUntil");

    /// <summary>How many wrong codes were sent since <see cref="WrongCodesSince"/>.</summary>
    public static IStatePropertyAccessor<int> WrongCodes(this ITurnContext turn) => turn.Remembers<int>("WrongCodes");

    /// <summary>When the first of them was sent.</summary>
    public static IStatePropertyAccessor<DateTimeOffset?> WrongCodesSince(this ITurnContext turn) => turn.Remembers<DateTimeOffset?>("WrongCodesSince");

    /// <summary>When she was asked what she needs a person for, while she has not said.</summary>
    public static IStatePropertyAccessor<DateTimeOffset?> AskedWhatAbout(this ITurnContext turn) => turn.Remembers<DateTimeOffset?>("AskedWhatAbout");

    /// <summary>When she was asked for a message to leave, while she has not written it.</summary>
    public static IStatePropertyAccessor<DateTimeOffset?> AskedForMessage(this ITurnContext turn) => turn.Remembers<DateTimeOffset?>("AskedForMessage");

    /// <summary>The handoff of which she was asked whether it helped.</summary>
    public static IStatePropertyAccessor<long?> AskedWhetherHelped(this ITurnContext turn) => turn.Remembers<long?>("AskedWhetherHelped");

    /// <summary>Words of a masked talk that wait for an answer before they are sent: see <see cref="Handoffs.Unsent"/>.</summary>
    public static IStatePropertyAccessor<string[]?> Unsent(this ITurnContext turn) => turn.Remembers<string[]?>("Unsent");

    /// <summary>What she wrote while no mentor could read it: see <see cref="Handoffs.KeptForMentor"/>.</summary>
    public static IStatePropertyAccessor<string[]?> KeptForMentor(this ITurnContext turn) => turn.Remembers<string[]?>("KeptForMentor");

    /// <summary>What a mentor wrote without saying for whom.</summary>
    public static IStatePropertyAccessor<string[]?> WaitsForLetter(this ITurnContext turn) => turn.Remembers<string[]?>("WaitsForLetter");

    /// <summary>What a mentor wrote with a number in it.</summary>
    public static IStatePropertyAccessor<string[]?> HeldBack(this ITurnContext turn) => turn.Remembers<string[]?>("HeldBack");

    /// <summary>When she was asked whether she wants a person, after a cry for help.</summary>
    public static IStatePropertyAccessor<DateTimeOffset?> AskedForPerson(this ITurnContext turn) => turn.Remembers<DateTimeOffset?>("AskedForPerson");

    /// <summary>The language that this was asked in.</summary>
    public static IStatePropertyAccessor<string?> AskedForPersonIn(this ITurnContext turn) => turn.Remembers<string?>("AskedForPersonIn");

    /// <summary>Whether she was asked so once more, since her words were no answer.</summary>
    public static IStatePropertyAccessor<bool> AskedForPersonAgain(this ITurnContext turn) => turn.Remembers<bool>("AskedForPersonAgain");

    /// <summary>The concern of which she heard that somebody looks after it.</summary>
    public static IStatePropertyAccessor<long?> KnowsWhoKnows(this ITurnContext turn) => turn.Remembers<long?>("KnowsWhoKnows");

    /// <summary>What a mentor wrote that may be a cry for help of his own.</summary>
    public static IStatePropertyAccessor<string[]?> OwnWords(this ITurnContext turn) => turn.Remembers<string[]?>("OwnWords");

    /// <summary>In how many messages he wrote it.</summary>
    public static IStatePropertyAccessor<int> OwnCries(this ITurnContext turn) => turn.Remembers<int>("OwnCries");

    /// <summary>Of whom a mentor was asked how she is, before what he looks after ends.</summary>
    public static IStatePropertyAccessor<string[]?> AskedHowSheIs(this ITurnContext turn) => turn.Remembers<string[]?>("AskedHowSheIs");

    /// <summary>What was asked about a meeting, by its key, and of which: see <see cref="Bookings.MeetingQuestions"/>.</summary>
    public static IStatePropertyAccessor<string[]?> AskedAboutMeeting(this ITurnContext turn) => turn.Remembers<string[]?>("AskedAboutMeeting");

    /// <summary>The alias of whom a mentor wrote to last, until he heard that he does not hold her any more.</summary>
    public static IStatePropertyAccessor<string?> TalkedTo(this ITurnContext turn) => turn.Remembers<string?>("TalkedTo");

    /// <summary>Forgets what was being talked about, asked or kept: whoever writes next may not be her.</summary>
    public static async Task ForgetTalkAsync(this ITurnContext turn, CancellationToken cancellationToken)
    {
        await turn.Dialogs().DeleteAsync(turn, cancellationToken);
        await turn.AskedWhatAbout().DeleteAsync(turn, cancellationToken);
        await turn.AskedForMessage().DeleteAsync(turn, cancellationToken);
        await turn.AskedWhetherHelped().DeleteAsync(turn, cancellationToken);
        await turn.AskedForPerson().DeleteAsync(turn, cancellationToken);
        await turn.AskedAboutMeeting().DeleteAsync(turn, cancellationToken);
        await turn.AskedForPersonIn().DeleteAsync(turn, cancellationToken);
        await turn.AskedForPersonAgain().DeleteAsync(turn, cancellationToken);
        await turn.OwnWords().DeleteAsync(turn, cancellationToken);
        await turn.OwnCries().DeleteAsync(turn, cancellationToken);
        await turn.Unsent().DeleteAsync(turn, cancellationToken);
        await turn.KeptForMentor().DeleteAsync(turn, cancellationToken);
        await turn.WaitsForLetter().DeleteAsync(turn, cancellationToken);
        await turn.HeldBack().DeleteAsync(turn, cancellationToken);
        await turn.TalkedTo().DeleteAsync(turn, cancellationToken);
        await turn.AskedHowSheIs().DeleteAsync(turn, cancellationToken);
    }

    private static IStatePropertyAccessor<T> Remembers<T>(this ITurnContext turn, string name) =>
        turn.TurnState.Get<ConversationState>()!.CreateProperty<T>(name);
}
