using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.About;

/// <summary>Says what this is, who sees it and what it costs.</summary>
internal sealed class AboutDialog(Content content) : AnswerDialog(content.Words)
{
    public override IReadOnlyList<string> Commands => ["what", "who", "cost"];

    protected override string Answer(string command, Turn turn) => $"About.{command}";
}
