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

    /// <summary>Whether a command is no more than small talk: to a question that waits for words it says nothing, and with somebody who listens it is for him. A hello too, which the menu answers.</summary>
    public static bool IsSmallTalk(string? command) => command is "okay" or "polite" or "thanks" or "hello" or "bye";

    public override IReadOnlyList<string> Commands => ["thanks", "okay", "polite", "bye"];

    // "Please" by itself says no more than "okay".
    protected override string Answer(string command, Turn turn) => command switch
    {
        "thanks" => Thanks,
        "bye" => Bye,
        _ => Okay,
    };
}
