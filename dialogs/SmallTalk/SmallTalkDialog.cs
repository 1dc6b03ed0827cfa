using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.SmallTalk;

/// <summary>Answers a thank you, an okay and a goodbye.</summary>
internal sealed class SmallTalkDialog(Content content) : AnswerDialog(content.Words)
{
    private const string Okay = "SmallTalk.okay";
    private const string Thanks = "SmallTalk.thanks";
    private const string Bye = "SmallTalk.bye";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Okay, Thanks, Bye];

    public override IReadOnlyList<string> Commands => ["thanks", "okay", "polite", "bye"];

    // "Please" by itself says no more than "okay".
    protected override string Answer(string command, Turn turn) => command switch
    {
        "thanks" => Thanks,
        "bye" => Bye,
        _ => Okay,
    };
}
