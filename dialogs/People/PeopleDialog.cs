using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.People;

/// <summary>Somebody asks for a person: says who answers.</summary>
internal sealed class PeopleDialog(Content content) : AnswerDialog(content.Words)
{
    public override IReadOnlyList<string> Commands => ["person", "elsewhere"];

    protected override string Answer(string command, Turn turn)
    {
        turn.Record("person.asked");
        return "People.person";
    }
}
