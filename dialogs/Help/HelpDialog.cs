using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Help;

/// <summary>Lists the commands, and who answers when it is serious.</summary>
internal sealed class HelpDialog(Content content) : AnswerDialog(content.Words)
{
    private const string Words = "Help.commands";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Words];

    public override IReadOnlyList<string> Commands => ["help"];

    protected override string Answer(string command, Turn turn)
    {
        turn.Record("help.given");
        return Words;
    }
}
