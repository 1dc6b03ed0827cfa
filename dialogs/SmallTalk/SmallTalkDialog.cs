using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.SmallTalk;

/// <summary>Answers a thank you, an okay and a goodbye.</summary>
internal sealed class SmallTalkDialog(Content content) : AnswerDialog(content.Words)
{
    public override IReadOnlyList<string> Commands => ["thanks", "okay", "polite", "bye"];

    // "Please" by itself says no more than "okay".
    protected override string Answer(string command, Turn turn) => command == "polite" ? "SmallTalk.okay" : $"SmallTalk.{command}";
}
