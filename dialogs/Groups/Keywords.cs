using MentorBot.BotFramework;
using MentorBot.Dialogs.Bookings;
using MentorBot.Dialogs.Library;
using MentorBot.Mentoring.Groups;
using MentorBot.Mentoring.Mentors;

namespace MentorBot.Dialogs.Groups;

/// <summary>Tells which words may be the keyword of a group session: none that means something else already.</summary>
public static class Keywords
{
    // More than any question of ours has answers.
    private const int Numbered = 10;

    /// <summary>A keyword as it is kept: capital letters without accents. What is no single word stays none.</summary>
    public static string Plain(string? typed) => Commands.Plain(typed ?? "");

    /// <summary>Whether a word may be one.</summary>
    /// <param name="content">The words that we know.</param>
    /// <param name="word">As <see cref="Plain"/> gives it.</param>
    public static bool MayBe(Content content, string word)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length is < GroupMeeting.ShortestKeyword or > GroupMeeting.LongestKeyword || !word.All(char.IsAsciiLetterUpper)) return false;
        return !IsOurs(content.Commands, word) && !LooksLikeCode(word) && content.Concerns.Read(word) is null;
    }

    // Also what a slip of the finger makes a command, what phone companies act on, and what is a number.
    private static bool IsOurs(Commands commands, string word) =>
        commands.Recognise(word) is not null || commands.RecogniseMentors(word) is not null || Checks.CarrierWords.AskedFor([word]).Any()
        || Numbers.In(new Activity(ActivityTypes.Message) { Text = word }, Numbered) is not null;

    // "Join" and eight such letters is how somebody becomes a mentor.
    private static bool LooksLikeCode(string word) => word.Length == Invitations.CodeLength && word.All(Invitations.Letters.Contains);
}
