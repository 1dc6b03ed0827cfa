using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.People;

/// <summary>Somebody asks for a person: says who answers.</summary>
internal sealed class PeopleDialog(Content content) : AnswerDialog(content.Words)
{
    private const string WhoAnswers = "People.person";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [WhoAnswers];

    public override IReadOnlyList<string> Commands => ["person", "elsewhere"];

    protected override string Answer(string command, Turn turn)
    {
        turn.Record("person.asked");
        return WhoAnswers;
    }
}
